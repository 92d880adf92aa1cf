/** The table of changes: one entry for each changed clause, found by words and sorted by any column. Pure. */

import { changeSize, type Pair } from '@travaux/core'
import { leading, passes, type Filterable } from './view.ts'

export const columns = ['place', 'kind', 'size'] as const
export type Column = (typeof columns)[number]

export interface Sorting {
  readonly by: Column
  readonly down: boolean
}

export interface Entry {
  readonly pair: Pair
  readonly index: number
  readonly change: Filterable
  /** Characters inserted and deleted. */
  readonly size: number
}

/** Entries for the pairs that pass the filters and have the words sought in their numbers or text. */
export function entriesOf(pairs: readonly Pair[], chosen: ReadonlySet<Filterable>, sought: string): readonly Entry[] {
  const words = sought.trim().toLowerCase()
  return pairs.flatMap((pair, index) => {
    const change = leading(pair, chosen)
    if (!change || !passes(pair, chosen) || !has(pair, words)) return []
    return { pair, index, change, size: changeSize(pair.words) }
  })
}

/** Sorted; entries that are equal in a column keep the order of the text. */
export function sortEntries(entries: readonly Entry[], { by, down }: Sorting): readonly Entry[] {
  const sorted = entries.toSorted(orders[by])
  return down ? sorted.toReversed() : sorted
}

const orders: Readonly<Record<Column, (a: Entry, b: Entry) => number>> = {
  place: (a, b) => a.index - b.index,
  kind: (a, b) => a.change.localeCompare(b.change) || a.index - b.index,
  size: (a, b) => a.size - b.size || a.index - b.index,
}

function has({ old, new: now }: Pair, words: string): boolean {
  return words === '' || [...old, ...now].some(({ number, text }) => `${number} ${text}`.toLowerCase().includes(words))
}
