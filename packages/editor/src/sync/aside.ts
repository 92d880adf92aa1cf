/** Setting aside what the server refused for good: onto the shelf, and only then out of the copy. */

import type { Refused } from './kept.ts'

export interface AsideOptions {
  /** Puts words on the shelf. */
  readonly keep: (words: Refused) => Promise<unknown>
  /** Lets go of them in the copy. */
  readonly clear: () => Promise<void>
  /** Calls back after some milliseconds. */
  readonly wait: (delay: number, then: () => void) => void
  readonly done: () => void
}

/** Milliseconds until words that could not be set aside are tried again. */
const TRY_AGAIN = 2000

export class Aside {
  readonly #options: AsideOptions
  #state: 'not' | 'beginning' | 'done' = 'not'

  constructor(options: AsideOptions) {
    this.#options = options
  }

  get isDone(): boolean {
    return this.#state === 'done'
  }

  /** Begins with the words as they are now; asked again, it does nothing. */
  begin(words: () => Refused): void {
    if (this.#state !== 'not') return
    this.#state = 'beginning'
    void this.#set(words())
  }

  async #set(words: Refused): Promise<void> {
    const { keep, clear, wait, done } = this.#options
    try {
      await keep(words)
      await clear()
    } catch {
      // Nothing was let go of: the words are still in the copy, where they were.
      return wait(TRY_AGAIN, () => void this.#set(words))
    }
    this.#state = 'done'
    done()
  }
}
