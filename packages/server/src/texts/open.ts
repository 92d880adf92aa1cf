/** What was open in a text over time: its record read once from the beginning, and later only on from where it was. */

import { Tally, UPDATE, readAct, type api, type Entry, type OpenCounts, newDocument } from '@travaux/core'
import * as Y from 'yjs'
import { nextTurn } from '../store/turn.ts'
import type { Texts } from './texts.ts'

/** Texts kept at a time: each is a document of its own. */
const MOST = 4
/** Days that are told. */
const MOST_DAYS = 366
/** Updates that are applied before others get their turn. */
const PIECE = 500

type Day = api.OpenOverTime['days'][number]
type Version = api.OpenOverTime['versions'][number]

/** One text as far as its record has been read. */
class Reading {
  readonly #doc = newDocument()
  readonly #tally = new Tally(this.#doc)
  readonly #versions: Version[] = []
  readonly #days: Day[] = []
  /** Updates that are not applied yet. */
  #waiting: Entry[] = []
  /** The last update of a day that is not counted yet. */
  #changed: Entry | undefined
  seq = 0

  /** Brings the reading up to an entry that is durable. */
  async readOn(entries: AsyncIterable<Entry>): Promise<void> {
    for await (const entry of entries) {
      const last = this.#waiting.at(-1) ?? this.#changed
      if (last && dayOf(last) !== dayOf(entry)) this.#endDay()
      if (this.#waiting.length >= PIECE) {
        this.#apply()
        await nextTurn()
      }
      if (entry.kind === UPDATE) this.#waiting.push(entry)
      else this.#take(entry)
      this.seq = entry.seq
    }
    this.#endDay()
  }

  told(): api.OpenOverTime {
    return { seq: this.seq, versions: [...this.#versions], days: this.#days.slice(-MOST_DAYS) }
  }

  #take(entry: Entry): void {
    const act = readAct(entry)
    if (act?.type !== 'version.issue') return
    this.#apply()
    this.#versions.push({ version: act.version, at: entry.at, ...this.#counts() })
  }

  /** Counting costs more than applying: it is done once a day of the record, and once a version. */
  #endDay(): void {
    this.#apply()
    if (!this.#changed) return
    const day = { day: dayOf(this.#changed), at: this.#changed.at, ...this.#counts() }
    if (this.#days.at(-1)?.day === day.day) this.#days.pop()
    this.#days.push(day)
    this.#changed = undefined
  }

  #apply(): void {
    this.#doc.transact(() => {
      for (const { body } of this.#waiting) Y.applyUpdate(this.#doc, body)
    })
    this.#changed = this.#waiting.at(-1) ?? this.#changed
    this.#waiting = []
  }

  #counts(): OpenCounts {
    return this.#tally.read().total
  }
}

/** `2026-11-23`, in UTC. */
function dayOf({ at }: Pick<Entry, 'at'>): string {
  return new Date(at).toISOString().slice(0, 10)
}

export class OpenOverTime {
  readonly #texts: Pick<Texts, 'entries'>
  readonly #kept = new Map<string, Reading>()

  constructor(texts: Pick<Texts, 'entries'>) {
    this.#texts = texts
  }

  /** To be asked one at a time. Cost: the entries since this text was last asked for, and a pass over its clauses. */
  async upTo(text: string, seq: number): Promise<api.OpenOverTime> {
    const reading = this.#kept.get(text) ?? new Reading()
    // Whatever fails leaves a reading that stands in the middle of an entry: it is begun anew.
    this.#kept.delete(text)
    if (reading.seq < seq) await reading.readOn(this.#texts.entries(text, { after: reading.seq, upTo: seq }))
    this.#kept.set(text, reading)
    const [oldest] = this.#kept.keys()
    if (oldest !== undefined && this.#kept.size > MOST) this.#kept.delete(oldest)
    return reading.told()
  }
}
