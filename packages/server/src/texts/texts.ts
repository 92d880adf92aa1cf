/** All texts of a server: opened when somebody needs them, closed when nobody does. */

import type { Entry } from '@travaux/core'
import type { Batch, Range, RecordStore } from '../store/record.ts'
import { defaultLimits, type Limits } from '../rooms/limits.ts'
import { BODY } from './body.ts'
import { Catalogue } from './catalogue.ts'
import { committer, restOf, type Commit } from './committer.ts'
import { LiveText } from './live.ts'
import { loadState, saveState } from './load.ts'
import type { TextState } from './state.ts'

export interface TextsOptions {
  readonly store: RecordStore
  /** Milliseconds between the end of a commit and the next one; none where it is left out. */
  readonly rest?: number
  readonly now: () => number
  readonly limits?: Pick<Limits, 'textBytes' | 'openTexts'>
  /** Hears of commits and checkpoints that failed. */
  readonly failed: (text: string, error: unknown) => void
}

/** More texts would be open at once than the server is set to keep. */
export class TooManyOpen extends Error {
  constructor() {
    super('Too many texts are open at once')
  }
}

/** A text nobody has used for so long (milliseconds) is closed. */
const IDLE = 60_000
/** Whoever opened a text has so long (milliseconds) to make use of it before it may be closed for another. */
const GRACE = 5000
/** So many entries after the last checkpoint a new one is written. */
const CHECKPOINT_EVERY = 2000
/** A record that is read from far behind, its checkpoints lost, gets one each time so many entries have been read. */
const CHECKPOINT_WHILE_READING = 20_000

export class Texts {
  readonly commit: Commit
  readonly catalogue: Catalogue
  readonly #options: TextsOptions
  readonly #limits: Pick<Limits, 'textBytes' | 'openTexts'>
  readonly #open = new Map<string, Promise<LiveText | undefined>>()
  readonly #live = new Map<string, LiveText>()
  readonly #sweep: NodeJS.Timeout

  constructor(options: TextsOptions) {
    this.#options = options
    this.#limits = options.limits ?? defaultLimits
    this.commit = committer(options.store, restOf(options.rest ?? 0))
    this.catalogue = new Catalogue(options.store)
    this.#sweep = setInterval(() => void this.#closeIdle(), IDLE / 4).unref()
  }

  /** How many texts are open. */
  get count(): number {
    return this.#open.size
  }

  /**
   * The text, loaded once however many ask for it at a time; undefined where there is none of that id.
   * @throws TooManyOpen, Damaged
   */
  open(id: string): Promise<LiveText | undefined> {
    const open = this.#open.get(id) ?? this.#load(id)
    this.#open.set(id, open)
    return open
  }

  /** Begins records, all or none. @throws StaleHead where one of them has begun already. */
  async create(batches: readonly Omit<Batch, 'after'>[]): Promise<readonly (readonly Entry[])[]> {
    const created = await this.#options.store.append(batches.map((batch) => ({ ...batch, after: 0 })))
    for (const { text } of batches) this.#open.delete(text)
    return created
  }

  entries(id: string, range: Range): AsyncIterable<Entry> {
    return this.#options.store.entries(id, range)
  }

  /** A text as it stood after an entry, apart from the living one. @throws Damaged */
  past(id: string, upTo: number): Promise<TextState | undefined> {
    return loadState(this.#options.store, id, { upTo })
  }

  /** Finishes what waits, writes checkpoints and takes no more work. */
  async close(): Promise<void> {
    clearInterval(this.#sweep)
    for (const text of this.#live.values()) {
      await text.drained()
      await this.#save(text.id, text.state)
    }
  }

  async #load(id: string): Promise<LiveText | undefined> {
    try {
      await this.#makeRoom()
      const passed = (state: TextState): Promise<void> => this.#save(id, state, CHECKPOINT_WHILE_READING)
      const state = id === BODY ? undefined : await loadState(this.#options.store, id, { passed })
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
      mostBytes: this.#limits.textBytes,
      settled: () => void this.#save(id, state, CHECKPOINT_EVERY),
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

  /** Where as many texts are open as may be, closes one that nobody uses. @throws TooManyOpen where all are used. */
  async #makeRoom(): Promise<void> {
    if (this.#live.size < this.#limits.openTexts) return
    const before = this.#options.now() - GRACE
    const idle = [...this.#live.values()].filter((text) => text.idle && text.lastUsed <= before)
    const [oldest] = idle.sort((a, b) => a.lastUsed - b.lastUsed)
    if (!oldest) throw new TooManyOpen()
    await this.#closeAll([oldest])
  }

  #closeIdle(): Promise<void> {
    const before = this.#options.now() - IDLE
    return this.#closeAll([...this.#live.values()].filter((text) => text.idle && text.lastUsed < before))
  }

  async #closeAll(idle: readonly LiveText[]): Promise<void> {
    for (const text of idle) {
      this.#open.delete(text.id)
      this.#live.delete(text.id)
    }
    for (const text of idle) await this.#save(text.id, text.state)
  }

  /** To be called while nothing is being done to the text: between batches, or when its line is empty. */
  async #save(id: string, state: TextState, distance = 1): Promise<void> {
    try {
      await saveState(this.#options.store, id, state, distance)
    } catch (error) {
      this.#options.failed(id, error)
    }
  }
}
