/** What moved: a clause that left the clause above it, or changed its order among those that stayed. */

import { ancestors, subtreeSizes } from './division.ts'
import type { Entry } from './entry.ts'
import type { Grouping } from './group.ts'

/** A clause on both sides, and how much moves with it. */
interface Standing {
  readonly group: number
  readonly old: number
  readonly new: number
  readonly weight: number
}

/**
 * The groups that moved. A clause whose nearest matched ancestor no longer stands above it has moved; of the clauses
 * beneath one ancestor, those outside a heaviest increasing subsequence have, so that as few words as possible count as
 * moved. Cost: O(n log n).
 */
export function movedGroups(old: readonly Entry[], now: readonly Entry[], grouping: Grouping): ReadonlySet<number> {
  const oldSizes = subtreeSizes(old)
  const newSizes = subtreeSizes(now)
  const moved = new Set<number>()
  const beneath = new Map<number, Standing[]>()
  for (const group of grouping.groups) {
    const [first] = group.old
    const [here] = group.new
    if (first === undefined || here === undefined) continue
    const home = homeOf(old, now, grouping, first, here)
    const unchanged = isUnchanged(old[first], now[here]) ? 1 : 0
    const weight = 2 * ((oldSizes[first] ?? 0) + (newSizes[here] ?? 0)) + unchanged
    if (home === undefined) moved.add(group.id)
    else addTo(beneath, home, { group: group.id, old: first, new: here, weight })
  }
  for (const standings of beneath.values()) for (const { group } of outOfOrder(standings)) moved.add(group)
  return moved
}

function isUnchanged(old: Entry | undefined, now: Entry | undefined): boolean {
  return old !== undefined && now !== undefined && old.isLike(now)
}

function addTo(beneath: Map<number, Standing[]>, home: number, standing: Standing): void {
  const standings = beneath.get(home)
  if (standings) standings.push(standing)
  else beneath.set(home, [standing])
}

/** The group above a clause in both texts, -1 for the root, or undefined where the two texts disagree. */
function homeOf(
  old: readonly Entry[],
  now: readonly Entry[],
  grouping: Grouping,
  from: number,
  to: number,
): number | undefined {
  const above = nearestGroup(old, grouping.ofOld, from)
  const below = nearestGroup(now, grouping.ofNew, to)
  return above === below ? above : undefined
}

function nearestGroup(entries: readonly Entry[], groupOf: ReadonlyMap<number, number>, at: number): number {
  const holder = ancestors(entries, at).find((entry) => groupOf.has(entry.at))
  return (holder && groupOf.get(holder.at)) ?? -1
}

/** The standings outside a heaviest subsequence that is in order on both sides. */
function outOfOrder(standings: readonly Standing[]): Standing[] {
  const ordered = standings.toSorted((a, b) => a.old - b.old)
  if (ordered.every(({ new: here }, at) => at === 0 || (ordered[at - 1]?.new ?? -1) < here)) return []
  const kept = heaviestIncreasing(ordered)
  return ordered.filter((_, at) => !kept.has(at))
}

/** Positions of a heaviest subsequence with increasing `new`, by a Fenwick tree of best endings. */
function heaviestIncreasing(ordered: readonly Standing[]): ReadonlySet<number> {
  const ranks = new Map(ordered.toSorted((a, b) => a.new - b.new).map(({ group }, rank) => [group, rank + 1]))
  const best: number[] = []
  const before: number[] = []
  const tree = new Int32Array(ordered.length + 1).fill(-1)
  for (const [at, { group, weight }] of ordered.entries()) {
    const rank = ranks.get(group) ?? 0
    const previous = endingBelow(tree, best, rank - 1)
    before.push(previous)
    best.push(weight * ordered.length + 1 + (previous < 0 ? 0 : (best[previous] ?? 0)))
    raise(tree, best, rank, at)
  }
  return chainTo(
    best.reduce((most, total, at) => (total > (best[most] ?? 0) ? at : most), 0),
    before,
  )
}

function endingBelow(tree: Int32Array, best: readonly number[], rank: number): number {
  let found = -1
  for (let node = rank; node > 0; node -= node & -node) {
    const ending = tree[node] ?? -1
    if (ending >= 0 && (found < 0 || (best[ending] ?? 0) > (best[found] ?? 0))) found = ending
  }
  return found
}

function raise(tree: Int32Array, best: readonly number[], rank: number, at: number): void {
  for (let node = rank; node < tree.length; node += node & -node) {
    const ending = tree[node] ?? -1
    if (ending < 0 || (best[at] ?? 0) > (best[ending] ?? 0)) tree[node] = at
  }
}

function chainTo(end: number, before: readonly number[]): ReadonlySet<number> {
  const chain = new Set<number>()
  for (let at = end; at >= 0; at = before[at] ?? -1) chain.add(at)
  return chain
}
