/**
 * What joiners are served: the frame with the whole text, encoded once, and those of the updates since, for as long as that
 * stays short. All joiners are sent the same bytes: two hundred of them hold one copy of the text, not two hundred.
 */

import { encodeHead } from '@travaux/core'
import * as Y from 'yjs'
import { answerFrame, headFrame, updateFrame } from './frame.ts'

/** Bytes and number of later updates beyond which the text is encoded anew. */
const LONGEST_TAIL = 64 * 1024
const MOST_UPDATES = 64

export class Served {
  readonly #doc: Y.Doc
  #whole: Uint8Array | undefined
  /** Undefined until it is asked for, and where the text is not long. */
  #head: { readonly frame: Uint8Array | undefined } | undefined
  #tail: Uint8Array[] = []
  #tailBytes = 0

  /** Must hear of every update to the document from `updated`. */
  constructor(doc: Y.Doc) {
    this.#doc = doc
    doc.on('update', this.updated)
  }

  readonly updated = (update: Uint8Array): void => {
    this.#head = undefined
    if (!this.#whole) return
    this.#tail.push(updateFrame(update))
    this.#tailBytes += update.length
    if (this.#tail.length > MOST_UPDATES || this.#tailBytes > LONGEST_TAIL) this.#forget()
  }

  /**
   * The frames that answer a client with this state vector, the head of a long text `first` where the client has nothing yet.
   * @throws on a vector that is none.
   */
  for(vector: Uint8Array, first: 'head' | 'whole'): readonly Uint8Array[] {
    const has = Y.decodeStateVector(vector)
    if (has.size > 0) return [answerFrame(Y.encodeStateAsUpdate(this.#doc, vector))]
    this.#whole ??= answerFrame(Y.encodeStateAsUpdate(this.#doc))
    const head = first === 'head' ? this.#headFrame() : undefined
    return [...(head ? [head] : []), this.#whole, ...this.#tail]
  }

  #headFrame(): Uint8Array | undefined {
    if (!this.#head) {
      const head = encodeHead(this.#doc)
      this.#head = { frame: head && headFrame(head) }
    }
    return this.#head.frame
  }

  close(): void {
    this.#doc.off('update', this.updated)
    this.#forget()
  }

  #forget(): void {
    this.#whole = undefined
    this.#head = undefined
    this.#tail = []
    this.#tailBytes = 0
  }
}
