/** How alike clauses are: their common words, weighed by how rare they are. */

import type { Entry } from './entry.ts'
import type { Lexicon } from './lexicon.ts'
import { Places } from './places.ts'

/** How alike two clauses are, each share from 0 to 1. */
export interface Likeness {
  /** Weight of the words in common against the weight of both (Dice's coefficient). */
  readonly alike: number
  /** Share of the shorter clause's word pairs that stand in the longer; 0 where it is too small to matter beside `alike`. */
  readonly contained: number
  /** How many words both begin with, in the same order. */
  readonly opening: number
}

/** Containment counts nearly as much as likeness of the whole. */
const containedWorth = 0.85

// Loops that run for every word count by hand: the first comparison in a fresh process runs mostly before it is compiled.

/** Measures clauses of one comparison. Tables of the last old clause are kept, so ask for its pairs one after another. */
export class Scale {
  readonly weights: Float64Array
  /** Where the words of the clause last looked into stand. */
  readonly places: Places
  readonly #lexicon: Lexicon
  readonly #counts: Int32Array
  readonly #mass = new Map<Entry, number>()
  #loaded: Entry | undefined
  /** The turn in which the word pair at each place of the loaded clause was last found. */
  #found = new Int32Array(0)
  #turn = 0

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
    this.weights = lexicon.weights()
    this.places = new Places(lexicon.size)
    this.#counts = new Int32Array(lexicon.size)
  }

  /** How many different words there are. */
  get size(): number {
    return this.weights.length
  }

  spread(word: number): number {
    return this.#lexicon.spread(word)
  }

  massOf(entry: Entry): number {
    const known = this.#mass.get(entry)
    if (known !== undefined) return known
    let mass = 0
    for (let at = 0; at < entry.words.length; at++) mass += this.weights[entry.words[at] ?? 0] ?? 0
    this.#mass.set(entry, mass)
    return mass
  }

  /** Cost: O(words of both), and of the new clause alone while the old one stays. */
  compare(old: Entry, now: Entry): Likeness {
    this.#load(old)
    const total = this.massOf(old) + this.massOf(now)
    const alike = total === 0 ? 0 : (2 * this.#common(now)) / total
    const opening = commonOpening(old.words, now.words)
    const shorter = Math.min(old.words.length, now.words.length)
    if (shorter < 5) return { alike, contained: opening === shorter && shorter > 1 ? fewOpening : 0, opening }
    const most = Math.min(1, this.#knownPairs(now) / (shorter - 1))
    const contained = containedWorth * most <= alike ? 0 : this.#pairsIn(old, now) / (shorter - 1)
    return { alike, contained, opening }
  }

  #load(old: Entry): void {
    if (this.#loaded === old) return
    for (const word of this.#loaded?.words ?? []) this.#counts[word] = 0
    for (const word of old.words) this.#counts[word] = (this.#counts[word] ?? 0) + 1
    this.#loaded = old
  }

  #common({ words }: Entry): number {
    const counts = this.#counts
    let common = 0
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? 0
      const left = counts[word] ?? 0
      counts[word] = left - 1
      if (left > 0) common += this.weights[word] ?? 0
    }
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? 0
      counts[word] = (counts[word] ?? 0) + 1
    }
    return common
  }

  /** How many pairs of neighbours are words of the loaded clause: no more can be pairs of it. */
  #knownPairs({ words }: Entry): number {
    let known = 0
    let before = false
    for (let at = 0; at < words.length; at++) {
      const is = (this.#counts[words[at] ?? 0] ?? 0) > 0
      if (is && before) known++
      before = is
    }
    return known
  }

  /** How many different pairs of neighbours of the old clause stand in the new one. */
  #pairsIn(old: Entry, { words }: Entry): number {
    const turn = ++this.#turn
    this.places.load(old.words)
    if (this.#found.length < old.words.length) this.#found = new Int32Array(2 * old.words.length)
    let found = 0
    for (let at = 0; at + 1 < words.length; at++) {
      const place = this.places.find(words, at, 2)
      if (place < 0 || this.#found[place] === turn) continue
      this.#found[place] = turn
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

/** So many words in the same order at the start are no chance, unless they are a formula: noise shows that. */
const tellingOpening = 12

/** One number for a likeness: containment counts nearly as much as likeness of the whole, a kept first sentence half. */
export function strengthOf({ alike, contained, opening }: Likeness): number {
  const opened = opening < tellingOpening ? 0 : Math.min(0.6, 0.3 + opening / 80)
  return Math.max(alike, containedWorth * contained, opened)
}
