/** How alike clauses are: their common words, weighed by how rare they are, and an index to find likely pairs. */

import type { Entry } from './entry.ts'
import type { Lexicon } from './lexicon.ts'

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

const rarest = 40
const mostHolders = 48

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
