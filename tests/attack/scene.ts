/** Rooms in this process, over a store in memory: fast enough for a million frames, and open to every look. */

import { plainWords, readDraft, type api } from '@travaux/core'
import * as Y from 'yjs'
import { answerFrame, askFrame, readFrame } from '../../packages/server/src/rooms/frame.ts'
import { defaultLimits } from '../../packages/server/src/rooms/limits.ts'
import { Rooms } from '../../packages/server/src/rooms/rooms.ts'
import type { Session, Wire } from '../../packages/server/src/rooms/session.ts'
import { memoryStore } from '../../packages/server/src/store/memory.ts'
import { createText } from '../../packages/server/src/texts/create.ts'
import type { LiveText } from '../../packages/server/src/texts/live.ts'
import { Texts } from '../../packages/server/src/texts/texts.ts'

const member = (id: string, role: api.Member['role']): api.Member => ({
  id,
  name: id,
  delegation: id,
  code: id,
  role,
  sample: true,
})

/** Two drafters, and one who may only read. */
export const people = { ann: member('ann', 'drafter'), bob: member('bob', 'drafter'), dan: member('dan', 'delegate') }

/** The clause that everything happens in. */
export const CLAUSE = 'c1'

/** A client of a room: its session, its copy of the text. */
export interface Page {
  readonly session: Session
  readonly doc: Y.Doc
  /** The socket is gone. */
  readonly leave: () => void
}

export interface Scene {
  readonly text: LiveText
  /** What the server reported as its own failures. */
  readonly failures: readonly unknown[]
  /** Lets a member in. Pages that `follow` keep up with what they are sent. */
  readonly enter: (who: api.Member, follow: boolean) => Promise<Page>
  /** Resolves once everything sent has been dealt with. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

export async function openScene(): Promise<Scene> {
  const failures: unknown[] = []
  const texts = new Texts({ store: memoryStore(), now: Date.now, failed: (_text, error) => failures.push(error) })
  const clauses = [{ id: CLAUSE, kind: 'article', parent: '', depth: 0, words: plainWords('Scope of goods') }]
  const draft = { title: 'T', language: 'en', symbol: '', clauses }
  const by = { member: 'server', delegation: '' }
  await texts.create([
    { text: 't', entries: createText({ id: 't', draft, by, at: 1, members: Object.values(people) }) },
  ])
  const text = await texts.open('t')
  if (!text) throw new Error('There is no text')
  const rooms = new Rooms()
  const settled = async (): Promise<void> => {
    await text.drained()
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
  const enter = async (who: api.Member, follow: boolean): Promise<Page> => {
    const doc = new Y.Doc()
    const socket = wire((bytes) => follow && receive(doc, bytes))
    const session = rooms.enter(text, 'credential', { socket, member: who, acknowledge: true, limits: defaultLimits })
    if (follow) session.receive(askFrame(Y.encodeStateVector(doc)))
    session.receive(answerFrame(new Uint8Array([0, 0])))
    await settled()
    return { session, doc, leave: () => rooms.leave(session) }
  }
  return { text, failures, enter, settled, close: () => texts.close() }
}

function receive(doc: Y.Doc, bytes: Uint8Array): void {
  const frame = readFrame(bytes)
  if (frame?.kind === 'update') Y.applyUpdate(doc, frame.update)
}

/** A socket whose other end is `heard`. */
function wire(heard: (bytes: Uint8Array) => unknown): Wire {
  const socket = {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    isPaused: false,
    send: heard,
    close: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
  }
  return socket as unknown as Wire
}

/** Everything about the text that a hostile frame must leave as it is. */
export function fingerprint({ text }: Scene): string {
  return JSON.stringify([
    text.seq,
    readDraft(text.state.doc),
    [...Y.decodeStateVector(Y.encodeStateVector(text.state.doc))],
  ])
}
