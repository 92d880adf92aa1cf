/** Activity as people read it: changes to the words that one member made without a long pause are one row. */

import { UPDATE } from '../record/act.ts'
import type { Placed } from '../record/acts.ts'

export interface Row {
  /** The newest entry of the row. */
  readonly entry: Placed
  /** Its oldest entry. */
  readonly from: { readonly seq: number; readonly at: number }
  readonly entries: number
  readonly clauses: readonly string[]
}

/** A longer pause than this between two changes begins a new row (milliseconds). */
const PAUSE = 5 * 60_000

/** A row of one entry; `clauses`: the ids that the entry changed or speaks of. */
export function rowOf(entry: Placed, clauses: readonly string[]): Row {
  return { entry, from: { seq: entry.seq, at: entry.at }, entries: 1, clauses }
}

/** The row with an older one before it, or undefined where they are not one. */
export function joinRows(newer: Row, older: Row): Row | undefined {
  const both = newer.entry.kind === UPDATE && older.entry.kind === UPDATE
  const oneHand = newer.entry.actor === older.entry.actor && newer.entry.delegation === older.entry.delegation
  if (!both || !oneHand || newer.from.at - older.entry.at > PAUSE) return undefined
  return {
    entry: newer.entry,
    from: older.from,
    entries: newer.entries + older.entries,
    clauses: [...new Set([...older.clauses, ...newer.clauses])],
  }
}
