/**
 * A text out of its record: the last checkpoint that can be trusted, then the entries behind it, each checked against
 * the hash chain before it counts. Nothing of a damaged record is ever shown as a text.
 */

import { chainFault, genesisHash, type Entry } from '@travaux/core'
import type { Checkpoint, Head, RecordStore } from '../store/record.ts'
import { emptyState, readCheckpoint, replayState, writeCheckpoint, type TextState } from './state.ts'

/** The record itself is not what was written: only a backup helps. */
export class Damaged extends Error {
  constructor(text: string, says: string) {
    super(`The record of ${text} is damaged: ${says}`)
  }
}

export interface Loading {
  /** The text as it stood after this entry; after the last one where it is left out. */
  readonly upTo?: number
  /** Called as the state passes entries, `PAGE` or fewer at a time. */
  readonly passed?: (state: TextState) => Promise<void>
}

/** Entries that are applied together. */
const PAGE = 2000

/** Reads a text; undefined where there is no record. @throws Damaged */
export async function loadState(
  store: RecordStore,
  text: string,
  { upTo = Number.MAX_SAFE_INTEGER, passed }: Loading = {},
): Promise<TextState | undefined> {
  const state = (await trustedState(store, text, upTo)) ?? emptyState({ seq: 0, hash: genesisHash(text) })
  for await (const page of pagesOf(store.entries(text, { after: state.head.seq, upTo }))) {
    replayChecked(state, text, page)
    await passed?.(state)
  }
  return state.head.seq > 0 ? state : undefined
}

/** The last checkpoint up to a seq that can be read and stands in this very record; others are passed over. */
async function trustedState(store: RecordStore, text: string, upTo: number): Promise<TextState | undefined> {
  for (let before = upTo; ;) {
    const checkpoint = await store.checkpoint(text, before)
    if (!checkpoint) return undefined
    if (await standsIn(store, text, checkpoint)) {
      const state = readable(checkpoint)
      if (state) return state
    }
    before = checkpoint.seq - 1
  }
}

async function standsIn(store: RecordStore, text: string, { seq, hash }: Head): Promise<boolean> {
  for await (const entry of store.entries(text, { after: seq - 1, upTo: seq })) return entry.hash === hash
  return false
}

/** The state in a checkpoint, or undefined where it cannot be read. */
export function readable(checkpoint: Checkpoint): TextState | undefined {
  try {
    return readCheckpoint(checkpoint)
  } catch {
    return undefined
  }
}

async function* pagesOf(entries: AsyncIterable<Entry>): AsyncIterable<readonly Entry[]> {
  let page: Entry[] = []
  for await (const entry of entries) {
    if (page.push(entry) < PAGE) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

function replayChecked(state: TextState, text: string, page: readonly Entry[]): void {
  let head: Head = state.head
  for (const entry of page) {
    const fault = chainFault(head, entry)
    if (fault !== undefined) throw new Damaged(text, fault)
    head = entry
  }
  replayState(state, page)
}

/** So many entries apart, checkpoints are kept for ever: no moment of the past is further than this from one. */
const KEPT_EVERY = 20_000

/** Writes a checkpoint of a state, once it stands `distance` entries behind the last one; keeps it where one is due. */
export async function saveState(store: RecordStore, text: string, state: TextState, distance: number): Promise<void> {
  const { checkpointed, head } = state
  if (head.seq - checkpointed < Math.max(distance, 1)) return
  state.checkpointed = head.seq
  const kept = Math.floor(head.seq / KEPT_EVERY) > Math.floor(checkpointed / KEPT_EVERY)
  await store.saveCheckpoint(text, { ...writeCheckpoint(state), kept })
}
