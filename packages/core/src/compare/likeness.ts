/** How alike clauses are: their common words, weighed by how rare they are, and an index to find likely pairs. */

import type { Entry } from './entry.ts'
import type { Lexicon } from './lexicon.ts'

/** How alike two clauses are, each from 0 to 1. */
export interface Likeness {
  /** Weight of the words in common against the weight of both (Dice's coefficient). */
  readonly alike: number
  /** Share of the shorter clause's word pairs that stand in the longer. */
  readonly contained: number
  /** How many words both begin with, in the same order. */
  readonly opening: number
}

/** Measures clauses of one comparison. Tables of the last old clause are kept, so ask for its pairs one after another. */
export class Scale {
  readonly weights: Float64Array
  readonly #lexicon: Lexicon
  readonly #counts: Int32Array
  #loaded: Entry | undefined
  /** The word pairs of the loaded clause, each with the turn it was last found in. */
  #pairs = new Map<number, number>()
  #turn = 0
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
    const opening = commonOpening(old.words, now.words)
    const few = opening === shorter && shorter > 1 ? fewOpening : 0
    return { alike, contained: shorter < 5 ? few : this.#pairsIn(now) / (shorter - 1), opening }
  }

  #load(old: Entry): void {
    if (this.#loaded === old) return
    for (const word of this.#loaded?.words ?? []) this.#counts[word] = 0
    for (const word of old.words) this.#counts[word] = (this.#counts[word] ?? 0) + 1
    this.#pairs = new Map(old.words.slice(1).map((word, at) => [pairOf(old.words[at] ?? 0, word), 0]))
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

  #pairsIn({ words }: Entry): number {
    const turn = ++this.#turn
    let found = 0
    for (let at = 1; at < words.length; at++) {
      const pair = pairOf(words[at - 1] ?? 0, words[at] ?? 0)
      const seen = this.#pairs.get(pair)
      if (seen === undefined || seen === turn) continue
      this.#pairs.set(pair, turn)
      found++
    }
    return found
  }
}

/** What a clause under five words counts as contained where the other begins with it, as a list does with its chapeau. */
const fewOpening = 0.75

function commonOpening(old: readonly number[], now: readonly number[]): number {
  const most = Math.min(old.length, now.length)
  let size = 0
  while (size < most && old[size] === now[size]) size++
  return size
}

/** Neighbouring words as one number: the product stays below 2^53 for 90 million different words. */
function pairOf(first: number, second: number): number {
  return first * 94_000_000 + second
}

/** So many words in the same order at the start are no chance, unless they are a formula: noise shows that. */
const tellingOpening = 12

/** One number for a likeness: containment counts nearly as much as likeness of the whole, a kept first sentence half. */
export function strengthOf({ alike, contained, opening }: Likeness): number {
  const opened = opening < tellingOpening ? 0 : Math.min(0.6, 0.3 + opening / 80)
  return Math.max(alike, 0.85 * contained, opened)
}

/** For each word the clauses it stands in. */
export function holdersOf(free: readonly Entry[]): ReadonlyMap<number, number[]> {
  const index = new Map<number, number[]>()
  for (const { at, words } of free) {
    for (const word of words) {
      const holders = index.get(word)
      if (!holders) index.set(word, [at])
      else if (holders.at(-1) !== at) holders.push(at)
    }
  }
  return index
}

const rarest = 40
const mostHolders = 48

/** Positions of the clauses with most of an entry's forty rarest words, best first. Words that too many have do not count. */
export function likeliest(entry: Entry, index: ReadonlyMap<number, number[]>, scale: Scale, most: number): number[] {
  const found = new Map<number, number>()
  for (const word of rareWords(entry, index, scale)) {
    const weight = scale.weights[word] ?? 0
    for (const at of index.get(word) ?? []) found.set(at, (found.get(at) ?? 0) + weight)
  }
  return bestOf(found, entry.at, most)
}

function rareWords({ words }: Entry, index: ReadonlyMap<number, number[]>, scale: Scale): number[] {
  const known = [...new Set(words)].filter((word) => (index.get(word)?.length ?? mostHolders) < mostHolders)
  if (known.length <= 1) return known
  return known.sort((a, b) => scale.spread(a) - scale.spread(b) || a - b).slice(0, rarest)
}

/** The heaviest of the positions found, nearest first where they weigh the same. O(found * most), less as a rule. */
function bestOf(found: ReadonlyMap<number, number>, place: number, most: number): number[] {
  const best: number[] = []
  const isBefore = (at: number, other: number): boolean => {
    const [weight, others] = [found.get(at) ?? 0, found.get(other) ?? 0]
    const [near, farther] = [Math.abs(at - place), Math.abs(other - place)]
    return weight > others || (weight === others && (near < farther || (near === farther && at < other)))
  }
  for (const at of found.keys()) {
    let rank = best.length
    while (rank > 0 && isBefore(at, best[rank - 1] ?? -1)) rank--
    if (rank >= most) continue
    best.splice(rank, 0, at)
    if (best.length > most) best.pop()
  }
  return best
}
