/** A disk that fails, a file that is spoilt, a clock that jumps: what is shown then is still true. */

import { plainWords, type Entry } from '@travaux/core'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { bare } from '../trial/client.ts'
import { runProgram } from '../trial/process.ts'
import { startTrial, TEXT } from '../trial/server.ts'
import { memoryStore } from '../store/memory.ts'
import { sqliteStore } from '../store/sqlite.ts'
import { readConfig } from '../program/config.ts'
import { serve } from '../program/serve.ts'
import { createText } from './create.ts'
import { Damaged, loadState } from './load.ts'
import { Texts } from './texts.ts'

const folder = mkdtempSync(join(tmpdir(), 'travaux-damage-'))
afterAll(() => rmSync(folder, { recursive: true }))

const member = { id: 'ann', name: 'Ann', delegation: 'A', code: 'A', role: 'secretariat' as const, sample: true }

function newText(at: number) {
  const clauses = [{ id: 'c1', kind: 'article', parent: '', depth: 0, words: plainWords('Scope') }]
  const draft = { title: 'T', language: 'en', symbol: '', clauses }
  return createText({ id: 't', draft, by: { member: 'server', delegation: '' }, at, members: [member] })
}

describe('a clock that jumps back', () => {
  it('makes no entry older than the one before it', async () => {
    const store = memoryStore()
    let now = 5000
    const texts = new Texts({ store, now: () => now, failed: () => undefined })
    await texts.create([{ text: 't', entries: newText(now) }])
    const text = await texts.open('t')
    const note = () =>
      text?.turn(() => ({
        entries: [text.record({ actor: 'ann', delegation: 'A', kind: 'note', body: new Uint8Array() })],
        answer: () => undefined,
      }))
    await note()
    now = 10
    await note()
    now = 6000
    await note()
    const times: number[] = []
    for await (const { at } of store.entries('t', { after: 3 })) times.push(at)
    expect(times).toEqual([5000, 5000, 6000])
    await texts.close()
  })
})

/** Spoils a file through a connection of its own. */
function spoil(file: string, statement: string): void {
  const db = new DatabaseSync(file)
  db.exec(statement)
  db.close()
}

describe('a damaged record', () => {
  it('is not opened, nor shown, and says where it is damaged', async () => {
    const file = join(folder, 'spoilt.db')
    const store = sqliteStore(file)
    await store.append([{ text: 't', after: 0, entries: newText(1) }])
    spoil(file, 'UPDATE entries SET body = zeroblob(length(body)) WHERE seq = 2')
    await expect(loadState(store, 't')).rejects.toThrow(new Damaged('t', 'entry 2 does not match its hash'))
    await store.close()
  })

  it('closes that text to everybody with a code of its own, and no other text', async () => {
    const trial = await startTrial()
    await trial.running.close()
    spoil(
      join(trial.data, 'record.db'),
      `DELETE FROM states; UPDATE entries SET at = at + 1 WHERE text = '${TEXT}' AND seq = 9`,
    )
    const config = readConfig({ PORT: '0', TRAVAUX_DATA: trial.data, HOST: '127.0.0.1' }, trial.data)
    if (typeof config === 'string') throw new Error(config)
    const again = await serve({ config, log: pino({ level: 'silent' }), now: Date.now })
    const url = `http://127.0.0.1:${again.port}`
    const token = again.tokenFor('chair')
    expect(await bare({ url }, `token=${token}`).ended).toBe('damaged')
    const ask = (id: string) => fetch(`${url}/api/texts/${id}/draft`, { headers: { authorization: `Bearer ${token}` } })
    expect(await (await ask(TEXT)).json()).toMatchObject({ error: 'damaged' })
    expect((await ask('framework')).status).toBe(200)
    const list = await fetch(`${url}/api/texts`, { headers: { authorization: `Bearer ${token}` } })
    expect(await list.json()).toMatchObject([{ id: 'framework' }])
    await again.close()
    expect((await runProgram(trial.data, 'verify')).out).toContain(`The record of ${TEXT} is not sound: entry 9`)
    rmSync(trial.data, { recursive: true })
  })

  it('loses nothing where only a checkpoint is spoilt', async () => {
    const file = join(folder, 'checkpoint.db')
    const store = sqliteStore(file)
    const [entries = []] = await store.append([{ text: 't', after: 0, entries: newText(1) }])
    const { seq, hash } = entries.at(-1) as Entry
    await store.saveCheckpoint('t', { seq, hash, kept: false, body: Uint8Array.of(9, 9, 9) })
    const state = await loadState(store, 't')
    expect([state?.head.seq, state?.acts.roles.get('ann')]).toEqual([seq, 'secretariat'])
    await store.saveCheckpoint('t', { seq, hash: 'ab'.repeat(32), kept: false, body: Uint8Array.of() })
    expect((await loadState(store, 't'))?.head).toEqual({ seq, hash })
    await store.close()
  })
})

describe('a disk that takes nothing', () => {
  it('is found out by a probe, before anybody loses a word', async () => {
    const store = sqliteStore(join(folder, 'full.db'), { mostBytes: 200_000 })
    const huge = { at: 1, actor: 'ann', delegation: 'A', kind: 'note', room: 'text:t', body: new Uint8Array(30_000) }
    let after = 0
    const fill = async (): Promise<void> => {
      for (;;) after += (await store.append([{ text: 't', after, entries: [huge] }])).flat().length
    }
    await expect(fill()).rejects.toThrow(/full/)
    expect(await store.head('t')).toMatchObject({ seq: after })
    await expect(store.append([{ text: 't', after, entries: [huge] }])).rejects.toThrow(/full/)
    await store.close()
  })
})
