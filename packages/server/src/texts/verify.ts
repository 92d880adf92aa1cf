/**
 * Verifying a record: every entry is hashed again, everything that is read from the record is rebuilt, and both are
 * compared with what is kept. Cost: linear in the record; pages of it are in memory, never all.
 */

import { chainFault, draftHash, genesisHash, readAct, readDraft, writeActs, type Act, type Entry } from '@travaux/core'
import * as Y from 'yjs'
import type { Checkpoint, Head, RecordStore } from '../store/record.ts'
import { readable } from './load.ts'
import { emptyState, replayState, type TextState } from './state.ts'

export type Verified =
  | { readonly kind: 'sound'; readonly head: Head; readonly versions: number }
  /** One sentence on the first thing that is wrong. */
  | { readonly kind: 'faulty'; readonly says: string }

/** Entries between two calls of `progress`, and the most that are applied to the text at once. */
const PAGE = 1000

/** Verifies one record. `progress` hears the seq that has been reached. */
export async function verify(store: RecordStore, text: string, progress: (seq: number) => void): Promise<Verified> {
  try {
    const fault = await firstFault(store, text, progress)
    return typeof fault === 'string' ? { kind: 'faulty', says: fault } : fault
  } catch (error) {
    return {
      kind: 'faulty',
      says: `the record cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

async function firstFault(
  store: RecordStore,
  text: string,
  progress: (seq: number) => void,
): Promise<Verified | string> {
  const kept = await store.head(text)
  if (kept.seq === 0) return 'there is no such record'
  const rebuilt = new Rebuilt(text, new Set(await store.checkpoints(text)))
  for await (const entry of store.entries(text)) {
    const fault = rebuilt.take(entry) ?? (await checkpointFault(store, text, rebuilt))
    if (fault !== undefined) return fault
    if (entry.seq % PAGE === 0) progress(entry.seq)
  }
  return rebuilt.finish(kept)
}

/** The text as it is rebuilt, entry by entry. */
class Rebuilt {
  readonly state: TextState
  /** Seqs of the checkpoints not yet compared. */
  readonly checkpoints: Set<number>
  #head: Head
  /** Entries whose chain holds, not yet applied. */
  #page: Entry[] = []

  constructor(text: string, checkpoints: Set<number>) {
    this.#head = { seq: 0, hash: genesisHash(text) }
    this.state = emptyState(this.#head)
    this.checkpoints = checkpoints
  }

  /** The fault that an entry shows, if it shows one. */
  take(entry: Entry): string | undefined {
    const fault = chainFault(this.#head, entry)
    if (fault !== undefined) return fault
    this.#head = entry
    const act = readAct(entry)
    const versionFault = act?.type === 'version.issue' ? this.#versionFault(entry, act) : undefined
    if (versionFault !== undefined) return versionFault
    this.#page.push(entry)
    const isDue = this.#page.length >= PAGE || entry.seq === 2 || this.checkpoints.has(entry.seq)
    return isDue ? this.#apply() : undefined
  }

  finish(kept: Head): Verified | string {
    const fault = this.#apply()
    if (fault !== undefined) return fault
    const { seq, hash } = this.#head
    if (kept.seq !== seq || kept.hash !== hash) return `the record ends at ${seq}, but was known to reach ${kept.seq}`
    const [beyond] = this.checkpoints
    if (beyond !== undefined) return `a checkpoint stands at ${beyond}, behind the end`
    return { kind: 'sound', head: { seq, hash }, versions: this.state.acts.versions.length }
  }

  #apply(): string | undefined {
    const from = this.#page.at(0)?.seq
    try {
      replayState(this.state, this.#page.splice(0))
    } catch {
      return `an update behind entry ${from} cannot be applied`
    }
    return undefined
  }

  /** A version must be the text as it stood, and its hash that of the draft it carries. */
  #versionFault(
    { seq }: Entry,
    { number, sha256, draft }: Extract<Act, { type: 'version.issue' }>,
  ): string | undefined {
    const fault = this.#apply()
    if (fault !== undefined) return fault
    if (draftHash(readDraft(this.state.doc)) !== sha256)
      return `version ${number} (entry ${seq}) is not the text as it stood`
    const carried = draftHash(draft as Parameters<typeof draftHash>[0])
    return carried === sha256 ? undefined : `version ${number} (entry ${seq}) does not match its own hash`
  }
}

/** What is wrong with the checkpoint at the seq that has been rebuilt, if there is one. */
async function checkpointFault(
  store: RecordStore,
  text: string,
  { state, checkpoints }: Rebuilt,
): Promise<string | undefined> {
  if (!checkpoints.delete(state.head.seq)) return undefined
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

/** Verifies the record of the body, which holds no text: its chain and its end. */
export async function verifyChain(store: RecordStore, text: string): Promise<Verified> {
  let head: Head = { seq: 0, hash: genesisHash(text) }
  for await (const entry of store.entries(text)) {
    const fault = chainFault(head, entry)
    if (fault !== undefined) return { kind: 'faulty', says: fault }
    head = { seq: entry.seq, hash: entry.hash }
  }
  const kept = await store.head(text)
  if (kept.hash !== head.hash) return { kind: 'faulty', says: `the record ends at ${head.seq}, not at ${kept.seq}` }
  return { kind: 'sound', head, versions: 0 }
}
