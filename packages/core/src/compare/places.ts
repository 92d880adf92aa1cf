/** Where each word of a clause stands in it, so that runs of words are found without a table of runs. */

const mostTries = 4000

/** Made once for a comparison and loaded with one clause at a time. */
export class Places {
  /** For each word of the lexicon its first place in the clause, plus one. */
  readonly #first: Int32Array
  /** For each place the next one of the same word, plus one. */
  #next = new Int32Array(64)
  #words: readonly number[] = []

  constructor(size: number) {
    this.#first = new Int32Array(size)
  }

  /** Looks into a clause; nothing where it is the one looked into already. O(words). */
  load(words: readonly number[]): void {
    if (this.#words === words) return
    for (const word of this.#words) this.#first[word] = 0
    if (this.#next.length < words.length) this.#next = new Int32Array(2 * words.length)
    for (let at = words.length - 1; at >= 0; at--) {
      const word = words[at] ?? 0
      this.#next[at] = this.#first[word] ?? 0
      this.#first[word] = at + 1
    }
    this.#words = words
  }

  /**
   * The first place in the clause, from `after` on, where the `size` words from `at` on stand, or -1. Of a word that stands
   * more than four thousand times only the first are looked at.
   */
  find(words: readonly number[], at: number, size: number, after = 0): number {
    let place = (this.#first[words[at] ?? 0] ?? 0) - 1
    for (let tries = 0; place >= 0 && tries < mostTries; tries++) {
      if (place >= after && this.#hasAt(place, words, at, size)) return place
      place = (this.#next[place] ?? 0) - 1
    }
    return -1
  }

  #hasAt(place: number, words: readonly number[], at: number, size: number): boolean {
    if (place + size > this.#words.length) return false
    for (let step = 1; step < size; step++) if (this.#words[place + step] !== words[at + step]) return false
    return true
  }
}
