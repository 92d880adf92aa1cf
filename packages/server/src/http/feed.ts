/** The feed of a text: its record as Server-Sent Events, as far as the member may see it. */

import { UPDATE, type api, type Entry } from '@travaux/core'
import type { Response } from 'express'
import { feedEntry } from '../texts/reading.ts'
import type { LiveText, Watcher } from '../texts/live.ts'
import { readable, type Call, type Opened } from './call.ts'
import type { Context } from './context.ts'

/** A reader that names no entry to go on from is told this many of the last ones. */
const HISTORY = 2000
/** Somebody who types makes many entries: of those in a row, one is told, at most this often (milliseconds). */
const WORDS_EVERY = 1000
/** A comment this often keeps proxies from closing the connection (milliseconds). */
const ALIVE_EVERY = 20_000
/** A reader that has so many bytes still to take is dropped; it comes back and goes on where it was. */
const MOST_BUFFERED = 8 * 1024 * 1024

/** Answers with the entries since the last one the reader names, then with each as it becomes durable. */
export async function feed(
  context: Context,
  { text }: Opened,
  { member, credential, request, response }: Call,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  response.write('retry: 2000\n\n')
  const teller = new Teller(context, text, member, response)
  const head = await text.read(() => {
    text.watchers.add(teller)
    return text.seq
  })
  const leave = context.rooms.attend({ member: member.id, credential, end: () => teller.lost() })
  const alive = setInterval(() => response.write(':\n\n'), ALIVE_EVERY)
  response.on('close', () => {
    clearInterval(alive)
    leave()
    teller.stop()
  })
  const after = startOf(request.get('last-event-id') ?? request.query['after'], head)
  await teller.catchUp(context.texts.entries(text.id, { after, upTo: head }))
}

function startOf(named: unknown, head: number): number {
  const seq = typeof named === 'string' && /^\d{1,15}$/.test(named) ? Number(named) : head - HISTORY
  return Math.min(Math.max(seq, 0), head)
}

/** Tells one reader, in the record's order. */
class Teller implements Watcher {
  readonly #context: Context
  readonly #text: LiveText
  readonly #member: api.Member
  readonly #response: Response
  /** Entries that became durable while older ones are still being told; undefined once those are. */
  #later: Entry[] | undefined = []
  /** The last of a row of updates by one member, not yet told. */
  #words: Entry | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(context: Context, text: LiveText, member: api.Member, response: Response) {
    this.#context = context
    this.#text = text
    this.#member = member
    this.#response = response
  }

  written(): void {
    // Words travel by the sync socket; the feed says only that they were written.
  }

  recorded(entries: readonly Entry[]): void {
    if (this.#later) this.#later.push(...entries)
    else for (const entry of entries) this.#take(entry)
  }

  lost(): void {
    this.stop()
    this.#response.end()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#text.watchers.delete(this)
  }

  async catchUp(entries: AsyncIterable<Entry>): Promise<void> {
    for await (const entry of entries) this.#take(entry)
    const later = this.#later ?? []
    this.#later = undefined
    for (const entry of later) this.#take(entry)
    this.#tellWords()
  }

  #take(entry: Entry): void {
    const sameRow = entry.kind === UPDATE && this.#words?.actor === entry.actor
    if (!sameRow) this.#tellWords()
    if (entry.kind !== UPDATE) return this.#tell(entry)
    this.#words = entry
    this.#timer ??= setTimeout(() => this.#tellWords(), WORDS_EVERY).unref()
  }

  #tellWords(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const words = this.#words
    this.#words = undefined
    if (words) this.#tell(words)
  }

  #tell(entry: Entry): void {
    const opened = readable(this.#text, this.#member)
    if (!opened || this.#response.writableLength > MOST_BUFFERED) return this.lost()
    const told = feedEntry(this.#text, opened.reader, this.#context.body(), entry)
    if (told) this.#response.write(`id: ${told.seq}\ndata: ${JSON.stringify(told)}\n\n`)
  }
}
