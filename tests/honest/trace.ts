/** Recorded editing sessions (josephg/editing-traces): what was typed where, by whom, after having seen what. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'

const corpus = process.env['TRAVAUX_CORPUS'] ?? join(import.meta.dirname, '../../../shared/corpus')

/** Position, characters deleted there, characters inserted there. */
export type Patch = readonly [at: number, deleted: number, inserted: string]

export interface Deed {
  readonly agent: number
  readonly patches: readonly Patch[]
  /** Deeds by their index that this one was made directly after; undefined where the trace is one person's. */
  readonly parents?: readonly number[]
}

export interface Trace {
  readonly endContent: string
  readonly txns: readonly Deed[]
}

/** The trace of that name, or undefined where the corpus is not here. */
export function readTrace(name: string): Trace | undefined {
  const file = join(corpus, 'traces', `${name}.json.gz`)
  return existsSync(file) ? (JSON.parse(gunzipSync(readFileSync(file)).toString()) as Trace) : undefined
}

export function applyPatches(words: Y.Text, patches: readonly Patch[]): void {
  for (const [at, deleted, inserted] of patches) {
    if (deleted > 0) words.delete(at, deleted)
    if (inserted !== '') words.insert(at, inserted)
  }
}

/** A deed as the Yjs update it amounts to, and how many deeds of each agent it was made after. */
export interface Recorded {
  readonly agent: number
  readonly update: Uint8Array
  readonly seen: readonly number[]
}

/**
 * Plays a trace of several people on a document each, everybody seeing exactly what the trace says, and gives what each
 * deed amounts to. `wordsIn` finds the words that are typed in, in a copy of `start`.
 */
export function record({ txns }: Trace, start: Uint8Array, wordsIn: (doc: Y.Doc) => Y.Text): Recorded[] {
  const agents = Math.max(...txns.map(({ agent }) => agent)) + 1
  const docs = inOrder(Array.from({ length: agents }, () => copyOf(start)))
  const made: Uint8Array[][] = docs.map(() => [])
  const reached = docs.map(() => docs.map(() => 0))
  const recorded: Recorded[] = []
  for (const { agent, patches, parents = [] } of txns) {
    const doc = docs[agent]
    if (!doc) continue
    const seen = seenBy(parents, recorded, agents)
    catchUp(doc, reached[agent] ?? [], seen, made)
    const update = updateBy(doc, () => applyPatches(wordsIn(doc), patches))
    made[agent]?.push(update)
    const own = reached[agent]
    if (own) own[agent] = made[agent]?.length ?? 0
    recorded.push({ agent, update, seen })
  }
  return recorded
}

/** How many deeds of each agent stand behind these. */
function seenBy(parents: readonly number[], recorded: readonly Recorded[], agents: number): number[] {
  const seen = Array.from({ length: agents }, () => 0)
  for (const parent of parents) {
    const { agent, seen: before } = recorded[parent] ?? { agent: 0, seen: [] }
    for (const [other, count] of before.entries()) seen[other] = Math.max(seen[other] ?? 0, count)
    seen[agent] = Math.max(seen[agent] ?? 0, (before[agent] ?? 0) + 1)
  }
  return seen
}

function catchUp(
  doc: Y.Doc,
  reached: number[],
  seen: readonly number[],
  made: readonly (readonly Uint8Array[])[],
): void {
  doc.transact(() => {
    for (const [other, count] of seen.entries()) {
      for (let next = reached[other] ?? 0; next < count; next++)
        Y.applyUpdate(doc, made[other]?.[next] ?? new Uint8Array())
      reached[other] = Math.max(reached[other] ?? 0, count)
    }
  })
}

function updateBy(doc: Y.Doc, change: () => void): Uint8Array {
  const made: Uint8Array[] = []
  const listen = (update: Uint8Array): void => void made.push(update)
  doc.on('update', listen)
  doc.transact(change)
  doc.off('update', listen)
  return made[0] ?? new Uint8Array([0, 0])
}

/** Where two typed at one place at once, the trace puts the first agent first, as Yjs puts the smaller client. */
function inOrder(docs: readonly Y.Doc[]): readonly Y.Doc[] {
  const clients = docs.map(({ clientID }) => clientID).sort((a, b) => a - b)
  for (const [agent, doc] of docs.entries()) doc.clientID = clients[agent] ?? 0
  return docs
}

function copyOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}
