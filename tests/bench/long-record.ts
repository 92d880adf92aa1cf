/** A text with a very long record, made by chance that is the same every time: years of work on one instrument. */

import { createText, memberIds } from './long-text.ts'
import { clausesOf, textIn, UPDATE, writeAct, type NewEntry } from '@travaux/core'
import * as Y from 'yjs'
import { randomFrom, type Random } from '../evaluate/random.ts'
import type { RecordStore } from '../../packages/server/src/store/record.ts'

/** Entries that are appended in one commit. */
const BATCH = 10_000
/** Entries that one person writes before another one does. */
const SITTING = 2000
const WORDS = ['shall', 'State', 'goods', 'equipment', 'export', 'prohibited', 'the', 'of', 'any', 'and', 'under']

/** Appends a record of so many entries; `progress` hears how many stand. */
export async function appendLongRecord(
  store: RecordStore,
  text: string,
  { entries, seed, progress }: { entries: number; seed: number; progress: (seq: number) => void },
): Promise<void> {
  const writing = new Writing(text, randomFrom(seed))
  for (let after = 0; after < entries;) {
    const batch = writing.next(Math.min(BATCH, entries - after))
    await store.append([{ text, after, entries: batch }])
    after += batch.length
    progress(after)
  }
}

/** People at work on a text, one after another. */
class Writing {
  readonly #text: string
  readonly #random: Random
  readonly #doc = new Y.Doc()
  readonly #clauses: Y.Text[]
  #waiting: NewEntry[]
  #at = Date.UTC(2026, 0, 5)
  #typed = 0
  #author = ''
  #place = { clause: new Y.Text(), offset: 0 }

  constructor(text: string, random: Random) {
    this.#text = text
    this.#random = random
    this.#waiting = createText(text, random, this.#at)
    for (const { kind, body } of this.#waiting) if (kind === UPDATE) Y.applyUpdate(this.#doc, body)
    this.#clauses = [...clausesOf(this.#doc).values()].map(textIn).filter((words) => words !== undefined)
    this.#doc.on('update', (body: Uint8Array) => this.#enter({ kind: UPDATE, body }))
  }

  next(count: number): NewEntry[] {
    while (this.#waiting.length < count) this.#act()
    return this.#waiting.splice(0, count)
  }

  #act(): void {
    if (this.#typed++ % SITTING === 0) this.#sit()
    if (this.#random.below(1000) === 0) this.#comment()
    else if (this.#random.below(6) === 0) this.#erase()
    else this.#type()
  }

  /** Somebody else sits down, in a new session, somewhere else. */
  #sit(): void {
    this.#author = this.#random.pick(memberIds)
    this.#doc.clientID = this.#random.below(2 ** 32)
    this.#at += this.#random.below(600_000)
    const clause = this.#random.pick(this.#clauses)
    this.#place = { clause, offset: this.#random.below(clause.length + 1) }
  }

  #type(): void {
    const word = this.#random.below(5) === 0 ? `${this.#random.pick(WORDS)} ` : this.#random.pick(['e', 't', 'a', ' '])
    this.#place.clause.insert(Math.min(this.#place.offset, this.#place.clause.length), word)
    this.#place.offset += word.length
  }

  #erase(): void {
    const { clause, offset } = this.#place
    const length = Math.min(offset, 1 + this.#random.below(9))
    if (length > 0) clause.delete(offset - length, length)
    this.#place.offset -= length
  }

  #comment(): void {
    const id = `comment-${this.#typed}`
    const anchor = { clause: `c${this.#random.below(1000)}`, quote: '', before: '', after: '' }
    const words = 'May this be reconsidered?'
    this.#enter(writeAct({ type: 'comment.open', id, thread: id, comment: `${id}-1`, anchor, words, audience: 'all' }))
  }

  #enter({ kind, body }: Pick<NewEntry, 'kind' | 'body'>): void {
    this.#at += this.#random.below(900)
    const room = `text:${this.#text}`
    this.#waiting.push({ at: this.#at, actor: this.#author, delegation: this.#author, kind, room, body })
  }
}
