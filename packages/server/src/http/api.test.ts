/** The API as pages and scripts meet it. */

import { api, draftHash, rights, roles, type Role } from '@travaux/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId, startTrial, TEXT, type Answer, type Trial } from '../trial/server.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.stop())

const memberAs: Record<Role, string> = {
  secretariat: 'secretariat',
  chair: 'chair',
  drafter: 'expert-weog',
  delegate: 'arcadia',
  observer: 'lantern',
}

const anchor: api.Anchor = { clause: 'art1', quote: 'words', before: '', after: '' }

function open(audience: api.Audience = 'all', thread = newId()): Extract<api.TextCommand, { type: 'comment.open' }> {
  return { type: 'comment.open', thread, comment: newId(), anchor, words: 'Why so?', audience }
}

async function openThread(
  member: string,
  audience: api.Audience = 'all',
): Promise<{ thread: string; comment: string }> {
  const command = open(audience)
  expect(await trial.command(member, command)).toMatchObject({ status: 200 })
  return command
}

const threadsSeenBy = async (member: string): Promise<string[]> =>
  api.threadListSchema.parse((await trial.ask(member, `/api/texts/${TEXT}/threads`)).body).map(({ id }) => id)

const post = (token: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${trial.url}/sign-in`, { method: 'POST', body: new URLSearchParams({ token }), redirect: 'manual', headers })

const secretOf = (link: string): string => new URL(link).searchParams.get('token') ?? ''

describe('signing in', () => {
  it('takes a link once, and looking at it does not use it', async () => {
    const link = trial.running.linkFor('chair')
    const look = await fetch(link.replace('localhost', '127.0.0.1'))
    expect(await look.text()).toContain('<form method="post"')
    const first = await post(secretOf(link))
    expect([first.status, first.headers.get('location')]).toEqual([303, '/'])
    const cookie = first.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^travaux_session=[\w-]{43};.*HttpOnly.*SameSite=Lax/)
    const me = await fetch(`${trial.url}/api/me`, { headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect(api.meSchema.parse(await me.json()).member.id).toBe('chair')
    const second = await post(secretOf(link))
    expect([second.status, await second.text()]).toEqual([410, expect.stringContaining('used already or has expired')])
  })

  it('follows no other site', async () => {
    const secret = secretOf(trial.running.linkFor('chair'))
    const elsewhere = await post(secret, { origin: 'https://elsewhere.example' })
    expect(elsewhere.status).toBe(403)
    expect((await post(secret, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post(secret, { origin: trial.url })).status).toBe(303)
  })

  it('by cookie changes nothing for another site', async () => {
    const cookie = (await post(secretOf(trial.running.linkFor('chair')))).headers.get('set-cookie')?.split(';')[0] ?? ''
    const headers = { cookie, 'content-type': 'application/json', origin: 'https://elsewhere.example' }
    const body = JSON.stringify({ id: newId(), command: open() })
    const answer = await fetch(`${trial.url}/api/texts/${TEXT}/commands`, { method: 'POST', headers, body })
    expect([answer.status, await answer.json()]).toEqual([403, expect.objectContaining({ error: 'crossSite' })])
  })

  it('is needed for everything', async () => {
    for (const path of ['me', 'members', 'texts', `texts/${TEXT}`, `texts/${TEXT}/feed`, 'sessions']) {
      expect((await fetch(`${trial.url}/api/${path}`)).status).toBe(401)
    }
  })

  it('shows where one is signed in, and ends it', async () => {
    const list = api.sessionListSchema.parse((await trial.ask('norland', '/api/sessions')).body)
    const [session] = list
    expect(list).toMatchObject([{ kind: 'token', current: true }])
    const headers = { authorization: `Bearer ${trial.token('norland')}` }
    await fetch(`${trial.url}/api/sessions/${session?.id}`, { method: 'DELETE', headers })
    expect((await fetch(`${trial.url}/api/me`, { headers })).status).toBe(401)
  })
})

const read = async (path: string): Promise<unknown> => (await trial.ask('arcadia', path)).body

describe('readings', () => {
  it('are what their schemas say', async () => {
    expect(api.meSchema.parse(await read('/api/me')).body.sample).toBe(true)
    expect(api.memberSchema.array().parse(await read('/api/members'))).toHaveLength(11)
    expect(api.textListSchema.parse(await read('/api/texts')).map(({ id }) => id)).toEqual(['framework', TEXT])
    const summary = api.textSummarySchema.parse(await read(`/api/texts/${TEXT}`))
    expect(summary).toMatchObject({ role: 'delegate', baseline: { text: 'framework', number: 1 } })
    const { draft, sha256 } = api.draftAnswerSchema.parse(await read(`/api/texts/${TEXT}/draft`))
    expect(draftHash(draft)).toBe(sha256)
    expect(draft.clauses).toHaveLength(summary.clauses)
  })

  it('give a version by its text, and by itself', async () => {
    for (const path of ['/api/texts/framework/versions/framework-v1/draft', '/api/versions/framework-v1/draft']) {
      const { draft, sha256 } = api.draftAnswerSchema.parse((await trial.ask('arcadia', path)).body)
      expect(draftHash(draft)).toBe(sha256)
    }
    expect((await trial.ask('arcadia', `/api/texts/${TEXT}/versions/framework-v1/draft`)).status).toBe(404)
  })

  it('answer what is not there with a problem', async () => {
    expect(await trial.ask('chair', '/api/texts/nothing')).toMatchObject({ status: 404, body: { error: 'noText' } })
    expect(await trial.ask('chair', '/api/nothing')).toMatchObject({ status: 404, body: { error: 'notFound' } })
  })
})

const ids = ({ thread, comment }: { thread: string; comment: string }) => ({ thread, comment })

const correction = (clause: string): Extract<api.TextCommand, { type: 'comparison.correct' }> => ({
  type: 'comparison.correct',
  old: 'framework-v1',
  new: 'living',
  clauses: [clause, clause],
  as: 'parted',
})

const told = async () => api.correctionListSchema.parse(await read(`/api/texts/${TEXT}/corrections`))

describe('commands', () => {
  /** What each command needs to be there, and then asks. */
  const asks: Record<api.TextCommand['type'], (member: string) => Promise<api.TextCommand>> = {
    'comment.open': async () => open(),
    'comment.reply': async (member) => {
      const { thread } = await openThread(member)
      return { type: 'comment.reply', thread, comment: newId(), words: 'Because.' }
    },
    'comment.edit': async (member) => ({ type: 'comment.edit', words: 'Changed.', ...ids(await openThread(member)) }),
    'thread.resolve': async (member) => ({ type: 'thread.resolve', thread: (await openThread(member)).thread }),
    'thread.reopen': async (member) => {
      const { thread } = await openThread(member)
      await trial.command(member, { type: 'thread.resolve', thread })
      return { type: 'thread.reopen', thread }
    },
    'version.issue': async () => ({ type: 'version.issue', version: newId(), label: 'Revised', symbol: 'A/1/Rev.1' }),
    'baseline.pin': async () => ({ type: 'baseline.pin', text: 'framework', version: 'framework-v1' }),
    'role.set': async (member) => ({
      type: 'role.set',
      member: 'meridia',
      role: member === 'chair' ? null : 'observer',
    }),
    'comparison.correct': async (member) => correction(`of-${member}`),
  }
  const types = Object.keys(asks) as api.TextCommand['type'][]
  const cells = types.flatMap((type) => roles.map((role) => ({ type, role })))
  it.each(cells)('$role asks for $type', async ({ type, role }) => {
    const member = memberAs[role]
    const answer = await trial.command(member, await asks[type](member))
    if ((rights[type] as readonly Role[]).includes(role)) expect(answer.status).toBe(200)
    else expect(answer).toMatchObject({ status: 403, body: { error: 'noRight' } })
  })

  it('sent again are answered again and done once', async () => {
    const [command, id] = [open(), newId()]
    const first = await trial.command('arcadia', command, id)
    expect(await trial.command('arcadia', command, id)).toEqual(first)
    expect((await threadsSeenBy('arcadia')).filter((thread) => thread === command.thread)).toHaveLength(1)
  })

  it('stamp who asked, whatever the request says', async () => {
    const forged = { ...open(), by: 'chair', delegation: 'Chair' } as unknown as api.TextCommand
    expect(await trial.command('arcadia', forged)).toMatchObject({ status: 400, body: { error: 'badRequest' } })
  })

  it('number versions, and keep their words as they were', async () => {
    const version = newId()
    await trial.command('secretariat', { type: 'version.issue', version, label: 'Kept', symbol: '' })
    const living = api.draftAnswerSchema.parse((await trial.ask('chair', `/api/texts/${TEXT}/draft`)).body)
    const issued = api.draftAnswerSchema.parse((await trial.ask('chair', `/api/versions/${version}/draft`)).body)
    expect(issued.draft).toEqual(living.draft)
    const { versions } = api.textSummarySchema.parse((await trial.ask('chair', `/api/texts/${TEXT}`)).body)
    expect(versions.map(({ number }) => number)).toEqual(versions.map((_, index) => index + 1))
    expect(versions.at(-1)).toMatchObject({ id: version, sha256: issued.sha256, by: 'secretariat' })
  })

  it('correct a comparison for everybody who reads the text', async () => {
    await trial.command('chair', correction('shared'))
    expect(await told()).toContainEqual(
      expect.objectContaining({ clauses: ['shared', 'shared'], as: 'parted', by: 'chair', name: expect.any(String) }),
    )
    await trial.command('chair', { ...correction('shared'), as: 'found' })
    expect((await told()).map(({ clauses }) => clauses[0])).not.toContain('shared')
  })

  it('name only members, texts and versions that are there', async () => {
    expect(await trial.command('secretariat', { type: 'role.set', member: 'nobody', role: 'chair' })).toMatchObject({
      body: { error: 'noMember' },
    })
    expect(await trial.command('secretariat', { type: 'baseline.pin', text: 'nothing', version: 'v' })).toMatchObject({
      body: { error: 'noText' },
    })
    expect(await trial.command('secretariat', { type: 'baseline.pin', text: TEXT, version: 'nothing' })).toMatchObject({
      body: { error: 'noVersion' },
    })
  })

  it('show threads to their audience only', async () => {
    const { thread: own } = await openThread('arcadia', 'delegation')
    const { thread: confided } = await openThread('arcadia', 'secretariat')
    const seen = async (member: string): Promise<boolean[]> => {
      const threads = await threadsSeenBy(member)
      return [threads.includes(own), threads.includes(confided)]
    }
    expect(await seen('arcadia')).toEqual([true, true])
    expect(await seen('secretariat')).toEqual([false, true])
    expect(await seen('chair')).toEqual([false, false])
    const reply: api.TextCommand = { type: 'comment.reply', thread: own, comment: newId(), words: 'I see you.' }
    expect(await trial.command('chair', reply)).toMatchObject({ status: 404, body: { error: 'noThread' } })
  })
})

describe('new texts', () => {
  const draft = {
    title: 'A new text',
    language: 'en',
    symbol: '',
    clauses: [{ id: 'c1', kind: 'article', parent: '', depth: 0, words: [{ insert: 'Scope' }] }],
  }
  const make = (member: string, id: string, made: unknown = draft): Promise<Answer> =>
    trial.ask(member, '/api/texts', { id, draft: made })

  it('are made by the secretariat, once', async () => {
    const id = newId()
    expect(await make('chair', id)).toMatchObject({ status: 403, body: { error: 'noRight' } })
    expect(await make('secretariat', id)).toMatchObject({ status: 201, body: { id, title: 'A new text' } })
    expect(await make('secretariat', id)).toMatchObject({ status: 200, body: { id } })
    expect(await make('secretariat', id, { ...draft, title: 'B' })).toMatchObject({
      status: 409,
      body: { error: 'idTaken' },
    })
    expect(api.textSummarySchema.parse((await trial.ask('lantern', `/api/texts/${id}`)).body).role).toBe('observer')
  })

  it.each([
    ['no draft', 7],
    ['two clauses of one id', { ...draft, clauses: [draft.clauses[0], draft.clauses[0]] }],
    ['a child before its parent', { ...draft, clauses: [{ ...draft.clauses[0], parent: 'c9' }] }],
  ])('are not made of %s', async (_name, made) => {
    expect(await make('secretariat', newId(), made)).toMatchObject({ status: 400, body: { error: 'badRequest' } })
  })
})

/** Reads events until one is of this seq. */
async function readUntil(member: string, seq: number, from?: number): Promise<api.FeedEntry[]> {
  const headers: Record<string, string> = { authorization: `Bearer ${trial.token(member)}` }
  if (from !== undefined) headers['last-event-id'] = String(from)
  const abort = new AbortController()
  const response = await fetch(`${trial.url}/api/texts/${TEXT}/feed`, { headers, signal: abort.signal })
  const entries: api.FeedEntry[] = []
  let rest = ''
  const decoder = new TextDecoder()
  for await (const bytes of response.body ?? []) {
    const events = (rest + decoder.decode(bytes, { stream: true })).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1]
      if (data !== undefined) entries.push(api.feedEntrySchema.parse(JSON.parse(data)))
    }
    if (entries.some((entry) => entry.seq >= seq)) break
  }
  abort.abort()
  return entries
}

describe('the feed', () => {
  it('tells what was and what comes, and resumes behind what was told', async () => {
    const said = await trial.command('arcadia', open())
    const { seq } = api.commandAnswerSchema.parse(said.body)
    const live = readUntil('lantern', seq + 1)
    await trial.command('arcadia', open())
    const entries = await live
    expect(entries.slice(-2)).toMatchObject([
      { seq, kind: 'comment.open', actor: 'arcadia', name: 'Dario Penhallis', delegation: 'Arcadia' },
      { seq: seq + 1 },
    ])
    expect((await readUntil('lantern', seq + 1, seq)).map((entry) => entry.seq)).toEqual([seq + 1])
  })

  it('leaves out threads that the member may not see, and the drafts of versions', async () => {
    await openThread('arcadia', 'delegation')
    const command: api.TextCommand = { type: 'version.issue', version: newId(), label: 'Last', symbol: '' }
    const { seq } = api.commandAnswerSchema.parse((await trial.command('secretariat', command)).body)
    const entries = await readUntil('lantern', seq, seq - 2)
    expect(entries.map((entry) => entry.seq)).toEqual([seq])
    expect(entries[0]?.body).toMatchObject({ label: 'Last' })
    expect(entries[0]?.body).not.toHaveProperty('draft')
  })
})

it('sends the headers that a security reviewer expects', async () => {
  const { headers } = await fetch(`${trial.url}/sign-in`)
  expect(headers.get('content-security-policy')).toContain("script-src 'self';")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-powered-by')).toBeNull()
})
