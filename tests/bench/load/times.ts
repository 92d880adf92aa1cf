/** How long things took: a histogram of a quarter of a millisecond a step, so that millions cost nothing. */

const STEP = 0.25
const STEPS = 40_000

export class Times {
  count = 0
  readonly #steps = new Uint32Array(STEPS + 1)

  /** Notes that `times` things took so many milliseconds. */
  note(milliseconds: number, times = 1): void {
    const step = Math.min(STEPS, Math.max(0, Math.round(milliseconds / STEP)))
    this.#steps[step] = (this.#steps[step] ?? 0) + times
    this.count += times
  }

  /** The milliseconds that so large a part of them stayed within; 10,000 stands for all that is longer. */
  within(part: number): number {
    let left = this.count * part
    for (let step = 0; step <= STEPS; step++) {
      left -= this.#steps[step] ?? 0
      if (left <= 0) return step * STEP
    }
    return STEPS * STEP
  }
}
