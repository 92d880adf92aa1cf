/** The pace at which a socket is read: whoever sends too fast is not refused but read more slowly. */

import type { Limits } from './limits.ts'

/** What can be read more slowly. */
export interface Paced {
  readonly isPaused: boolean
  readonly pause: () => void
  readonly resume: () => void
}

/** How long a socket that is ahead of its pace is not read, in milliseconds. */
const PAUSE = 100

export class Pace {
  readonly #socket: Paced
  readonly #perMillisecond: number
  readonly #burst: number
  readonly #now: () => number
  #left: number
  #counted: number

  constructor(socket: Paced, { framesPerSecond, burst }: Pick<Limits, 'framesPerSecond' | 'burst'>, now: () => number) {
    this.#socket = socket
    this.#perMillisecond = framesPerSecond / 1000
    this.#burst = burst
    this.#now = now
    this.#left = burst
    this.#counted = now()
  }

  /** One more frame was read. */
  count(): void {
    const now = this.#now()
    this.#left = Math.min(this.#left + (now - this.#counted) * this.#perMillisecond, this.#burst) - 1
    this.#counted = now
    if (this.#left < 0 && !this.#socket.isPaused) this.#rest()
  }

  #rest(): void {
    this.#socket.pause()
    const enough = Math.max(PAUSE, -this.#left / this.#perMillisecond)
    setTimeout(() => this.#socket.resume(), enough).unref()
  }
}
