/** The history of a text as readers ask for it. */

import { api, boardOf, draftHash, textOf } from '@travaux/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLAUSE, join, until, type Client } from '../trial/client.ts'
import { newId, startTrial, TEXT, type Trial } from '../trial/server.ts'

let trial: Trial
const clients: Client[] = []
beforeAll(async () => {
  trial = await startTrial()
  for (const member of ['expert-weog', 'chair']) clients.push(await join(trial, member))
  await write(0, ({ type }) => type('First, '))
  await write(1, ({ type }) => type('Second, '))
  await write(0, (client) => client.erase('Second'.length))
})
afterAll(async () => {
  for (const client of clients) client.leave()
  await trial.stop()
})

/** Changes the text as one client, and waits until the server and everybody else has it. */
async function write(index: number, change: (client: Client) => void): Promise<void> {
  const client = clients[index]
  if (!client) throw new Error(`There is no client ${index}`)
  change(client)
  await until(() => clients.every((one) => one.words() === client.words()))
}

const read = async <T>(path: string, schema: { parse: (value: unknown) => T }, member = 'lantern'): Promise<T> =>
  schema.parse((await trial.ask(member, `/api/texts/${TEXT}/${path}`)).body)

const wordsAt = async (query: string): Promise<string> => {
  const { draft } = await read(`at?${query}`, api.momentSchema)
  return textOf(draft.clauses.find(({ id }) => id === CLAUSE)?.words ?? [])
}

const activityOf = async (query: string, member?: string): Promise<api.Activity[]> =>
  (await read(`activity?${query}`, api.activityPageSchema, member)).lines

describe('the text as it stood', () => {
  it('is read after any entry', async () => {
    const { last } = await read('at', api.momentSchema)
    const starts = [3, 2, 1, 0].map(async (back) => (await wordsAt(`seq=${last.seq - back}`)).slice(0, 15))
    const [before, first, second, third] = await Promise.all(starts)
    expect(first).toBe(`First, ${before}`.slice(0, 15))
    expect([second, third]).toEqual(['Second, First, ', expect.stringMatching(/^, First, /)])
  })

  it('is read at any time', async () => {
    const { first, last } = await read('at?seq=2', api.momentSchema)
    const [beginning, end] = [await read(`at?at=${first.at - 1}`, api.momentSchema), await read('at', api.momentSchema)]
    expect(beginning.seq).toBe(2)
    expect(await read(`at?at=${last.at}`, api.momentSchema)).toMatchObject({ seq: last.seq, sha256: end.sha256 })
  })

  it('carries the hash of its draft, and says where the record begins and ends', async () => {
    const { draft, sha256, seq, last } = await read('at', api.momentSchema)
    expect(draftHash(draft)).toBe(sha256)
    expect(seq).toBe(last.seq)
  })

  it('is refused to a question that means nothing', async () => {
    for (const query of ['at?seq=0', 'at?seq=x', 'at?at=-1', 'blame?clause=', 'activity?limit=0', 'activity?who=x']) {
      expect(await trial.ask('chair', `/api/texts/${TEXT}/${query}`)).toMatchObject({ status: 400 })
    }
  })
})

describe('blame', () => {
  it('names who wrote and who deleted each stretch', async () => {
    const { clauses, deeds } = await read(`blame?clause=${CLAUSE}`, api.blameSchema)
    const who = (seq?: number) => deeds.find((deed) => deed.seq === seq)?.actor
    const said = clauses[0]?.runs.slice(0, 3).map(({ words, wrote, deleted }) => [words, who(wrote), who(deleted)])
    expect(clauses).toMatchObject([{ clause: CLAUSE, number: expect.stringMatching(/^Preamble/) as string }])
    expect(said).toEqual([
      ['Second', 'chair', 'expert-weog'],
      [', ', 'chair', undefined],
      ['First, ', 'expert-weog', undefined],
    ])
  })

  it('tells of the whole text, words and all, now and as it stood', async () => {
    const now = await read('blame', api.blameSchema)
    const { draft } = await read('at', api.momentSchema)
    const standing = now.clauses.filter(({ gone }) => gone === undefined)
    const words = standing.map(({ runs }) => runs.map((run) => (run.deleted === undefined ? run.words : '')).join(''))
    expect(words).toEqual(draft.clauses.map((clause) => textOf(clause.words)))
    const then = await read(`blame?clause=${CLAUSE}&seq=2`, api.blameSchema)
    expect(then.clauses[0]?.runs).toHaveLength(1)
    expect(then.deeds).toMatchObject([{ seq: 2, actor: 'server', name: 'Travaux' }])
  })
})

describe('activity', () => {
  it('is told newest first, changes to the words in rows, with the clauses they touched', async () => {
    const { lines } = await read('activity?kind=update', api.activityPageSchema)
    expect(
      lines.map(({ actor, entries, clauses }) => [actor, entries, clauses.length > 5 ? 'many' : clauses[0]]),
    ).toEqual([
      ['expert-weog', 1, CLAUSE],
      ['chair', 1, CLAUSE],
      ['expert-weog', 1, CLAUSE],
      ['server', 1, 'many'],
    ])
  })

  it('is filtered by member, delegation, clause and kind', async () => {
    expect((await activityOf('member=chair&kind=update')).length).toBe(1)
    expect((await activityOf(`clause=${CLAUSE}&kind=update`)).every(({ clauses }) => clauses.includes(CLAUSE))).toBe(
      true,
    )
    expect(
      (await activityOf('kind=comment.open')).every(
        ({ kind, clauses }) => kind === 'comment.open' && clauses.length === 1,
      ),
    ).toBe(true)
    const secretariat = await activityOf('delegation=Secretariat')
    expect(secretariat.length).toBeGreaterThan(0)
    expect(secretariat.every(({ delegation }) => delegation === 'Secretariat')).toBe(true)
  })

  it('is paged without a gap', async () => {
    const seen: number[] = []
    let query = 'activity?limit=3'
    for (let more = true; more;) {
      const { lines, before } = await read(query, api.activityPageSchema)
      seen.push(...lines.map(({ seq }) => seq))
      query = `activity?limit=3&before=${before}`
      more = before !== null
    }
    expect(seen).toEqual((await read('activity?limit=200', api.activityPageSchema)).lines.map(({ seq }) => seq))
  })

  it('keeps a delegation’s own thread from others', async () => {
    const anchor = { clause: CLAUSE, quote: 'words', before: '', after: '' }
    const command = {
      type: 'comment.open',
      thread: newId(),
      comment: newId(),
      anchor,
      words: 'ours',
      audience: 'delegation',
    } as const
    await trial.command('arcadia', command)
    const newest = await Promise.all(['arcadia', 'lantern'].map((member) => activityOf('limit=1', member)))
    expect(newest.map(([line]) => line?.kind)).toEqual(['comment.open', 'update'])
  })
})

describe('what was open', () => {
  it('is told to readers as it stands now, a day at a time', async () => {
    const { days, seq } = await read('brackets', api.openOverTimeSchema)
    const { draft, last } = await read('at', api.momentSchema)
    expect(seq).toBe(last.seq)
    expect(days.at(-1)).toMatchObject(boardOf(draft.clauses).total)
  })

  it('is not told to those who may not read the text', async () => {
    const asked = await trial.ask('lantern', '/api/texts/no-such-text/brackets')
    expect(asked.status).toBe(404)
  })
})
