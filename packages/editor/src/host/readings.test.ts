/** What was last read is shown first and read again behind; what belongs to another member or epoch is not shown. */

import { QueryClient, queryOptions } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import { api as schemas } from '@travaux/core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Unreachable } from '../wire/http.ts'
import { openMemoryVault, type MemoryVault } from './memory-vault.ts'
import { openReadings } from './readings.ts'

const me = (id: string, epoch: string): api.Me => ({
  member: { id, name: id, delegation: 'Arcadia', code: 'ARC', role: 'delegate', sample: true },
  body: { name: 'Body', sample: true, epoch },
})

interface Standing {
  reachable: boolean
  me: api.Me
  words: string
}

/** A page before a server that answers as it stands. */
function page(vault: MemoryVault, server: Standing) {
  const seen = { reached: [] as boolean[], hands: [] as string[] }
  const readings = openReadings({
    cabinet: vault,
    reached: (reachable) => seen.reached.push(reachable),
    changedHands: (change) => seen.hands.push(change),
    later: (run) => void setImmediate(run),
  })
  const answer = async <T>(value: () => T): Promise<T> => {
    if (!server.reachable) throw new Unreachable('Away')
    return value()
  }
  const meQuery = queryOptions({
    queryKey: ['me'],
    queryFn: () => answer(() => server.me),
    staleTime: Infinity,
    meta: { kept: schemas.meSchema },
  })
  const wordsQuery = queryOptions({
    queryKey: ['text', 't1', 'words'],
    queryFn: () => answer(() => server.words),
    meta: { kept: z.string().max(20), text: 't1' },
  })
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always', persister: readings.persister } },
  })
  return { client, readings, meQuery, wordsQuery, ...seen }
}

async function readBoth({ client, meQuery, wordsQuery }: ReturnType<typeof page>): Promise<[string, string]> {
  const { member } = await client.fetchQuery(meQuery)
  return [member.id, await client.fetchQuery(wordsQuery)]
}

/** A vault that holds what Ana read. */
async function visited(): Promise<{ vault: MemoryVault; server: Standing }> {
  const vault = openMemoryVault()
  const server = { reachable: true, me: me('ana', 'first'), words: 'one' }
  await readBoth(page(vault, server))
  await expect.poll(() => vault.everything().length, { timeout: 10_000 }).toBe(2)
  return { vault, server }
}

test('without a server, what was read last is there', async () => {
  const { vault, server } = await visited()
  server.reachable = false
  const later = page(vault, server)
  expect(await readBoth(later)).toEqual(['ana', 'one'])
  await expect.poll(() => later.reached, { timeout: 10_000 }).toContain(false)
})

test('with a server, it is there at once and then as it is now', async () => {
  const { vault, server } = await visited()
  server.words = 'two'
  const later = page(vault, server)
  expect(await readBoth(later)).toEqual(['ana', 'one'])
  await expect.poll(() => later.client.getQueryData(later.wordsQuery.queryKey), { timeout: 10_000 }).toBe('two')
})

test.each([
  ['another member', me('ben', 'first'), 'member'],
  ['another epoch', me('ana', 'second'), 'epoch'],
] as const)('%s is told, and sees nothing of what was kept', async (_name, now, change) => {
  const { vault, server } = await visited()
  server.me = now
  const later = page(vault, server)
  await later.client.fetchQuery(later.meQuery)
  await expect.poll(() => later.hands, { timeout: 10_000 }).toEqual([change])
  server.words = 'theirs'
  expect(await later.client.fetchQuery(later.wordsQuery)).toBe('theirs')
})

test('who is signed in counts as confirmed only once the server has said so', async () => {
  const { vault, server } = await visited()
  server.reachable = false
  const later = page(vault, server)
  await readBoth(later)
  expect(later.readings.confirmed('ana')).toBe(false)
  server.reachable = true
  await later.client.refetchQueries(later.meQuery)
  await later.client.fetchQuery({ ...later.meQuery, staleTime: 0 })
  expect(later.readings.confirmed('ana')).toBe(true)
})

test('what does not fit its schema any more is read from the server', async () => {
  const { vault, server } = await visited()
  const [name = ''] = await vault.names('reading/ana/t1/')
  await vault.write(name, new TextEncoder().encode(JSON.stringify({ at: 0, epoch: 'first', value: 7 })))
  expect(await readBoth(page(vault, server))).toEqual(['ana', 'one'])
})

test('what is forgotten is gone', async () => {
  const { vault, server } = await visited()
  const later = page(vault, server)
  expect(await later.readings.sizeOf('ana', 't1')).toBeGreaterThan(0)
  await later.readings.forget('ana', 't1')
  server.reachable = false
  await later.client.fetchQuery(later.meQuery)
  await expect(later.client.fetchQuery(later.wordsQuery)).rejects.toBeInstanceOf(Unreachable)
})

test('who has signed out is not shown as signed in', async () => {
  const { vault, server } = await visited()
  await page(vault, server).readings.signOut()
  server.reachable = false
  const later = page(vault, server)
  await expect(later.client.fetchQuery(later.meQuery)).rejects.toBeInstanceOf(Unreachable)
})
