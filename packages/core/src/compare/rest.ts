/** What of a clause is not explained yet: the words that its partners do not have. */

import type { Entry } from './entry.ts'
import type { Scale } from './likeness.ts'

/** How a part and the unexplained rest of a whole fit together; shares from 0 to 1. */
export interface Fit {
  /** Share of the part, by weight, that stands in the rest in runs of three words or more. */
  readonly ofPart: number
  /** Share of the rest that stands in the part. */
  readonly ofRest: number
  /** Share of the part's words that the rest has, in whatever order. */
  readonly byWords: number
  /** Words in the longest run. */
  readonly longest: number
}

/** Words in a row that count as a run. */
const run = 3

/** How many further places of one run are tried, beyond its first. */
const mostTurns = 20
/** Words of the longest part that is looked for whole; of longer ones only runs are. */
const longestWhole = 300

/** The unexplained words of one clause. Each partner or part explains its words once: a second copy stays unexplained. */
export class Rest {
  readonly #words: readonly number[]
  readonly #explained: boolean[]
  readonly #scale: Scale

  constructor(whole: Entry, scale: Scale) {
    this.#words = whole.words
    this.#explained = whole.words.map(() => false)
    this.#scale = scale
  }

  /** Whether all words of a part stand in the rest, one after another. O(words of both) as a rule. */
  holds({ words }: Entry): boolean {
    return this.#placeOf(words) >= 0
  }

  #placeOf(words: readonly number[]): number {
    if (words.length > longestWhole) return -1
    const { places } = this.#scale
    places.load(this.#words)
    let at = places.find(words, 0, words.length)
    for (let turn = 0; at >= 0 && turn < mostTurns; turn++) {
      if (!this.#explained.slice(at, at + words.length).includes(true)) return at
      at = places.find(words, 0, words.length, at + 1)
    }
    return -1
  }

  /** Marks the words that another clause has as a whole, or in runs of three. O(words of both) as a rule. */
  explain({ words }: Entry): void {
    const whole = this.#placeOf(words)
    if (whole >= 0) return void this.#explained.fill(true, whole, whole + words.length)
    const { places } = this.#scale
    places.load(words)
    const used = new Set<number>()
    const open = this.#explained.slice()
    for (let at = 0; at + run <= this.#words.length; at++) {
      if (open[at + run - 1]) continue
      let there = places.find(this.#words, at, run)
      for (let turn = 0; used.has(there) && turn < mostTurns; turn++)
        there = places.find(this.#words, at, run, there + 1)
      if (there < 0 || used.has(there)) continue
      used.add(there)
      this.#explained.fill(true, at, at + run)
    }
  }

  /** O(words of both) as a rule. */
  fit(part: Entry): Fit {
    const covered = this.#coveredIn(part)
    const shared = this.#mass(part.words, (at) => covered[at] === true)
    const all = this.#scale.massOf(part)
    const rest = this.#mass(this.#words, (at) => !this.#explained[at])
    const ofPart = all === 0 ? 0 : shared / all
    return {
      ofPart,
      ofRest: rest === 0 ? 0 : Math.min(1, shared / rest),
      byWords: all === 0 ? 0 : this.#commonMass(part) / all,
      longest: longestStretch(covered),
    }
  }

  /** Which words of a part stand in the rest in runs. */
  #coveredIn({ words }: Entry): boolean[] {
    const { places } = this.#scale
    places.load(this.#words)
    const covered = words.map(() => false)
    for (let at = 0; at + run <= words.length; at++) {
      let there = places.find(words, at, run)
      while (there >= 0 && this.#explained[there + run - 1]) there = places.find(words, at, run, there + 1)
      if (there >= 0) covered.fill(true, at, at + run)
    }
    return covered
  }

  #mass(words: readonly number[], counts: (at: number) => boolean): number {
    let mass = 0
    for (const [at, word] of words.entries()) if (counts(at)) mass += this.#scale.weights[word] ?? 0
    return mass
  }

  #commonMass({ words }: Entry): number {
    const left = new Map<number, number>()
    for (const [at, word] of this.#words.entries()) if (!this.#explained[at]) left.set(word, (left.get(word) ?? 0) + 1)
    let mass = 0
    for (const word of words) {
      const count = left.get(word) ?? 0
      left.set(word, count - 1)
      if (count > 0) mass += this.#scale.weights[word] ?? 0
    }
    return mass
  }
}

function longestStretch(covered: readonly boolean[]): number {
  let longest = 0
  let length = 0
  for (const is of covered) {
    length = is ? length + 1 : 0
    longest = Math.max(longest, length)
  }
  return longest
}
