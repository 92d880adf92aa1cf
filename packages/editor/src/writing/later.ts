/** Work that takes a while: the page says so in a frame of its own first. Whoever goes on before that finds it done. */

import { behindFrame } from '../app/frame.ts'

/** Putting in more clauses than this may take longer than a second. */
const MANY = 1000

export class Later {
  readonly #tell: (clauses: number | null) => void
  #waiting: (() => void) | undefined

  /** `tell` hears how many clauses are being worked on, and null once that is over. */
  constructor(tell: (clauses: number | null) => void) {
    this.#tell = tell
  }

  /** Does what concerns so many clauses: at once, or behind the frame that says that it is being done. */
  perform(clauses: number, work: () => void): void {
    this.now()
    if (clauses <= MANY) return work()
    const done = (): void => {
      this.#waiting = undefined
      callOff()
      try {
        work()
      } finally {
        this.#tell(null)
      }
    }
    const callOff = behindFrame(done)
    this.#waiting = done
    this.#tell(clauses)
  }

  /** Does at once what waits for its frame: something else is about to be done, which comes behind it. */
  now(): void {
    this.#waiting?.()
  }
}
