/** Others at work in the text that is measured: their keys and their carets, over sockets of their own. */

import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { awarenessFrame, updateFrame } from '../../../packages/server/src/rooms/frame.ts'
import { join, pass, type Person } from '../load/crowd.ts'
import type { Peer, Served } from '../peer/peer.ts'

/** How an editor's document is written in. */
export interface Dialect {
  /** The words of the n-th clause. */
  readonly words: (doc: Y.Doc, index: number) => Y.Text
  /** What an editor tells of a caret in these words. */
  readonly presence: (index: number, caret: Y.RelativePosition) => object
}

/** Where they type. */
export interface Company {
  readonly peer: Peer
  readonly served: Served
  readonly dialect: Dialect
}

export interface TypistsOptions {
  readonly room: string
  /** Strokes a second of all together. */
  readonly rate: number
  /** The clauses they type in, one each. */
  readonly clauses: readonly number[]
}

export interface Typists {
  /** Strokes sent so far. */
  readonly sent: () => number
  readonly stop: () => Promise<void>
}

interface Typist {
  readonly person: Person
  readonly doc: Y.Doc
  readonly index: number
  clock: number
}

/** Lets people in, one to each clause, who type until they are stopped. */
export async function startTyping(
  { peer, served, dialect }: Company,
  { room, rate, clauses }: TypistsOptions,
): Promise<Typists> {
  const typists: Typist[] = []
  for (const [nth, index] of clauses.entries()) {
    const { person, state } = await join(served.seat(room, nth + 1), peer)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    typists.push({ person, doc, index, clock: 0 })
  }
  const work = { sent: 0, going: true }
  const run = async (): Promise<void> => {
    const started = performance.now()
    while (work.going) {
      const due = ((performance.now() - started) / 1000) * rate
      for (; work.sent < due; work.sent++) stroke(typists[work.sent % typists.length], dialect)
      await pass(4)
    }
  }
  const ended = run()
  return {
    sent: () => work.sent,
    stop: async () => {
      work.going = false
      await ended
      for (const { person } of typists) person.socket.terminate()
    },
  }
}

function stroke(typist: Typist | undefined, { words, presence }: Dialect): void {
  if (!typist) return
  const { doc, index, person } = typist
  const text = words(doc, index)
  doc.once('update', (update: Uint8Array) => person.socket.send(person.seat.wrap(updateFrame(update))))
  text.insert(text.length, 'abcdefgh '[typist.clock % 9] ?? '')
  const caret = Y.createRelativePositionFromTypeIndex(text, text.length, -1)
  const state = JSON.stringify(presence(index, caret))
  person.socket.send(person.seat.wrap(awarenessFrame(presenceUpdate(doc.clientID, ++typist.clock, state))))
}

/** One client's state as y-protocols encodes it. */
function presenceUpdate(client: number, clock: number, state: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
  })
}
