/** Hostile requests: each is answered as the table says, and nothing is recorded. */

import { api } from '@travaux/core'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFolderSecrets } from '../../packages/server/src/program/folder.ts'
import { bare } from '../../packages/server/src/trial/client.ts'
import { newId, TEXT } from '../../packages/server/src/trial/server.ts'
import { requestAttacks, type Ask, type Loot } from './requests.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let loot: Loot
beforeAll(async () => {
  stage = await openStage()
  loot = await gather(stage)
})
afterAll(() => stage.close())

const month = 31 * 24 * 60 * 60 * 1000

async function gather({ trial }: Stage): Promise<Loot> {
  const usedLink = secretOf(trial.running.linkFor('chair'))
  const signedIn = await send({ path: '/sign-in', body: `token=${usedLink}`, headers: form })
  const before = openFolderSecrets(trial.data, () => Date.now() - month)
  const expiredLink = before.issue('link', 'chair', '')
  before.close()
  const list = api.sessionListSchema.parse((await trial.ask('chair', '/api/sessions')).body)
  return {
    token: trial.token('arcadia'),
    cookie: String(signedIn.headers['set-cookie']).split(';')[0] ?? '',
    freshLink: secretOf(trial.running.linkFor('chair')),
    usedLink,
    expiredLink,
    hidden: await openThread('norland', 'delegation'),
    open: await openThread('norland', 'all'),
    foreignSession: list[0]?.id ?? '',
  }
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const secretOf = (link: string): string => new URL(link).searchParams.get('token') ?? ''

async function openThread(member: string, audience: api.Audience): Promise<{ thread: string; comment: string }> {
  const ids = { thread: newId(), comment: newId() }
  const anchor = { clause: 'art1', quote: 'words', before: '', after: '' }
  await stage.trial.command(member, { type: 'comment.open', ...ids, anchor, words: 'Why so?', audience })
  return ids
}

interface Answered {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: string
}

/** Sends a request as it is: nothing tidies its address or its headers. */
function send({ path, headers = {}, body, method = body === undefined ? 'GET' : 'POST' }: Ask): Promise<Answered> {
  const { port } = stage.trial.running
  const type = typeof body === 'string' ? {} : { 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, method, headers: { ...type, ...headers }, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }),
      )
    })
    asked.on('error', reject)
    asked.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body))
  })
}

const problemIn = (body: string): string | undefined =>
  body.startsWith('{') ? api.problemSchema.safeParse(JSON.parse(body)).data?.error : undefined

describe('hostile requests', () => {
  it('are of more than thirty kinds, each of its own name', () => {
    expect(new Set(requestAttacks.map(({ name }) => name)).size).toBe(requestAttacks.length)
    expect(requestAttacks.length).toBeGreaterThan(30)
  })

  it.each(requestAttacks)('$name: $ends', async ({ asks, ends: [status, problem] }) => {
    const before = await stage.state()
    const answered = await send(asks(loot))
    expect([answered.status, problemIn(answered.body)]).toEqual([status, problem])
    expect(await stage.state()).toBe(before)
    expect(Object.getPrototypeOf({})).not.toHaveProperty('role')
  })

  it('disturb nobody', () => stage.undisturbed())
})

/** The seq of the first entry that a feed tells, resumed behind an id. */
async function firstTold(lastEventId: string): Promise<number> {
  const abort = new AbortController()
  const headers = { authorization: `Bearer ${loot.token}`, 'last-event-id': lastEventId }
  const answer = await fetch(`${stage.trial.url}/api/texts/${TEXT}/feed`, { headers, signal: abort.signal })
  expect(answer.status).toBe(200)
  let told = ''
  for await (const bytes of answer.body ?? []) {
    told += new TextDecoder().decode(bytes)
    if (/^id: \d+$/m.test(told)) break
  }
  abort.abort()
  return Number(/^id: (\d+)$/m.exec(told)?.[1])
}

describe('feeds resumed behind ids that never were', () => {
  it.each(['-1', '0', 'NaN', '1e3', '0x10', '999999999999999999999', "1' OR '1'='1", '../../1', ' '])(
    'begin at the beginning for %j',
    async (id) => {
      expect(await firstTold(id)).toBe(1)
    },
  )
})

describe('sockets', () => {
  it.each([
    ['without a sign-in', '', {}, 'signedOut'],
    ['with a cookie nobody has', '', { headers: { cookie: 'travaux_session=x' } }, 'signedOut'],
    ['with a link for a token', 'LINK', {}, 'signedOut'],
    ['to a room named by a path', 'TOKEN', { room: 'text:..%2F..%2Fsecrets.db' }, 1006],
    ['to a room of a kind nobody knows', 'TOKEN', { room: 'admin:zero-draft' }, 1006],
    ['to a room named __proto__', 'TOKEN', { room: 'text:__proto__' }, 'noRoom'],
    ['to the record of the body', 'TOKEN', { room: 'text:body' }, 'noRoom'],
    ["by another site's page, cookie and all", 'COOKIE', { headers: { origin: 'https://elsewhere.example' } }, 1006],
    ['by a page without an origin, cookie and all', 'COOKIE', { headers: { origin: 'null' } }, 1006],
  ] as const)('are shut %s', async (_name, key, options, reason) => {
    const query = { TOKEN: `token=${loot.token}`, LINK: `token=${loot.freshLink}` }[key as string] ?? ''
    const own: Record<string, string> = 'headers' in options ? options.headers : {}
    const headers = key === 'COOKIE' ? { ...own, cookie: loot.cookie } : own
    const room = 'room' in options ? { room: options.room } : {}
    expect(await bare(stage.trial, query, { headers, ...room }).ended).toBe(reason)
  })

  it('opened by our own page under a cookie are let in', async () => {
    const headers = { cookie: loot.cookie, origin: stage.trial.url }
    const socket = bare(stage.trial, '', { headers })
    expect(await socket.frame((bytes) => bytes[0] === 0)).toBeDefined()
    socket.close()
  })
})
