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
    for (let at = 0; at + words.length <= this.#words.length; at++)
      if (words.every((word, step) => this.#words[at + step] === word && !this.#explained[at + step])) return at
    return -1
  }

  /** Marks the words that another clause has in runs of three, or as a whole. O(words of both). */
  explain({ words }: Entry): void {
    const whole = this.#placeOf(words)
    if (whole >= 0) return void this.#explained.fill(true, whole, whole + words.length)
    const runs = countRuns(words)
    for (const at of this.#openRuns()) {
      const run = runAt(this.#words, at)
      const left = runs.get(run) ?? 0
      if (left === 0) continue
      runs.set(run, left - 1)
      this.#explained.fill(true, at, at + 3)
    }
  }

  /** Positions where three unexplained words follow each other, and those whose last is. */
  #openRuns(): number[] {
    const last = this.#words.length - 2
    return Array.from({ length: Math.max(0, last) }, (_, at) => at).filter((at) => !this.#explained[at + 2])
  }

  /** O(words of both). */
  fit(part: Entry): Fit {
    const runs = new Set(this.#openRuns().map((at) => runAt(this.#words, at)))
    const covered = part.words.map(() => false)
    for (let at = 0; at + 2 < part.words.length; at++)
      if (runs.has(runAt(part.words, at))) covered.fill(true, at, at + 3)
    const shared = this.#mass(part.words, covered)
    const all = this.#scale.massOf(part)
    const rest = this.#mass(
      this.#words,
      this.#explained.map((explained) => !explained),
    )
    return {
      ofPart: all === 0 ? 0 : shared / all,
      ofRest: rest === 0 ? 0 : Math.min(1, shared / rest),
      byWords: all === 0 ? 0 : this.#commonMass(part) / all,
      longest: longestStretch(covered),
    }
  }

  #mass(words: readonly number[], counts: readonly boolean[]): number {
    return words.reduce((mass, word, at) => (counts[at] ? mass + (this.#scale.weights[word] ?? 0) : mass), 0)
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

function runAt(words: readonly number[], at: number): string {
  return `${words[at]} ${words[at + 1]} ${words[at + 2]}`
}

function countRuns(words: readonly number[]): Map<string, number> {
  const runs = new Map<string, number>()
  for (let at = 0; at + 2 < words.length; at++) {
    const run = runAt(words, at)
    runs.set(run, (runs.get(run) ?? 0) + 1)
  }
  return runs
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
