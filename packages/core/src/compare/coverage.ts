/** Splits and merges: a clause without a partner whose words stand in what another clause lost or gained. */

import { isDivision } from './division.ts'
import type { Entry } from './entry.ts'
import type { Matching } from './matching.ts'
import type { Scale } from './similar.ts'

/** A further part of a split (`new` joins the pair of `old`) or of a merge (`old` joins the pair of `new`). */
export interface Join {
  readonly kind: 'split' | 'merged'
  readonly old: number
  readonly new: number
  readonly score: number
}

const fewestWords = 5
const leastCovered = 0.45
const mostTried = 8
const mostHolders = 48

/**
 * Finds joins, each part at most once. A part is tried with at most eight
 * wholes, those with most of its rare words. Word pairs that the whole's own partner has do not count, so a copy beside
 * its original is no split. Cost: O(n) for clauses of bounded length.
 */
export function findJoins(matching: Matching, scale: Scale): Join[] {
  const splits = joinsOf(matching.freeNew(), openOld(matching), scale, (part, whole) => ({
    kind: 'split',
    old: whole,
    new: part,
  }))
  const merges = joinsOf(matching.freeOld(), openNew(matching), scale, (part, whole) => ({
    kind: 'merged',
    old: part,
    new: whole,
  }))
  return settle([...splits, ...merges])
}

/** A clause that may have been split or merged into, and the partner it has already. */
interface Whole {
  readonly entry: Entry
  readonly partner: Entry
}

function openOld(matching: Matching): Whole[] {
  return matching.matches().flatMap((match) => open(matching.old[match.old], matching.new[match.new]))
}

function openNew(matching: Matching): Whole[] {
  return matching.matches().flatMap((match) => open(matching.new[match.new], matching.old[match.old]))
}

/** Only a clause that is longer than its partner in some place can have lost or gained a part. */
function open(entry: Entry | undefined, partner: Entry | undefined): Whole[] {
  return entry && partner && entry.key !== partner.key && entry.words.length >= fewestWords ? [{ entry, partner }] : []
}

type Place = (part: number, whole: number) => Omit<Join, 'score'>

function joinsOf(parts: readonly Entry[], wholes: readonly Whole[], scale: Scale, place: Place): Join[] {
  const index = indexOf(wholes)
  const rests = new Map<Whole, Rest>()
  return parts.flatMap((part) => {
    if (part.words.length < fewestWords || isDivision(part)) return []
    return likelyWholes(part, index, scale).flatMap((whole) => {
      const rest = rests.get(whole) ?? restOf(whole, scale)
      rests.set(whole, rest)
      const score = covered(part, rest, scale)
      return score >= leastCovered ? [{ ...place(part.at, whole.entry.at), score }] : []
    })
  })
}

function indexOf(wholes: readonly Whole[]): ReadonlyMap<number, Whole[]> {
  const index = new Map<number, Whole[]>()
  for (const whole of wholes) {
    for (const word of new Set(whole.entry.words)) {
      const holders = index.get(word)
      if (holders) holders.push(whole)
      else index.set(word, [whole])
    }
  }
  return index
}

function likelyWholes(part: Entry, index: ReadonlyMap<number, Whole[]>, scale: Scale): Whole[] {
  const found = new Map<Whole, number>()
  for (const word of new Set(part.words)) {
    const holders = index.get(word) ?? []
    if (holders.length > mostHolders) continue
    for (const whole of holders) found.set(whole, (found.get(whole) ?? 0) + (scale.weights[word] ?? 0))
  }
  const best = [...found].sort(([a, x], [b, y]) => y - x || a.entry.at - b.entry.at)
  return best.slice(0, mostTried).map(([whole]) => whole)
}

/** What a clause has and its partner has not. */
interface Rest {
  readonly words: ReadonlyMap<number, number>
  /** Runs of three words, as text. */
  readonly runs: ReadonlySet<string>
  readonly mass: number
}

function restOf({ entry, partner }: Whole, scale: Scale): Rest {
  const taken = new Set(runsOf(partner.words))
  const words = new Map<number, number>()
  for (const word of entry.words) words.set(word, (words.get(word) ?? 0) + 1)
  for (const word of partner.words) words.set(word, (words.get(word) ?? 0) - 1)
  const mass = massWithin(entry.words, (run) => !taken.has(run), scale)
  return { words, runs: new Set(runsOf(entry.words).filter((run) => !taken.has(run))), mass }
}

function runsOf(words: readonly number[]): string[] {
  return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`)
}

/** Weight of the words that stand in a run of three for which `counts` holds. */
function massWithin(words: readonly number[], counts: (run: string) => boolean, scale: Scale): number {
  const covered = new Set<number>()
  for (const [at, run] of runsOf(words).entries())
    if (counts(run)) for (const place of [at, at + 1, at + 2]) covered.add(place)
  let mass = 0
  for (const place of covered) mass += scale.weights[words[place] ?? -1] ?? 0
  return mass
}

/**
 * How well the part explains the rest, from 0 to 1: as much of either as stands in runs of three words in both, or, where
 * rewording broke the runs, the part's words that the rest has.
 */
function covered(part: Entry, rest: Rest, scale: Scale): number {
  const shared = massWithin(part.words, (run) => rest.runs.has(run), scale)
  const ofPart = shared / scale.massOf(part)
  const ofRest = rest.mass === 0 ? 0 : shared / rest.mass
  if (ofPart < 0.2) return 0
  return Math.max(ofPart, 0.9 * ofRest, (0.75 * weightWithin(part, rest, scale)) / scale.massOf(part))
}

function weightWithin({ words }: Entry, rest: Rest, scale: Scale): number {
  const left = new Map<number, number>()
  let weight = 0
  for (const word of words) {
    const count = left.get(word) ?? rest.words.get(word) ?? 0
    left.set(word, count - 1)
    if (count > 0) weight += scale.weights[word] ?? 0
  }
  return weight
}

function settle(joins: Join[]): Join[] {
  const ordered = joins.sort(
    (a, b) => b.score - a.score || Math.abs(a.old - a.new) - Math.abs(b.old - b.new) || a.old + a.new - (b.old + b.new),
  )
  const parts = { split: new Set<number>(), merged: new Set<number>() }
  return ordered.filter((join) => {
    const part = join.kind === 'split' ? join.new : join.old
    if (parts[join.kind].has(part)) return false
    parts[join.kind].add(part)
    return true
  })
}
