/** Clauses that hold others: matched by what stands beneath them when their own words say too little. */

import { isDivision, type Entry } from './entry.ts'
import { strengthOf, type Scale } from './likeness.ts'
import { takeBest, type Candidate, type Matching } from './matching.ts'

/**
 * Matches free clauses whose provisions belong together: each match beneath votes, with the weight of its words, for
 * every pair of its ancestors. Cost: O(n * depth²).
 */
export function matchBeneath(matching: Matching, scale: Scale): number {
  const oldSizes = subtreeSizes(matching.old)
  const newSizes = subtreeSizes(matching.new)
  const candidates: Candidate[] = []
  for (const { old, now, votes } of votesBeneath(matching)) {
    const oldShare = votes / ((oldSizes[old.at] ?? 0) - old.words.length || 1)
    const newShare = votes / ((newSizes[now.at] ?? 0) - now.words.length || 1)
    const share = (oldShare + newShare) / 2
    const titled = old.words.length > 0 && old.isLike(now)
    const least = titled || old.path === now.path ? 0.08 : 0.3
    if (Math.max(oldShare, newShare) < 0.5 && share < least) continue
    if (!isDivision(old) && speaksOtherwise(scale, old, now)) continue
    const alike =
      (titled ? 0.7 : 0) + (old.path === now.path ? 0.1 : 0) + (old.clause.kind === now.clause.kind ? 0.1 : 0)
    candidates.push({
      old: old.at,
      new: now.at,
      score: share + alike,
      why: 'beneath',
      sure: Math.min(0.99, 0.5 + share / 2),
    })
  }
  return takeBest(matching, candidates)
}

/** Provisions have words of their own; where these have nothing in common, those beneath prove little. */
function speaksOtherwise(scale: Scale, old: Entry, now: Entry): boolean {
  const both = Math.min(old.words.length, now.words.length) > 4
  return both && strengthOf(scale.compare(old, now)) < 0.2
}

interface Votes {
  readonly old: Entry
  readonly now: Entry
  votes: number
}

function votesBeneath(matching: Matching): Iterable<Votes> {
  const tally = new Map<number, Votes>()
  for (const match of matching.matches()) {
    const weight = 1 + Math.min(matching.old[match.old]?.words.length ?? 0, matching.new[match.new]?.words.length ?? 0)
    for (const old of ancestors(matching.old, match.old)) {
      if (matching.ofOld(old.at)) continue
      for (const now of ancestors(matching.new, match.new)) {
        if (matching.ofNew(now.at) || !compatible(old, now)) continue
        const key = old.at * matching.new.length + now.at
        const votes = tally.get(key)
        if (votes) votes.votes += weight
        else tally.set(key, { old, now, votes: weight })
      }
    }
  }
  return tally.values()
}

/** A part is no article, whatever stands beneath it. */
function compatible(old: Entry, now: Entry): boolean {
  return old.clause.kind === now.clause.kind || (!isDivision(old) && !isDivision(now))
}

/** The clauses above a clause, innermost first. */
export function ancestors(entries: readonly Entry[], at: number): Entry[] {
  const above: Entry[] = []
  let entry = entries[entries[at]?.parent ?? -1]
  for (; entry; entry = entries[entry.parent]) above.push(entry)
  return above
}

/** Words in each clause and all beneath it, and one for each clause. */
export function subtreeSizes(entries: readonly Entry[]): number[] {
  const sizes = entries.map(({ words }) => words.length + 1)
  for (const { at, parent } of entries.toReversed()) {
    if (parent >= 0) sizes[parent] = (sizes[parent] ?? 0) + (sizes[at] ?? 0)
  }
  return sizes
}

/** Matches what can only be one thing: the title, the preamble, and clauses without words that have the same number. */
export function matchPlaces(matching: Matching): void {
  const news = Map.groupBy(matching.freeNew(), placeKey)
  for (const [key, olds] of Map.groupBy(matching.freeOld(), placeKey)) {
    if (key === '') continue
    for (const [turn, old] of olds.entries()) {
      const now = news.get(key)?.[turn]
      if (now) matching.add({ old: old.at, new: now.at, why: 'place', sure: 0.6 })
    }
  }
}

function placeKey({ clause: { kind }, path, words, text }: Entry): string {
  if (kind === 'title' || kind === 'preamble') return kind
  return words.length === 0 ? `${kind} ${path} ${text === ''}` : ''
}
