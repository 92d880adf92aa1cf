/**
 * How a text with a record of a million entries behaves: opening it, any moment of its past, blame, `verify`.
 * `node tests/bench/million.ts [entries] [folder]`; a folder that already holds the record is measured as it is.
 */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteStore } from '../../packages/server/src/store/sqlite.ts'
import type { RecordStore } from '../../packages/server/src/store/record.ts'
import { History } from '../../packages/server/src/texts/history.ts'
import { activity } from '../../packages/server/src/texts/activity.ts'
import { BODY, readBody } from '../../packages/server/src/texts/body.ts'
import { Texts } from '../../packages/server/src/texts/texts.ts'
import { randomFrom } from '../evaluate/random.ts'
import { appendLongRecord } from './long-record.ts'
import { createBody } from './long-text.ts'

const TEXT = 'million'
const MOMENTS = 12

const entries = Number(process.argv[2] ?? 1_000_000)
const folder = process.argv[3] ?? join(tmpdir(), `travaux-record-${entries}`)
const file = join(folder, 'record.db')

/** Runs something and prints how long it took, against what it may take (milliseconds). */
async function timed<T>(what: string, most: number, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work()
  const took = performance.now() - start
  console.log(`${what.padEnd(56)} ${(took / 1000).toFixed(2).padStart(8)} s${took > most ? '   TOO SLOW' : ''}`)
  if (took > most) process.exitCode = 1
  return result
}

function openTexts(store: RecordStore): Texts {
  return new Texts({ store, now: Date.now, failed })
}

function progress(seq: number): void {
  if (seq % 100_000 === 0) console.log(`  ${seq} entries`)
}

function failed(text: string, error: unknown): void {
  console.error(text, error)
}

async function generate(store: RecordStore): Promise<void> {
  await store.append([{ text: BODY, after: 0, entries: createBody(Date.UTC(2026, 0, 5)) }])
  await appendLongRecord(store, TEXT, { entries, seed: 20_260_105, progress })
}

async function openOnce(store: RecordStore): Promise<void> {
  const texts = openTexts(store)
  const text = await texts.open(TEXT)
  if (text?.seq !== entries) throw new Error(`The record ends at ${text?.seq}`)
  await texts.close()
}

async function lookBack(store: RecordStore): Promise<void> {
  const texts = openTexts(store)
  const [text, body] = [await texts.open(TEXT), await readBody(store)]
  if (!text || !body) throw new Error('There is no text')
  const history = new History(texts)
  const random = randomFrom(7)
  for (let index = 0; index < MOMENTS; index++) {
    const seq = 2 + random.below(entries - 1)
    await timed(`the text after entry ${seq}`, 2000, () => history.moment(text, { seq }))
  }
  await timed('the text at a time in the middle', 2000, () =>
    history.moment(text, { at: text.state.acts.changedAt / 2 }),
  )
  await timed('blame of one clause, first time', 60_000, () => history.blame(text, body, { clause: 'c7' }))
  await timed('blame of one clause, again', 1000, () => history.blame(text, body, { clause: 'c8' }))
  await timed('blame of the whole text', 60_000, () => history.blame(text, body, {}))
  const asker = { reader: { member: 'member-1', delegation: 'State 1', role: 'drafter' as const }, body }
  await timed('a page of activity', 1000, () => activity(texts, text, asker, { limit: 50 }))
  await timed('a page of the activity on one clause', 2000, () =>
    activity(texts, text, asker, { limit: 50, clause: 'c7' }),
  )
  await texts.close()
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const isNew = !existsSync(file)
  const store = sqliteStore(file)
  if (isNew) await timed(`making ${entries} entries`, Infinity, () => generate(store))
  if (isNew) await timed('opening it without any checkpoint, which makes them', 120_000, () => openOnce(store))
  console.log(
    `${file}: ${Math.round(statSync(file).size / 2 ** 20)} MiB, ${(await store.checkpoints(TEXT)).length} checkpoints`,
  )
  await timed('opening the text', 1000, () => openOnce(store))
  await lookBack(store)
  await store.close()
  const program = join(import.meta.dirname, '../../packages/server/src/main.ts')
  await timed('travaux verify', 120_000, async () => {
    const env = { ...process.env, TRAVAUX_DATA: folder }
    const { status } = spawnSync(process.execPath, [program, 'verify', TEXT], { env, stdio: 'inherit' })
    if (status !== 0) throw new Error('The record does not verify')
  })
  console.log(`memory of this process at its end: ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`)
}

await main()
