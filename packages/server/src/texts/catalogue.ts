/** What has been done to every text beside writing it, read from the records without opening a text. */

import { noActs, replay, type Acts } from '@travaux/core'
import type { RecordStore } from '../store/record.ts'
import { BODY } from './body.ts'

interface Card {
  readonly acts: Acts
  /** The last act that has been read. */
  seq: number
}

export class Catalogue {
  readonly #store: RecordStore
  readonly #cards = new Map<string, Card>()
  #reading: Promise<void> = Promise.resolve()

  constructor(store: RecordStore) {
    this.#store = store
  }

  /** The acts of each text, by its id, as they stand on the record now. Cost: a short reading for each text. */
  async acts(): Promise<ReadonlyMap<string, Acts>> {
    this.#reading = this.#reading.catch(() => undefined).then(() => this.#readOn())
    await this.#reading
    return new Map([...this.#cards].map(([id, { acts }]) => [id, acts]))
  }

  /** The text that a version was issued of, or undefined. */
  async homeOf(version: string): Promise<string | undefined> {
    for (const [id, { versions }] of await this.acts()) if (versions.some((one) => one.id === version)) return id
    return undefined
  }

  async #readOn(): Promise<void> {
    for (const id of await this.#store.texts()) {
      if (id === BODY) continue
      const card = this.#cards.get(id) ?? { acts: noActs(), seq: 0 }
      this.#cards.set(id, card)
      await this.#readCard(id, card)
    }
  }

  async #readCard(id: string, card: Card): Promise<void> {
    for await (const entry of this.#store.entries(id, { after: card.seq, actsOnly: true })) {
      replay(card.acts, entry)
      card.seq = entry.seq
    }
  }
}
