/** What one member and one text may take of a server, and how whoever asks for more is told. */

import { afterEach, describe, expect, it } from 'vitest'
import type { Limits } from './limits.ts'
import { bare, CLAUSE, connect, join, until } from '../trial/client.ts'
import { startTrial, type Trial } from '../trial/server.ts'

let trial: Trial
const start = async (limits: Partial<Limits>): Promise<void> => {
  trial = await startTrial(limits)
}
afterEach(() => trial.stop())

const query = (member: string): string => `token=${trial.token(member)}`

describe('a text', () => {
  it('does not grow beyond its bound, but can be shortened and then grow again', async () => {
    await start({ textBytes: 150_000 })
    const [reader, writer] = [await join(trial, 'chair'), await join(trial, 'expert-weog')]
    const before = reader.words()
    writer.type('x'.repeat(200_000))
    expect(await writer.ended).toBe('full')
    expect(reader.words()).toBe(before)
    const another = await join(trial, 'expert-weog')
    another.type('y')
    another.erase(1)
    await until(() => reader.words() === before)
    for (const client of [reader, writer, another]) client.leave()
  })

  it('that nobody uses gives way where no more may be open, and none that is used does', async () => {
    await start({ openTexts: 1 })
    const one = bare(trial, query('chair'))
    await one.frame(() => true)
    const other = bare(trial, query('chair'), { room: 'text:framework' })
    expect(await other.ended).toBe('tooMany')
    expect(await trial.ask('chair', '/api/texts/framework')).toMatchObject({ status: 429, body: { error: 'tooMany' } })
    one.close()
  })
})

describe('a member', () => {
  it('has so many sockets, and no more', async () => {
    await start({ socketsPerMember: 2 })
    const sockets = [bare(trial, query('chair')), bare(trial, query('chair'))]
    await Promise.all(sockets.map((socket) => socket.frame(() => true)))
    expect(await bare(trial, query('chair')).ended).toBe('tooMany')
    const another = bare(trial, query('arcadia'))
    await another.frame(() => true)
    for (const socket of [...sockets, another]) socket.close()
  })

  it('is in so many texts at once, with as many sockets as it likes', async () => {
    await start({ roomsPerMember: 1 })
    const sockets = [bare(trial, query('chair')), bare(trial, query('chair'))]
    await Promise.all(sockets.map((socket) => socket.frame(() => true)))
    expect(await bare(trial, query('chair'), { room: 'text:framework' }).ended).toBe('tooMany')
    for (const socket of sockets) socket.close()
  })
})

describe('a socket', () => {
  it('sends no frame beyond its bound', async () => {
    await start({ frameBytes: 1000 })
    const client = connect(trial, 'expert-weog')
    client.provider.once('sync', () => client.type('x'.repeat(1500), CLAUSE))
    expect(await client.ended).toBe('tooLarge')
    client.leave()
  })
})

async function ask(): Promise<number> {
  return (await trial.ask('chair', '/api/me')).status
}

async function signIn(): Promise<number> {
  const body = new URLSearchParams({ token: 'guess' })
  return (await fetch(`${trial.url}/sign-in`, { method: 'POST', body })).status
}

describe('an address', () => {
  it('asks and signs in only so often', async () => {
    await start({ requestsPerMinute: 2, signInsPerMinute: 1 })
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429])
    expect([await signIn(), await signIn()]).toEqual([410, 429])
  })
})
