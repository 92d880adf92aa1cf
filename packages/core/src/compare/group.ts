/** Groups of clauses that belong together: the pairs of a comparison before their words are compared. */

import type { Reason } from './comparison.ts'
import type { Join } from './coverage.ts'
import type { Matching } from './matching.ts'

export interface Group {
  readonly id: number
  /** Positions in reading order; empty where the clauses were added. */
  readonly old: readonly number[]
  readonly new: readonly number[]
  readonly why: Reason
  readonly sure: number
}

export interface Grouping {
  readonly groups: readonly Group[]
  readonly ofOld: ReadonlyMap<number, number>
  readonly ofNew: ReadonlyMap<number, number>
}

/** Puts matches and joins together, every clause in exactly one group. O(n). */
export function groupClauses(matching: Matching, joins: readonly Join[]): Grouping {
  const more = {
    old: Map.groupBy(
      joins.filter(({ kind }) => kind === 'merged'),
      (join) => join.new,
    ),
    new: Map.groupBy(
      joins.filter(({ kind }) => kind === 'split'),
      (join) => join.old,
    ),
  }
  const joinedOld = new Set(joins.flatMap((join) => (join.kind === 'merged' ? [join.old] : [])))
  const joinedNew = new Set(joins.flatMap((join) => (join.kind === 'split' ? [join.new] : [])))
  const groups: Group[] = []
  for (const match of matching.matches()) {
    const old = [match.old, ...(more.old.get(match.new) ?? []).map((join) => join.old)]
    const now = [match.new, ...(more.new.get(match.old) ?? []).map((join) => join.new)]
    groups.push({ id: groups.length, old: ordered(old), new: ordered(now), why: match.why, sure: match.sure })
  }
  for (const { at } of matching.freeOld())
    if (!joinedOld.has(at)) groups.push({ id: groups.length, old: [at], new: [], why: 'alone', sure: 1 })
  for (const { at } of matching.freeNew())
    if (!joinedNew.has(at)) groups.push({ id: groups.length, old: [], new: [at], why: 'alone', sure: 1 })
  return { groups, ofOld: pairedBy(groups, 'old'), ofNew: pairedBy(groups, 'new') }
}

function ordered(positions: number[]): number[] {
  return positions.sort((a, b) => a - b)
}

/** Groups with both sides, by position. */
function pairedBy(groups: readonly Group[], side: 'old' | 'new'): ReadonlyMap<number, number> {
  const paired = groups.filter((group) => group.old.length > 0 && group.new.length > 0)
  return new Map(paired.flatMap((group) => group[side].map((at) => [at, group.id] as const)))
}
