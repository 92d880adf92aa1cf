/**
 * Verifying a record: every entry is hashed again, everything that is read from the record is rebuilt, and both are
 * compared with what is kept. Cost: linear in the record; pages of it are in memory, never all.
 */

import { draftHash, readDraft, writeActs, type Entry } from '@travaux/core'
import * as Y from 'yjs'
import type { Checkpoint, Head, RecordStore } from '../store/record.ts'
import { readable } from './load.ts'
import { Rebuilt } from './rebuilt.ts'
import type { TextState } from './state.ts'

export type Verified =
  | { readonly kind: 'sound'; readonly head: Head; readonly versions: number }
  /** One sentence on the first thing that is wrong. */
  | { readonly kind: 'faulty'; readonly says: string }

/** Hears the seq that has been reached, `PROGRESS` entries apart. */
export type Progress = (seq: number) => void

const PROGRESS = 1000

/** Verifies one record, as it stands when this begins, and its checkpoints. */
export async function verify(store: RecordStore, text: string, progress: Progress): Promise<Verified> {
  return soundly(async () => {
    const kept = await store.head(text)
    if (kept.seq === 0) return { kind: 'faulty', says: 'there is no such record' }
    const checkpoints = new Set(await store.checkpoints(text))
    const beyond = [...checkpoints].find((seq) => seq > kept.seq)
    if (beyond !== undefined) return { kind: 'faulty', says: `a checkpoint stands at ${beyond}, behind the end` }
    const atStop = (state: TextState): Promise<string | undefined> => checkpointFault(store, text, state)
    return rebuild(text, store.entries(text, { upTo: kept.seq }), { kept, stops: checkpoints, atStop, progress })
  })
}

/** Verifies a record that stands in no store. `kept` is where it is said to end. */
export function verifyEntries(
  text: string,
  entries: AsyncIterable<Entry>,
  { kept, progress }: { kept: Head; progress: Progress },
): Promise<Verified> {
  return soundly(() => rebuild(text, entries, { kept, stops: new Set(), atStop: nothingKept, progress }))
}

async function nothingKept(): Promise<undefined> {
  return undefined
}

async function soundly(work: () => Promise<Verified>): Promise<Verified> {
  try {
    return await work()
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error)
    return { kind: 'faulty', says: `the record cannot be read: ${says}` }
  }
}

interface Rebuilding {
  readonly kept: Head
  readonly stops: ReadonlySet<number>
  readonly atStop: (state: TextState) => Promise<string | undefined>
  readonly progress: Progress
}

async function rebuild(
  text: string,
  entries: AsyncIterable<Entry>,
  { kept, stops, atStop, progress }: Rebuilding,
): Promise<Verified> {
  const rebuilt = new Rebuilt(text, stops)
  for await (const entry of entries) {
    const says = rebuilt.take(entry) ?? (stops.has(entry.seq) ? await atStop(rebuilt.state) : undefined)
    if (says !== undefined) return { kind: 'faulty', says }
    if (entry.seq % PROGRESS === 0) progress(entry.seq)
  }
  const says = rebuilt.finish(kept)
  if (says !== undefined) return { kind: 'faulty', says }
  return { kind: 'sound', head: rebuilt.state.head, versions: rebuilt.state.acts.versions.length }
}

/** What is wrong with the checkpoint at the seq that has been rebuilt, if it is still there. */
async function checkpointFault(store: RecordStore, text: string, state: TextState): Promise<string | undefined> {
  const checkpoint = await store.checkpoint(text, state.head.seq)
  return checkpoint?.seq === state.head.seq ? differenceOf(state, checkpoint) : undefined
}

/** How a checkpoint differs from the state rebuilt to the same seq. */
function differenceOf(state: TextState, checkpoint: Checkpoint): string | undefined {
  const at = `the checkpoint at ${checkpoint.seq}`
  if (checkpoint.hash !== state.head.hash) return `${at} belongs to another record`
  const kept = readable(checkpoint)
  if (!kept) return `${at} cannot be read`
  if (writeActs(kept.acts) !== writeActs(state.acts)) return `${at} tells of other acts than the record`
  if (draftHash(readDraft(kept.doc)) !== draftHash(readDraft(state.doc)))
    return `${at} holds another text than the record`
  const vectors = [kept.doc, state.doc].map((doc) => sortedVector(doc))
  if (vectors[0] !== vectors[1]) return `${at} holds other changes than the record`
  return sortedOwners(kept) === sortedOwners(state) ? undefined : `${at} gives changes to other members than the record`
}

function sortedVector(doc: Y.Doc): string {
  return JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b))
}

function sortedOwners({ owners }: TextState): string {
  return JSON.stringify([...owners].sort(([a], [b]) => a - b))
}
