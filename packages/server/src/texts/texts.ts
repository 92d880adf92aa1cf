/** All texts of a server: opened when somebody needs them, closed when nobody does. */

import type { Entry } from '@travaux/core'
import type { Batch, RecordStore } from '../store/record.ts'
import { BODY } from './body.ts'
import { committer, type Commit } from './committer.ts'
import { LiveText } from './live.ts'
import { loadState, writeCheckpoint } from './state.ts'

export interface TextsOptions {
  readonly store: RecordStore
  readonly now: () => number
  /** Hears of commits and checkpoints that failed. */
  readonly failed: (text: string, error: unknown) => void
}

/** A text nobody has used for so long (milliseconds) is closed. */
const IDLE = 60_000
/** So many entries after the last checkpoint a new one is written. */
const CHECKPOINT_EVERY = 2000

export class Texts {
  readonly commit: Commit
  readonly #options: TextsOptions
  readonly #open = new Map<string, Promise<LiveText | undefined>>()
  readonly #live = new Map<string, LiveText>()
  readonly #sweep: NodeJS.Timeout

  constructor(options: TextsOptions) {
    this.#options = options
    this.commit = committer(options.store)
    this.#sweep = setInterval(() => void this.#closeIdle(), IDLE / 4).unref()
  }

  /** The text, loaded once however many ask for it at a time; undefined where there is none of that id. */
  open(id: string): Promise<LiveText | undefined> {
    const open = this.#open.get(id) ?? this.#load(id)
    this.#open.set(id, open)
    return open
  }

  async ids(): Promise<string[]> {
    const all = await this.#options.store.texts()
    return all.filter((id) => id !== BODY)
  }

  /** Every text, loaded. */
  async all(): Promise<LiveText[]> {
    const texts = await Promise.all((await this.ids()).map((id) => this.open(id)))
    return texts.filter((text) => text !== undefined)
  }

  /** Begins records, all or none. @throws StaleHead where one of them has begun already. */
  async create(batches: readonly Omit<Batch, 'after'>[]): Promise<readonly (readonly Entry[])[]> {
    const created = await this.#options.store.append(batches.map((batch) => ({ ...batch, after: 0 })))
    for (const { text } of batches) this.#open.delete(text)
    return created
  }

  entries(id: string, after: number, upTo: number): AsyncIterable<Entry> {
    return this.#options.store.entries(id, { after, upTo })
  }

  acts(id: string, after: number, upTo: number): AsyncIterable<Entry> {
    return this.#options.store.entries(id, { after, upTo, actsOnly: true })
  }

  /** Finishes what waits, writes checkpoints and takes no more work. */
  async close(): Promise<void> {
    clearInterval(this.#sweep)
    for (const text of this.#live.values()) {
      await text.drained()
      await this.#checkpoint(text)
    }
  }

  async #load(id: string): Promise<LiveText | undefined> {
    try {
      const state = id === BODY ? undefined : await loadState(this.#options.store, id)
      if (!state) this.#open.delete(id)
      return state && this.#enliven(id, state)
    } catch (error) {
      this.#open.delete(id)
      throw error
    }
  }

  #enliven(id: string, state: LiveText['state']): LiveText {
    const text = new LiveText(id, state, {
      commit: this.commit,
      now: this.#options.now,
      settled: () => {
        if (state.head.seq - state.checkpointed >= CHECKPOINT_EVERY) void this.#checkpoint(text)
      },
      failed: (error) => this.#drop(id, error),
    })
    this.#live.set(id, text)
    return text
  }

  /** Forgets a text whose memory is no longer what its record says. */
  #drop(id: string, error: unknown): void {
    this.#open.delete(id)
    this.#live.delete(id)
    this.#options.failed(id, error)
  }

  async #closeIdle(): Promise<void> {
    const before = this.#options.now() - IDLE
    const idle = [...this.#live.values()].filter((text) => text.idle && text.lastUsed < before)
    for (const text of idle) {
      this.#open.delete(text.id)
      this.#live.delete(text.id)
    }
    for (const text of idle) await this.#checkpoint(text)
  }

  /** To be called while nothing is being done to the text: between batches, or when its line is empty. */
  async #checkpoint({ id, state }: LiveText): Promise<void> {
    if (state.checkpointed === state.head.seq) return
    state.checkpointed = state.head.seq
    try {
      await this.#options.store.saveCheckpoint(id, writeCheckpoint(state))
    } catch (error) {
      this.#options.failed(id, error)
    }
  }
}
