/** One socket in one room, from its first frame to its last. */

import { allows, closeReasons, type Actor, type api, type CloseName, type Role } from '@travaux/core'
import * as Y from 'yjs'
import type { WebSocket } from 'ws'
import type { LiveText } from '../texts/live.ts'
import type { Step } from '../texts/line.ts'
import type { Source, UpdateJob } from '../texts/update.ts'
import { askFrame, awarenessFrame, readFrame, savedFrame, type Frame } from './frame.ts'
import type { Limits } from './limits.ts'
import { Pace } from './pace.ts'
import type { Identity } from './presence.ts'
import type { Occupant, Room } from './room.ts'

/** What a session needs of its socket. */
export type Wire = Pick<
  WebSocket,
  'send' | 'close' | 'readyState' | 'OPEN' | 'bufferedAmount' | 'isPaused' | 'pause' | 'resume'
>

export interface SessionOptions {
  readonly socket: Wire
  readonly room: Room
  readonly member: api.Member
  /** Whether the client asked to be told what is durable. */
  readonly acknowledge: boolean
  readonly limits: Limits
  /** Hears why the server ended it, if it did. */
  readonly ended: (reason: CloseName) => void
}

export class Session implements Source, Occupant {
  readonly member: api.Member
  readonly text: LiveText
  readonly early: UpdateJob[] = []
  hasAnswered = false
  hasJoined = false
  isOver = false
  readonly #socket: Wire
  readonly #room: Room
  readonly #acknowledge: boolean
  readonly #limits: Limits
  readonly #ended: (reason: CloseName) => void
  readonly #pace: Pace
  /** How many of its update frames are durable, since it came. */
  #savedFrames = 0
  #telling = false
  #role: Role | undefined

  constructor({ socket, room, member, acknowledge, limits, ended }: SessionOptions) {
    this.member = member
    this.#socket = socket
    this.#room = room
    this.text = room.text
    this.#acknowledge = acknowledge
    this.#limits = limits
    this.#ended = ended
    this.#pace = new Pace(socket, limits, () => performance.now())
    this.#role = this.actor().role
    room.enter(this)
    this.#turn(() => this.#greet())
  }

  actor(): Actor {
    return this.text.actor(this.member)
  }

  identity(): Identity {
    const { id: member, name, delegation, code } = this.member
    return { member, name, delegation, code, role: this.actor().role ?? '' }
  }

  /** Takes a frame as it came. */
  receive(bytes: Uint8Array): void {
    if (this.isOver) return
    this.#pace.count()
    if (bytes.length > this.#limits.frameBytes) return this.close('tooLarge')
    const frame = readFrame(bytes)
    if (frame) this.#take(frame)
    else this.close('malformed')
  }

  /** Sends a frame, unless the client has fallen too far behind to be waited for. */
  send(frame: Uint8Array): void {
    if (this.isOver || this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#socket.bufferedAmount > this.#limits.bufferedBytes) this.close('tooSlow')
    else this.#socket.send(frame)
  }

  saved(frames: number): void {
    this.#savedFrames += frames
    if (!this.#acknowledge || this.#telling) return
    this.#telling = true
    queueMicrotask(() => this.#tellSaved())
  }

  refused(reason: CloseName, says?: string): void {
    this.close(reason, says)
  }

  /** Ends the session: nothing more is taken from it, nor sent to it. */
  close(name: CloseName, detail?: string): void {
    if (this.isOver) return
    const { code, says } = closeReasons[name]
    this.isOver = true
    this.left()
    this.#ended(name)
    this.#socket.close(code, shortened(detail === undefined ? says : `${says} (${detail})`))
  }

  /** The socket is gone. Frames that arrived before are still taken, unless the session was ended by the server. */
  left(): void {
    this.#room.leave(this)
  }

  reviewRights(): void {
    const { role } = this.actor()
    if (role === this.#role) return
    if (!allows(role, 'read')) this.close('noRight')
    else if (allows(role, 'write') !== allows(this.#role, 'write')) this.close('rightsChanged')
    else this.#room.presence.restamp(this, this.identity())
    this.#role = role
    this.#room.stir()
  }

  /** Once for all that became durable together. */
  #tellSaved(): void {
    this.#telling = false
    this.send(savedFrame(this.#savedFrames))
  }

  #take(frame: Frame): void {
    switch (frame.kind) {
      case 'ask':
        return this.#turn(() => this.#join(frame.vector))
      case 'update':
        return this.text.add({ kind: 'update', source: this, update: frame.update, answer: frame.answer })
      case 'awareness':
        return this.#hear(frame.update)
      case 'askAwareness':
        return this.#sendEverybody()
      case 'auth':
        return undefined
      default:
        return frame satisfies never
    }
  }

  #turn(run: () => Step): void {
    this.text.add({ kind: 'turn', run, lost: () => this.close('notSaved') })
  }

  /** Asks what the client has that the text has not, and tells who is here. */
  #greet(): Step {
    const vector = Y.encodeStateVector(this.text.state.doc)
    const done = (): void => {
      this.send(askFrame(vector))
      this.#sendEverybody()
    }
    return { entries: [], done }
  }

  #join(vector: Uint8Array): Step {
    const served = this.#served(vector)
    if (!served) return { entries: [], done: () => this.close('malformed') }
    const done = (): void => {
      this.hasJoined = true
      for (const frame of served) this.send(frame)
    }
    return { entries: [], done }
  }

  #served(vector: Uint8Array): readonly Uint8Array[] | undefined {
    try {
      return this.#room.served.for(vector, this.#acknowledge ? 'head' : 'whole')
    } catch {
      return undefined
    }
  }

  #hear(update: Uint8Array): void {
    const { owners } = this.text.state
    const heard = this.#room.presence.hear(this, this.identity(), update, (client) => owners.get(client))
    if (heard === 'fine') this.#room.stir()
    else this.close(heard)
  }

  #sendEverybody(): void {
    const everybody = this.#room.presence.everybody()
    if (everybody) this.send(awarenessFrame(everybody))
  }
}

/** RFC 6455 allows 123 bytes of reason. */
function shortened(reason: string): string {
  const bytes = new TextEncoder().encode(reason)
  return new TextDecoder().decode(bytes.slice(0, 123)).replace(/\uFFFD$/, '')
}
