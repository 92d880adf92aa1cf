/** Commands that write a record to a file, and check such a file without any store. */

import type { Entry } from '@travaux/core'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { entryLine, readEntryLine, readTitle, titleLine } from '../../store/lines.ts'
import type { Head, RecordStore } from '../../store/record.ts'
import { verifyEntries, type Verified } from '../../texts/verify.ts'
import { Ended } from './exit.ts'
import { recordIn } from './local.ts'
import { pathOf, type Outside } from './outside.ts'

/** Writes the record of a text, as it stands now, as JSON Lines. */
export async function writeRecord(outside: Outside, text: string, { to }: { to: string }): Promise<void> {
  const store = recordIn(outside.config.data)
  try {
    const head = await store.head(text)
    if (head.seq === 0) throw new Ended(`There is no text ${text}`)
    await pipeline(Readable.from(linesOf(store, text, head)), createWriteStream(pathOf(outside, to)))
    outside.note(`Wrote ${head.seq} entries to ${to}`)
  } finally {
    await store.close()
  }
}

async function* linesOf(store: RecordStore, text: string, head: Head): AsyncIterable<string> {
  yield `${titleLine(text, head)}\n`
  for await (const entry of store.entries(text, { upTo: head.seq })) yield `${entryLine(entry)}\n`
}

/** What a file of a record says of itself. */
export interface VerifiedFile {
  readonly text: string
  readonly verified: Verified
}

/** Verifies a record in a file: its chain, its end, and that every version is the text as it stood. */
export async function verifyFile(path: string, progress: (seq: number) => void): Promise<VerifiedFile> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })
  const iterator = lines[Symbol.asyncIterator]()
  const title = readTitle((await iterator.next()).value ?? '')
  if (!title) throw new Ended(`${path} is no record: its first line should name one`, 1)
  const { text, entries: seq, hash } = title
  const verified = await verifyEntries(text, entriesOf(iterator), { kept: { seq, hash }, progress })
  lines.close()
  return { text, verified }
}

async function* entriesOf(lines: AsyncIterator<string, unknown>): AsyncIterable<Entry> {
  for (let next = await lines.next(); !next.done; next = await lines.next()) yield readEntryLine(next.value)
}
