/** The seam of persistence: append-only records, one per text, and the checkpoints that make opening them quick. */

import type { Entry, NewEntry } from '@travaux/core'

/** Where a record ends: seq 0 and the genesis hash while it is empty. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

/** Entries to go behind `after`, which must be the record's last seq: two writers never interleave unseen. */
export interface Batch {
  readonly text: string
  readonly after: number
  readonly entries: readonly NewEntry[]
}

/** A reading of a record up to `seq`, kept so that it need not be made again. Never the truth. */
export interface Checkpoint extends Head {
  readonly body: Uint8Array
  /** Whether it is kept for ever, so that the past opens quickly; others give way to the next one. */
  readonly kept: boolean
}

export interface Range {
  /** Only entries behind this seq. */
  readonly after?: number
  /** Only entries up to this seq, itself included. */
  readonly upTo?: number
  /** Leave out updates. */
  readonly actsOnly?: boolean
  /** From the last entry to the first. */
  readonly newestFirst?: boolean
}

export interface RecordStore {
  /**
   * Appends all batches or none, and resolves once they are durable.
   * @throws StaleHead where `after` is not a record's last seq; whatever the medium throws where it fails.
   */
  readonly append: (batches: readonly Batch[]) => Promise<readonly (readonly Entry[])[]>
  /** Entries in order, in pages, as they stand when each page is read; others get their turn between two pages. */
  readonly entries: (text: string, range?: Range) => AsyncIterable<Entry>
  readonly head: (text: string) => Promise<Head>
  /** Ids of all records that have an entry. */
  readonly texts: () => Promise<readonly string[]>
  /** The last checkpoint, or the last one at or before a seq. */
  readonly checkpoint: (text: string, upTo?: number) => Promise<Checkpoint | undefined>
  /** The seqs of all checkpoints of a record, in order. */
  readonly checkpoints: (text: string) => Promise<readonly number[]>
  readonly saveCheckpoint: (text: string, checkpoint: Checkpoint) => Promise<void>
  /** Commits something that is no entry. @throws what a commit would where the medium fails. */
  readonly probe: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Somebody else appended to the record meanwhile. */
export class StaleHead extends Error {
  constructor(text: string, after: number, seq: number) {
    super(`The record of ${text} stands at ${seq}, not at ${after}: another process writes to it`)
  }
}
