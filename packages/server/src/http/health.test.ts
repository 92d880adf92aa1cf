/** What those are told who keep the server running, and that it is true. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bare, join, until } from '../trial/client.ts'
import { startTrial, TEXT, type Trial } from '../trial/server.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.stop())

const read = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(trial.url + path, { headers })
  return { status: response.status, text: await response.text() }
}

describe('/metrics', () => {
  it('counts entries, commits, sockets and why they were ended', async () => {
    const [writer, reader] = [await join(trial, 'expert-weog'), await join(trial, 'chair')]
    writer.type('counted ')
    await until(() => reader.words().startsWith('counted '))
    const bad = bare(trial, `token=${trial.token('chair')}`)
    await bad.frame(() => true)
    bad.send('not a frame')
    await bad.ended
    const { text } = await read('/metrics')
    expect(text).toMatch(/^travaux_entries_total 1$/m)
    expect(text).toMatch(/^travaux_commit_seconds_count 1$/m)
    expect(text).toMatch(/^travaux_sockets 2$/m)
    expect(text).toMatch(/^travaux_sockets_ended_total\{reason="malformed"\} 1$/m)
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m)
    for (const client of [writer, reader]) client.leave()
  })

  it('is told to this machine only', async () => {
    expect((await read('/metrics', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(404)
  })

  it('is told to whoever bears its token, where it has one', async () => {
    const other = await startTrial({}, { TRAVAUX_METRICS_TOKEN: 'a long secret' })
    const ask = async (authorization: string): Promise<number> =>
      (await fetch(`${other.url}/metrics`, { headers: { authorization } })).status
    expect([await ask('Bearer a long secret'), await ask('Bearer a long secreT'), await ask('')]).toEqual([
      200, 404, 404,
    ])
    await other.stop()
  })
})

describe('/readyz', () => {
  it('says so where the record can be written', async () => {
    expect(await read('/readyz')).toEqual({ status: 200, text: '{"ready":true}' })
    expect(await read('/healthz')).toEqual({ status: 200, text: '{"healthy":true}' })
  })

  it('says why not where the disk is full, and nothing is lied about meanwhile', async () => {
    const full = await startTrial({ recordBytes: 1_000_000 })
    const headers = { authorization: `Bearer ${full.token('chair')}` }
    const [writer, reader] = [await join(full, 'expert-weog'), await join(full, 'chair')]
    writer.type('kept ')
    await until(() => reader.words().startsWith('kept '))
    writer.type('x'.repeat(2_000_000))
    expect(await writer.ended).toBe('notSaved')
    expect(reader.words()).toMatch(/^kept /)
    const draft = await fetch(`${full.url}/api/texts/${TEXT}/draft`, { headers })
    expect([draft.status, (await draft.text()).includes('xxx')]).toEqual([200, false])
    for (const client of [writer, reader]) client.leave()
    await full.stop()
  })
})
