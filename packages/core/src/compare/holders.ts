/** In which clauses each word stands: an index to find the clauses that are likely to be like another. */

import type { Entry } from './entry.ts'
import type { Scale } from './likeness.ts'

const rarest = 40
const mostHolders = 48

/** The holders of words among some clauses of one side. */
export class Holders {
  readonly #scale: Scale
  readonly #byWord: (number[] | undefined)[] = []
  /** The weight found for each clause, by its place; 0 between two searches. */
  readonly #weights: Float64Array
  readonly #lastAsked: Int32Array
  #asked = 0

  /** O(words). */
  constructor(entries: readonly Entry[], scale: Scale) {
    this.#scale = scale
    this.#lastAsked = new Int32Array(scale.size)
    this.#weights = new Float64Array((entries.at(-1)?.at ?? -1) + 1)
    for (const { at, words } of entries) for (let turn = 0; turn < words.length; turn++) this.#add(words[turn] ?? 0, at)
  }

  #add(word: number, at: number): void {
    const holders = this.#byWord[word]
    if (!holders) this.#byWord[word] = [at]
    else if (holders[holders.length - 1] !== at) holders.push(at)
  }

  /** Places of the clauses with most of an entry's forty rarest words, best first. Words that too many have do not count. */
  likeliest(entry: Entry, most: number): number[] {
    const weights = this.#weights
    const found: number[] = []
    for (const word of this.#rareWords(entry)) {
      const weight = this.#scale.weights[word] ?? 0
      const holders = this.#byWord[word] ?? []
      for (let turn = 0; turn < holders.length; turn++) {
        const at = holders[turn] ?? 0
        if (weights[at] === 0) found.push(at)
        weights[at] = (weights[at] ?? 0) + weight
      }
    }
    const best = this.#bestOf(found, entry.at, most)
    for (const at of found) weights[at] = 0
    return best
  }

  #rareWords({ words }: Entry): number[] {
    const known: number[] = []
    this.#asked++
    for (const word of words) {
      const isNew = this.#lastAsked[word] !== this.#asked
      this.#lastAsked[word] = this.#asked
      if (isNew && (this.#byWord[word]?.length ?? mostHolders) < mostHolders) known.push(word)
    }
    if (known.length <= 1) return known
    return known.sort((a, b) => this.#scale.spread(a) - this.#scale.spread(b) || a - b).slice(0, rarest)
  }

  /** The heaviest of the places found, nearest first where they weigh the same. O(found * most), less as a rule. */
  #bestOf(found: readonly number[], place: number, most: number): number[] {
    const best: number[] = []
    for (const at of found) {
      let rank = best.length
      while (rank > 0 && this.#isBefore(at, best[rank - 1] ?? -1, place)) rank--
      if (rank >= most) continue
      best.splice(rank, 0, at)
      if (best.length > most) best.pop()
    }
    return best
  }

  #isBefore(at: number, other: number, place: number): boolean {
    const [weight, others] = [this.#weights[at] ?? 0, this.#weights[other] ?? 0]
    if (weight !== others) return weight > others
    const [near, farther] = [Math.abs(at - place), Math.abs(other - place)]
    return near < farther || (near === farther && at < other)
  }
}
