/** How large a text is: counted up as it grows, and measured only where the count says that it is too large. */

import * as Y from 'yjs'
import type { TextState } from './state.ts'

/** Measuring takes a pass over the whole text; between two measurements so many entries go by. */
const MEASURED_EVERY = 50

export class Size {
  readonly #most: number
  /** At least as large as the text: deletions make a text smaller, but are only counted when it is measured. */
  #counted: number | undefined
  #measuredAt = -Infinity

  /** `most`: bytes of the encoded state. */
  constructor(most: number) {
    this.#most = most
  }

  /** Whether so many bytes more may be added; counts them if they may. */
  takes(bytes: number, { doc, head }: TextState): boolean {
    this.#counted ??= this.#measure(doc)
    if (this.#counted + bytes > this.#most && head.seq - this.#measuredAt >= MEASURED_EVERY) {
      this.#measuredAt = head.seq
      this.#counted = this.#measure(doc)
    }
    if (this.#counted + bytes > this.#most) return false
    this.#counted += bytes
    return true
  }

  #measure(doc: Y.Doc): number {
    return Y.encodeStateAsUpdate(doc).length
  }
}
