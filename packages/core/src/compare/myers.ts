/** The shortest edit script of two lists of numbers: Myers's greedy O(ND) algorithm, bounded in edits. */

/** Positions from which both lists are alike for `size`. */
export interface Run {
  readonly old: number
  readonly new: number
  readonly size: number
}

/**
 * The runs that two lists have in common along a shortest edit script, in order, or undefined where it needs more than
 * `most` edits. Among equally short scripts it takes the one that deletes first. Diagonals that have reached the edge of a
 * list are not followed further (as in jsdiff, by Kevin Decker and others). O((N + M) · D) time; memory for at most D² / 2
 * steps of 12 bytes.
 */
export function commonRuns(old: Int32Array, now: Int32Array, most: number): Run[] | undefined {
  return new Search(old, now).run(Math.min(most, old.length + now.length))
}

const none = -1

/** Paths through the grid of both lists, each step kept with the one before it. */
class Search {
  readonly #old: Int32Array
  readonly #new: Int32Array
  /** For each diagonal (old position less new position) the step that came farthest on it. */
  readonly #farthest: Int32Array
  readonly #middle: number
  #steps = new Int32Array(3 * 256)
  #count = 0

  constructor(old: Int32Array, now: Int32Array) {
    this.#old = old
    this.#new = now
    this.#middle = now.length + 1
    this.#farthest = new Int32Array(old.length + now.length + 3).fill(none)
  }

  run(most: number): Run[] | undefined {
    const { length } = this.#old
    let [lowest, highest] = [-this.#new.length, length]
    this.#farthest[this.#middle] = this.#step(0, 0, none)
    if (this.#isEnd(0, 0)) return this.#runsTo(0)
    for (let edits = 1; edits <= most; edits++) {
      for (let diagonal = firstOf(lowest, edits); diagonal <= Math.min(highest, edits); diagonal += 2) {
        const step = this.#advance(diagonal)
        this.#farthest[this.#middle + diagonal] = step
        if (step === none) continue
        const at = this.#steps[3 * step] ?? 0
        if (this.#isEnd(at, diagonal)) return this.#runsTo(step)
        if (at >= length) highest = Math.min(highest, diagonal - 1)
        if (at - diagonal >= this.#new.length) lowest = Math.max(lowest, diagonal + 1)
      }
    }
    return undefined
  }

  /** One edit from the farther of the neighbouring diagonals, and as far as the lists are alike from there. */
  #advance(diagonal: number): number {
    const deleting = this.#farthest[this.#middle + diagonal - 1] ?? none
    const inserting = this.#farthest[this.#middle + diagonal + 1] ?? none
    const deletedTo = deleting === none ? none : (this.#steps[3 * deleting] ?? 0) + 1
    const insertedTo = inserting === none ? none : (this.#steps[3 * inserting] ?? 0)
    const mayDelete = deletedTo !== none && deletedTo <= this.#old.length
    const mayInsert = insertedTo !== none && insertedTo >= diagonal && insertedTo - diagonal <= this.#new.length
    if (!mayDelete && !mayInsert) return none
    const inserts = !mayDelete || (mayInsert && deletedTo - 1 < insertedTo)
    return inserts ? this.#step(insertedTo, diagonal, inserting) : this.#step(deletedTo, diagonal, deleting)
  }

  /** Follows equal numbers from an old position on a diagonal and keeps where that leads. */
  #step(from: number, diagonal: number, before: number): number {
    let at = from
    while (at < this.#old.length && at - diagonal < this.#new.length && this.#old[at] === this.#new[at - diagonal]) at++
    const step = this.#count++
    if (3 * step === this.#steps.length) this.#grow()
    this.#steps[3 * step] = at
    this.#steps[3 * step + 1] = diagonal
    this.#steps[3 * step + 2] = before
    return step
  }

  #grow(): void {
    const more = new Int32Array(2 * this.#steps.length)
    more.set(this.#steps)
    this.#steps = more
  }

  #isEnd(at: number, diagonal: number): boolean {
    return at >= this.#old.length && at - diagonal >= this.#new.length
  }

  #runsTo(last: number): Run[] {
    const runs: Run[] = []
    for (let step = last; step !== none;) {
      const [end = 0, diagonal = 0, before = none] = this.#steps.subarray(3 * step, 3 * step + 3)
      const start = before === none ? 0 : this.#startAfter(before, diagonal)
      if (end > start) runs.push({ old: start, new: start - diagonal, size: end - start })
      step = before
    }
    return runs.toReversed()
  }

  /** The old position that an edit from a step leads to. */
  #startAfter(before: number, diagonal: number): number {
    const deleted = diagonal > (this.#steps[3 * before + 1] ?? 0)
    return (this.#steps[3 * before] ?? 0) + (deleted ? 1 : 0)
  }
}

/** The lowest diagonal not below `lowest` that so many edits can reach. */
function firstOf(lowest: number, edits: number): number {
  const least = Math.max(lowest, -edits)
  return (least + edits) % 2 === 0 ? least : least + 1
}
