/** The contract of the record store, kept by every implementation. */

import { chainFault, genesisHash, type Entry, type NewEntry } from '@travaux/core'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { memoryStore } from './memory.ts'
import { StaleHead, type Checkpoint, type Range, type RecordStore } from './record.ts'
import { sqliteStore } from './sqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'travaux-store-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0

const implementations: Record<string, () => RecordStore> = {
  memory: memoryStore,
  SQLite: () => sqliteStore(join(folder, `${++files}.db`)),
}

const entry = (kind: string, ...bytes: number[]): NewEntry => ({
  at: 1_700_000_000_000,
  actor: 'ann',
  delegation: 'Arcadia',
  kind,
  room: 'text:a',
  body: Uint8Array.from(bytes),
})
const checkpoint = (seq: number, kept = false): Checkpoint => ({
  seq,
  hash: 'ab'.repeat(32),
  body: Uint8Array.of(seq),
  kept,
})
const update = (...bytes: number[]): NewEntry => entry('update', ...bytes)

async function read(store: RecordStore, text: string, range?: Range): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const one of store.entries(text, range)) entries.push(one)
  return entries
}

const seqs = async (store: RecordStore, text: string, range?: Range): Promise<number[]> =>
  (await read(store, text, range)).map(({ seq }) => seq)

describe.each(Object.entries(implementations))('%s', (_name, open) => {
  it('begins with an empty record that ends in the genesis hash', async () => {
    const store = open()
    expect(await store.head('a')).toEqual({ seq: 0, hash: genesisHash('a') })
    expect(await read(store, 'a')).toEqual([])
    expect(await store.texts()).toEqual([])
    await store.close()
  })

  it('gives entries back as they were, chained', async () => {
    const store = open()
    const [appended] = await store.append([{ text: 'a', after: 0, entries: [update(1), entry('comment.open', 2)] }])
    const entries = await read(store, 'a')
    expect(entries).toEqual(appended)
    expect(entries[0]).toMatchObject({ ...update(1), seq: 1 })
    expect(chainFault({ seq: 0, hash: genesisHash('a') }, entries[0]!)).toBeUndefined()
    expect(chainFault(entries[0]!, entries[1]!)).toBeUndefined()
    expect(await store.head('a')).toEqual({ seq: 2, hash: entries[1]!.hash })
    await store.close()
  })

  it('appends to several texts at once, and twice to one', async () => {
    const store = open()
    await store.append([
      { text: 'a', after: 0, entries: [update(1)] },
      { text: 'b', after: 0, entries: [update(1)] },
      { text: 'a', after: 1, entries: [update(2)] },
    ])
    expect(await store.texts()).toEqual(['a', 'b'])
    expect(await seqs(store, 'a')).toEqual([1, 2])
    await store.close()
  })

  it('appends nothing at all where one batch is stale', async () => {
    const store = open()
    await store.append([{ text: 'a', after: 0, entries: [update(1)] }])
    const stale = store.append([
      { text: 'b', after: 0, entries: [update(1)] },
      { text: 'a', after: 0, entries: [update(2)] },
    ])
    await expect(stale).rejects.toThrow(StaleHead)
    expect(await store.texts()).toEqual(['a'])
    expect(await seqs(store, 'a')).toEqual([1])
    await store.close()
  })

  it('reads ranges, and acts by themselves', async () => {
    const store = open()
    await store.append([{ text: 'a', after: 0, entries: [update(1), entry('role.set', 2), update(3), entry('x', 4)] }])
    expect(await seqs(store, 'a', { after: 1 })).toEqual([2, 3, 4])
    expect(await seqs(store, 'a', { after: 1, upTo: 3 })).toEqual([2, 3])
    expect(await seqs(store, 'a', { actsOnly: true })).toEqual([2, 4])
    await store.close()
  })

  it('reads records longer than a page', async () => {
    const store = open()
    const many = Array.from({ length: 2500 }, (_, index) => update(index % 256))
    await store.append([{ text: 'a', after: 0, entries: many }])
    expect((await seqs(store, 'a')).length).toBe(2500)
    await store.close()
  })

  it('reads from the last entry to the first', async () => {
    const store = open()
    const many = Array.from({ length: 2500 }, (_, index) => (index % 5 === 0 ? entry('x', 1) : update(2)))
    await store.append([{ text: 'a', after: 0, entries: many }])
    const all = await seqs(store, 'a', { newestFirst: true, upTo: 2400 })
    expect([all.length, all[0], all.at(-1)]).toEqual([2400, 2400, 1])
    expect((await seqs(store, 'a', { newestFirst: true, actsOnly: true, after: 2480 })).join()).toBe(
      '2496,2491,2486,2481',
    )
    await store.close()
  })

  it('keeps the last checkpoint, and those that are to be kept for ever', async () => {
    const store = open()
    expect(await store.checkpoint('a')).toBeUndefined()
    for (const [seq, kept] of [[2, true], [4, false], [6, true], [8, false], [9, false]] as const) {
      await store.saveCheckpoint('a', checkpoint(seq, kept))
    } // oxfmt-ignore
    expect(await store.checkpoints('a')).toEqual([2, 6, 9])
    expect(await store.checkpoint('a')).toEqual(checkpoint(9))
    expect(await store.checkpoint('a', 8)).toEqual(checkpoint(6, true))
    expect(await store.checkpoint('a', 1)).toBeUndefined()
    expect(await store.checkpoint('b')).toBeUndefined()
    await store.close()
  })
})

it('lets a second process read a SQLite record beside its writer', async () => {
  const file = join(folder, 'shared.db')
  const writer = sqliteStore(file)
  await writer.append([{ text: 'a', after: 0, entries: [update(1)] }])
  const reader = sqliteStore(file, { readOnly: true })
  await writer.append([{ text: 'a', after: 1, entries: [update(2)] }])
  expect(await seqs(reader, 'a')).toEqual([1, 2])
  await expect(reader.append([{ text: 'a', after: 2, entries: [update(3)] }])).rejects.toThrow(/readonly/)
  await writer.close()
  await reader.close()
})
