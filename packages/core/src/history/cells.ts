/** One number for each clock of a Yjs client: dense where there are any, nothing where there are none. */

const CHUNK = 4096

export interface Cell {
  readonly clock: number
  /** Never 0. */
  readonly value: number
}

/** Numbers by clock: 0 where none was set, and a number that was set never changes. */
export class Cells {
  readonly #chunks = new Map<number, Uint32Array>()

  /** The value at a clock, 0 where none was set. */
  at(clock: number): number {
    return this.#chunks.get(Math.floor(clock / CHUNK))?.[clock % CHUNK] ?? 0
  }

  /** Sets every clock of a range that has no value yet. Memory: four bytes for each clock, in chunks. */
  fill(from: number, to: number, value: number): void {
    for (let clock = from; clock < to; clock++) {
      const chunk = this.#chunkOf(clock)
      const at = clock % CHUNK
      if (!chunk[at]) chunk[at] = value
    }
  }

  /** The cells of a range that are set, in order. Cost: linear in what is set, however long the range. */
  *within(from: number, to: number): Generator<Cell> {
    for (const index of this.#indexes(Math.floor(from / CHUNK), Math.ceil(to / CHUNK))) {
      const start = index * CHUNK
      const end = Math.min(to, start + CHUNK)
      for (let clock = Math.max(from, start); clock < end; clock++) {
        const value = this.at(clock)
        if (value > 0) yield { clock, value }
      }
    }
  }

  #chunkOf(clock: number): Uint32Array {
    const index = Math.floor(clock / CHUNK)
    const chunk = this.#chunks.get(index) ?? new Uint32Array(CHUNK)
    this.#chunks.set(index, chunk)
    return chunk
  }

  /** Chunks there are from one index up to another: a hostile range may be far longer than all of them. */
  #indexes(from: number, to: number): readonly number[] {
    if (to - from <= this.#chunks.size) return Array.from({ length: to - from }, (_, index) => from + index)
    return [...this.#chunks.keys()].filter((index) => index >= from && index < to).sort((a, b) => a - b)
  }
}
