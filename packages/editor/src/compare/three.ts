/** Three states of a text in two steps: for each clause, what either step did to it. */

import type { Pair } from '@travaux/core'
import { passes, usualFilters } from './view.ts'

export interface Steps {
  /** What the first step did to the clauses that these became; empty where there was nothing yet. */
  readonly first: readonly Pair[]
  /** What the second step did; undefined where the first step had deleted the clause. */
  readonly second: Pair | undefined
  readonly index: number
}

/**
 * Two comparisons that share a middle, row by row in the order of the latest text; what the first step deleted stands
 * behind what stood before it. A pair of the first step stands with every clause it led to. Cost: O(n).
 */
export function stepsOf(first: readonly Pair[], second: readonly Pair[]): readonly Steps[] {
  const led = new Map(first.flatMap((pair) => pair.new.map(({ id }) => [id, pair] as const)))
  const gone = deletedBehind(first)
  const rows: Omit<Steps, 'index'>[] = (gone.get(undefined) ?? []).map(deletedRow)
  const told = new Set<Pair>()
  for (const pair of second) {
    const before = [...new Set(pair.old.flatMap(({ id }) => led.get(id) ?? []))]
    rows.push({ first: before, second: pair })
    for (const one of before) {
      if (told.has(one)) continue
      told.add(one)
      rows.push(...(gone.get(one) ?? []).map(deletedRow))
    }
  }
  return rows.map((row, index) => ({ ...row, index }))
}

/** Whether either step changed it; a new number alone follows from other changes. */
export function isChanged({ first, second }: Steps): boolean {
  return (second ? [...first, second] : first).some((pair) => passes(pair, usualFilters))
}

function deletedRow(pair: Pair): Omit<Steps, 'index'> {
  return { first: [pair], second: undefined }
}

/** What was deleted, by the pair it stood behind; undefined for the very beginning. */
function deletedBehind(pairs: readonly Pair[]): ReadonlyMap<Pair | undefined, Pair[]> {
  const behind = new Map<Pair | undefined, Pair[]>()
  let before: Pair | undefined
  for (const pair of pairs) {
    if (pair.new.length > 0) before = pair
    else behind.set(before, [...(behind.get(before) ?? []), pair])
  }
  return behind
}
