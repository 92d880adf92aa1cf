/** Ledgers of the texts whose history was asked for lately: read once, then only brought up to date. */

import { Ledger } from '@travaux/core'
import type { Texts } from './texts.ts'

/** Ledgers kept at a time: that of a long record takes tens of megabytes. */
const MOST = 8

export class Ledgers {
  readonly #texts: Pick<Texts, 'entries'>
  readonly #kept = new Map<string, Promise<Ledger>>()

  constructor(texts: Pick<Texts, 'entries'>) {
    this.#texts = texts
  }

  /** The ledger of a text, which has reached an entry that is durable. */
  upTo(text: string, seq: number): Promise<Ledger> {
    const before = this.#kept.get(text) ?? Promise.resolve(new Ledger())
    const reading = before.then((ledger) => this.#readOn(text, ledger, seq))
    this.#kept.delete(text)
    this.#kept.set(text, reading)
    reading.catch(() => this.#kept.delete(text))
    this.#forgetOldest()
    return reading
  }

  async #readOn(text: string, ledger: Ledger, upTo: number): Promise<Ledger> {
    if (ledger.seq >= upTo) return ledger
    for await (const entry of this.#texts.entries(text, { after: ledger.seq, upTo })) ledger.take(entry)
    return ledger
  }

  #forgetOldest(): void {
    const [oldest] = this.#kept.keys()
    if (oldest !== undefined && this.#kept.size > MOST) this.#kept.delete(oldest)
  }
}
