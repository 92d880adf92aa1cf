/**
 * Who is in a room, and where their carets are: the awareness of the y-protocols, merged, with every identity stamped
 * by the server. Stock clients repeat to the server what they hear of others; such echoes are passed over.
 */

import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Who a state belongs to; the server writes it into the state as `user`. */
export interface Identity {
  readonly member: string
  readonly name: string
  readonly delegation: string
  readonly code: string
  readonly role: string
}

interface Present {
  readonly member: string
  readonly clock: number
  /** JSON of the state as others see it, or 'null' once it has left. */
  readonly state: string
  readonly holder: object | undefined
}

/** One client's line of an awareness update. */
interface Line {
  readonly client: number
  readonly clock: number
  readonly state: string
}

/** A state of a caret and little more is this long at most (characters of JSON). */
const LONGEST_STATE = 4000
/** States one socket may hold: its own and those of tabs that speak through it. */
const MOST_HELD = 20
/** Clients that have left are remembered, so that no echo brings them back; so many of them at most. */
const MOST_REMEMBERED = 5000

export type Heard = 'fine' | 'malformed' | 'forged' | 'tooMany'

export class Presence {
  readonly #present = new Map<number, Present>()
  readonly #changed = new Set<number>()

  /**
   * Hears an awareness update from a socket. `owner` tells whom the record says a client belongs to: news under
   * another member's client is forged.
   */
  hear(holder: object, identity: Identity, update: Uint8Array, owner: (client: number) => string | undefined): Heard {
    const lines = readLines(update)
    if (!lines) return 'malformed'
    for (const line of lines) {
      const heard = this.#hearLine(holder, identity, line, owner(line.client))
      if (heard !== 'fine') return heard
    }
    return 'fine'
  }

  /** Forgets the states that a socket held; others hear that they left. */
  leave(holder: object): void {
    for (const [client, one] of this.#present) {
      if (one.holder === holder) this.#set(client, { ...one, holder: undefined, state: 'null' })
    }
  }

  /** Stamps a socket's states anew. */
  restamp(holder: object, identity: Identity): void {
    for (const [client, one] of this.#present) {
      if (one.holder === holder) this.#set(client, { ...one, clock: one.clock + 1, state: stamp(one.state, identity) })
    }
  }

  /** What has changed since the last call, as an awareness update; undefined where nothing has. */
  news(): Uint8Array | undefined {
    if (this.#changed.size === 0) return undefined
    const update = this.#write([...this.#changed])
    this.#changed.clear()
    this.#forgetSome()
    return update
  }

  /** Everybody present, as an awareness update; undefined where nobody is. */
  everybody(): Uint8Array | undefined {
    const clients = [...this.#present].filter(([, one]) => one.holder).map(([client]) => client)
    return clients.length > 0 ? this.#write(clients) : undefined
  }

  #hearLine(holder: object, identity: Identity, line: Line, owner: string | undefined): Heard {
    const { client, clock } = line
    const before = this.#present.get(client)
    if (owner !== undefined && owner !== identity.member) return before && clock > before.clock ? 'forged' : 'fine'
    const isTheirs = before?.member === identity.member
    if (before && !isTheirs && owner === undefined) return 'fine'
    if (before && isTheirs && (clock < before.clock || (clock === before.clock && before.holder))) return 'fine'
    if (!before && line.state === 'null') return 'fine'
    const state = stamp(line.state, identity)
    if (state === '' || state.length > LONGEST_STATE) return 'malformed'
    if (before?.holder !== holder && this.#held(holder) >= MOST_HELD) return 'tooMany'
    this.#set(client, { member: identity.member, clock, state, holder: state === 'null' ? undefined : holder })
    return 'fine'
  }

  #set(client: number, present: Present): void {
    this.#present.delete(client)
    this.#present.set(client, present)
    this.#changed.add(client)
  }

  #held(holder: object): number {
    let held = 0
    for (const one of this.#present.values()) if (one.holder === holder) held++
    return held
  }

  #forgetSome(): void {
    for (const [client, one] of this.#present) {
      if (this.#present.size <= MOST_REMEMBERED) return
      if (!one.holder) this.#present.delete(client)
    }
  }

  #write(clients: readonly number[]): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clients.length)
      for (const client of clients) {
        const { clock, state } = this.#present.get(client) ?? { clock: 0, state: 'null' }
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarString(encoder, state)
      }
    })
  }
}

function readLines(update: Uint8Array): Line[] | undefined {
  try {
    const decoder = decoding.createDecoder(update)
    const lines = Array.from({ length: Math.min(decoding.readVarUint(decoder), update.length) }, () => ({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarString(decoder),
    }))
    return decoding.hasContent(decoder) ? undefined : lines
  } catch {
    return undefined
  }
}

/** The state with the identity written over whatever it claimed; '' where it is no state. */
function stamp(state: string, user: Identity): string {
  const value = parse(state)
  if (value === null) return 'null'
  return typeof value === 'object' && !Array.isArray(value) ? JSON.stringify({ ...value, user }) : ''
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}
