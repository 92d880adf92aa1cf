/** Clauses with words in common: weighed by how rare the words are, found through an index of rare words. */

import { contextOf } from './context.ts'
import { isDivision, type Entry } from './entry.ts'
import type { Lexicon } from './lexicon.ts'
import { takeBest, type Candidate, type Matching } from './matching.ts'
import type { Noise } from './noise.ts'

/** How alike two clauses are, each from 0 to 1. */
export interface Likeness {
  /** Weight of the words in common against the weight of both (Dice's coefficient). */
  readonly alike: number
  /** Share of the shorter clause's word pairs that stand in the longer. */
  readonly contained: number
}

/** Measures clauses of one comparison. Tables of the last old clause are kept, so ask for its pairs one after another. */
export class Scale {
  readonly weights: Float64Array
  readonly #lexicon: Lexicon
  readonly #counts: Int32Array
  #loaded: Entry | undefined
  #pairs = new Set<number>()
  #mass = new Map<Entry, number>()

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
    this.weights = lexicon.weights()
    this.#counts = new Int32Array(lexicon.size)
  }

  spread(word: number): number {
    return this.#lexicon.spread(word)
  }

  massOf(entry: Entry): number {
    const known = this.#mass.get(entry)
    if (known !== undefined) return known
    const mass = entry.words.reduce((sum, word) => sum + (this.weights[word] ?? 0), 0)
    this.#mass.set(entry, mass)
    return mass
  }

  /** Cost: O(words of both), and of the new clause alone while the old one stays. */
  compare(old: Entry, now: Entry): Likeness {
    this.#load(old)
    const total = this.massOf(old) + this.massOf(now)
    const alike = total === 0 ? 0 : (2 * this.#common(now)) / total
    const shorter = Math.min(old.words.length, now.words.length)
    return { alike, contained: shorter < 5 ? 0 : this.#pairsIn(now) / (shorter - 1) }
  }

  #load(old: Entry): void {
    if (this.#loaded === old) return
    for (const word of this.#loaded?.words ?? []) this.#counts[word] = 0
    for (const word of old.words) this.#counts[word] = (this.#counts[word] ?? 0) + 1
    this.#pairs = new Set(pairsOf(old.words))
    this.#loaded = old
  }

  #common(now: Entry): number {
    const counts = this.#counts
    let common = 0
    for (const word of now.words) {
      const left = counts[word] ?? 0
      counts[word] = left - 1
      if (left > 0) common += this.weights[word] ?? 0
    }
    for (const word of now.words) counts[word] = (counts[word] ?? 0) + 1
    return common
  }

  #pairsIn(now: Entry): number {
    const found = new Set<number>()
    for (const pair of pairsOf(now.words)) if (this.#pairs.has(pair)) found.add(pair)
    return found.size
  }
}

/** Neighbouring words as one number: the product stays below 2^53 for 90 million different words. */
function pairsOf(words: readonly number[]): number[] {
  return words.slice(1).map((word, at) => (words[at] ?? 0) * 94_000_000 + word)
}

/** One number for a likeness: containment counts nearly as much as likeness of the whole. */
export function strengthOf({ alike, contained }: Likeness): number {
  return Math.max(alike, 0.85 * contained)
}

/** What a match needs: a least strength and a least distance from noise, with nothing and with everything around it. */
export interface Demands {
  readonly alone: number
  readonly supported: number
  readonly aboveNoise: number
}

export interface Measures {
  readonly matching: Matching
  readonly scale: Scale
  readonly noise: Noise
}

/** Stronger likeness than this is no noise. */
const clear = 0.75

const rarest = 40
const mostHolders = 48
const mostTried = 24

/**
 * Matches free clauses that are alike enough. Each old clause is tried with at most 24 new ones: those with most of its
 * forty rarest words, words in more than 48 free clauses aside, and those in its own place. Cost: O(n) for clauses of
 * bounded length.
 */
export function matchSimilar({ matching, scale, noise }: Measures, demands: Demands): number {
  const free = matching.freeNew().filter(({ words }) => words.length > 0)
  const index = holdersOf(free)
  const places = new Map(free.map((entry) => [entry.path, entry]))
  const candidates: Candidate[] = []
  for (const old of matching.freeOld()) {
    if (old.words.length === 0) continue
    for (const now of triedWith(matching, scale, { old, index, places })) {
      const candidate = judge({ matching, scale, noise }, demands, old, now)
      if (candidate) candidates.push(candidate)
    }
  }
  return takeBest(matching, candidates)
}

/** For each word the clauses it stands in. */
export function holdersOf(free: readonly Entry[]): ReadonlyMap<number, number[]> {
  const index = new Map<number, number[]>()
  for (const { at, words } of free) {
    for (const word of new Set(words)) {
      const holders = index.get(word)
      if (!holders) index.set(word, [at])
      else holders.push(at)
    }
  }
  return index
}

interface Search {
  readonly old: Entry
  readonly index: ReadonlyMap<number, number[]>
  readonly places: ReadonlyMap<string, Entry>
}

function triedWith(matching: Matching, scale: Scale, { old, index, places }: Search): Entry[] {
  const tried = new Set(likeliest(old, index, scale, mostTried))
  for (const near of inPlace(matching, old, places)) tried.add(near.at)
  return [...tried].flatMap((at) => matching.new[at] ?? [])
}

/** Positions of the clauses with most of an entry's forty rarest words, best first. Words that too many have do not count. */
export function likeliest(entry: Entry, index: ReadonlyMap<number, number[]>, scale: Scale, most: number): number[] {
  const found = new Map<number, number>()
  const words = [...new Set(entry.words)].filter((word) => (index.get(word)?.length ?? mostHolders) < mostHolders)
  const rare = words.sort((a, b) => scale.spread(a) - scale.spread(b) || a - b).slice(0, rarest)
  for (const word of rare) {
    for (const at of index.get(word) ?? []) found.set(at, (found.get(at) ?? 0) + (scale.weights[word] ?? 0))
  }
  const near = (at: number): number => Math.abs(at - entry.at)
  return [...found]
    .sort(([a, x], [b, y]) => y - x || near(a) - near(b) || a - b)
    .slice(0, most)
    .map(([at]) => at)
}

/** The new clause of the same number, and the free ones beside the images of its neighbours. */
function inPlace(matching: Matching, old: Entry, places: ReadonlyMap<string, Entry>): Entry[] {
  const before = matching.image(old.at - 1)
  const after = old.at + 1 < matching.old.length ? matching.image(old.at + 1) : matching.new.length
  const beside = [before === undefined ? -1 : before + 1, after === undefined ? -1 : after - 1]
  const near = beside.flatMap((at) => (matching.ofNew(at) ? [] : (matching.new[at] ?? [])))
  const same = old.label === '' ? undefined : places.get(old.path)
  return same ? [...near, same] : near
}

function judge({ matching, scale, noise }: Measures, demands: Demands, old: Entry, now: Entry): Candidate | undefined {
  const likeness = scale.compare(old, now)
  const strength = strengthOf(likeness)
  if (strength < demands.supported) return undefined
  const context = contextOf(matching, old, now)
  const least = demands.alone + (demands.supported - demands.alone) * context
  if (strength < least + penalty(old, now)) return undefined
  if (strength < clear && strength < noise.around(old, now) + demands.aboveNoise * (1 - context)) return undefined
  const score = 0.75 * strength + 0.25 * context
  const why = likeness.alike >= 0.85 * likeness.contained ? 'similar' : 'contained'
  return { old: old.at, new: now.at, score, why, sure: Math.min(0.99, score) }
}

/** A heading is seldom a provision, the words of a division's title prove little, and so do very few words. */
function penalty(old: Entry, now: Entry): number {
  const divisions = Number(isDivision(old)) + Number(isDivision(now))
  if (divisions === 1) return 0.3
  const few = Math.min(old.words.length, now.words.length) < 4 ? 0.15 : 0
  return divisions === 2 && old.children.length + now.children.length > 0 ? Math.max(few, 0.2) : few
}
