/** Copies of the record, made and brought back beside a server at work. */

import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { api } from '@travaux/core'
import { bare } from '../trial/client.ts'
import { travaux } from '../trial/command.ts'
import { spawnServer } from '../trial/process.ts'
import { newId, startTrial, temporaryFolder, TEXT } from '../trial/server.ts'

const anchor = { clause: 'art1', quote: 'words', before: '', after: '' }
const remark = (words: string): api.TextCommand => ({
  type: 'comment.open',
  thread: newId(),
  comment: newId(),
  anchor,
  words,
  audience: 'all',
})

it('copies the record beside a server that goes on writing, and the copy verifies', async () => {
  const trial = await startTrial()
  const folder = join(trial.data, 'backups')
  await mkdir(folder)
  const writing = Array.from({ length: 50 }, (_, index) => trial.command('chair', remark(`remark ${index}`)))
  const { code, out } = await travaux(trial.data, 'backup', '--to', 'backups')
  await Promise.all(writing)
  expect([code, readdirSync(folder).length]).toEqual([0, 1])
  expect(await travaux(trial.data, 'backup', '--to', out[0] ?? '')).toMatchObject({ code: 2 })
  await trial.stop()
})

it(
  'restores a record under a server at work: clients are told, sign in again, find another epoch',
  { timeout: 60_000 },
  async () => {
    const data = await temporaryFolder()
    const server = await spawnServer(data)
    const url = `http://127.0.0.1:${server.port}`
    const tokenOf = async (member: string): Promise<string> =>
      (await travaux(data, 'token', '--member', member)).out[0] ?? ''
    const ask = async <T>(token: string, path: string, schema: { parse: (value: unknown) => T }): Promise<T> =>
      schema.parse(await (await fetch(url + path, { headers: { authorization: `Bearer ${token}` } })).json())
    const say = (token: string, words: string): Promise<Response> => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const body = JSON.stringify({ id: newId(), command: remark(words) })
      return fetch(`${url}/api/texts/${TEXT}/commands`, { method: 'POST', headers, body })
    }
    const saidBy = async (token: string): Promise<string[]> =>
      (await ask(token, `/api/texts/${TEXT}/threads`, api.threadListSchema)).map(
        ({ comments }) => comments[0]?.words ?? '',
      )

    const token = await tokenOf('chair')
    await say(token, 'before the backup')
    await travaux(data, 'backup', '--to', 'kept.db')
    await say(token, 'after the backup')
    const { body } = await ask(token, '/api/me', api.meSchema)
    const socket = bare({ url }, `token=${token}`)
    await socket.frame(() => true)
    expect(await travaux(data, 'restore', 'kept.db')).toMatchObject({ code: 0 })
    expect(await socket.ended).toBe('restarting')

    // For a moment nobody listens: the server changes over to the restored record.
    const status = (): Promise<number> =>
      fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${token}` } }).then(
        (answer) => answer.status,
        () => 0,
      )
    await expect.poll(status, { timeout: 20_000 }).toBe(401)
    const fresh = await tokenOf('chair')
    const words = await saidBy(fresh)
    expect([words.includes('before the backup'), words.includes('after the backup')]).toEqual([true, false])
    expect((await ask(fresh, '/api/me', api.meSchema)).body.epoch).not.toBe(body.epoch)
    expect((await travaux(data, 'verify')).code).toBe(0)
    expect(readdirSync(data).some((name) => /^replaced-\d+\.db$/.test(name))).toBe(true)
    expect(await server.stop()).toBe(0)
    await rm(data, { recursive: true })
  },
)

it('restores nothing that does not verify', async () => {
  const trial = await startTrial()
  await trial.running.close()
  await writeFile(join(trial.data, 'none.db'), '')
  expect(await travaux(trial.data, 'restore', 'none.db')).toMatchObject({ code: 1 })
  expect(await travaux(trial.data, 'restore', 'missing.db')).toMatchObject({ code: 2 })
  expect(existsSync(join(trial.data, 'restore.db'))).toBe(false)
  await rm(trial.data, { recursive: true })
})
