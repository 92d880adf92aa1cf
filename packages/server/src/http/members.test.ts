/** Members come and go, and signing out counts: at once, on whatever is open, whoever did it. */

import { api, type Role } from '@travaux/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bare, join, until } from '../trial/client.ts'
import { travaux } from '../trial/command.ts'
import { newId, startTrial, temporaryFolder, TEXT, type Answer, type Trial } from '../trial/server.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.stop())

const newMember = (id: string, role: Role = 'drafter'): api.NewMember => ({
  id,
  name: `Name of ${id}`,
  delegation: 'Borealia',
  code: 'BOR',
  role,
  sample: true,
})

const administer = (by: string, command: api.BodyCommand, id = newId()): Promise<Answer> =>
  trial.ask(by, '/api/members/commands', { id, command })

const add = (id: string, role?: Role): Promise<Answer> =>
  administer('secretariat', { type: 'member.add', member: newMember(id, role) })

const remove = (member: string): Promise<Answer> => administer('secretariat', { type: 'member.remove', member })

describe('a new member', () => {
  it('may sign in, and has its role in every text', async () => {
    expect(await add('nora')).toMatchObject({ status: 200 })
    const list = api.textListSchema.parse((await trial.ask('nora', '/api/texts')).body)
    expect(list.map(({ role }) => role)).toEqual(['drafter', 'drafter'])
    const [nora, chair] = [await join(trial, 'nora'), await join(trial, 'chair')]
    nora.type('Nora was here. ')
    await until(() => chair.words().startsWith('Nora was here. '))
    nora.leave()
    chair.leave()
  })

  it('is added once, however often the request comes', async () => {
    const [command, id] = [{ type: 'member.add', member: newMember('otto') } as const, newId()]
    const answers = [await administer('secretariat', command, id), await administer('secretariat', command, id)]
    expect(answers[0]?.body).toEqual(answers[1]?.body)
  })

  it('is added by the secretariat alone, and as it should be', async () => {
    const command = { type: 'member.add', member: newMember('pia') } as const
    expect(await administer('chair', command)).toMatchObject({ status: 403, body: { error: 'noRight' } })
    const odd = { ...command, member: { ...command.member, id: 'p i a' } }
    expect(await administer('secretariat', odd)).toMatchObject({ status: 400 })
  })
})

describe('a member that is changed', () => {
  it('comes again under its new name', async () => {
    await add('quin')
    const quin = bare(trial, `token=${trial.token('quin')}`)
    await quin.frame(() => true)
    await administer('secretariat', { type: 'member.add', member: { ...newMember('quin'), delegation: 'Cascadia' } })
    expect(await quin.ended).toBe('rightsChanged')
    expect((await trial.ask('quin', '/api/me')).body).toMatchObject({ member: { delegation: 'Cascadia' } })
  })
})

describe('a member that is removed', () => {
  it('is out at once: its sockets, its feeds, its sign-ins', async () => {
    await add('rosa')
    const headers = { authorization: `Bearer ${trial.token('rosa')}` }
    const feed = await fetch(`${trial.url}/api/texts/${TEXT}/feed`, { headers })
    const socket = bare(trial, `token=${trial.token('rosa')}`)
    await socket.frame(() => true)
    expect(await remove('rosa')).toMatchObject({ status: 200 })
    expect(await socket.ended).toBe('signedOut')
    expect(await feed.text()).toContain('retry: 2000')
    expect(await trial.ask('rosa', '/api/me')).toMatchObject({ status: 401 })
  })

  it('is named still where it did something', async () => {
    await add('sven')
    const anchor = { clause: 'art1', quote: 'words', before: '', after: '' }
    const opening = {
      type: 'comment.open',
      thread: newId(),
      comment: newId(),
      anchor,
      words: 'mine',
      audience: 'all',
    } as const
    await trial.command('sven', opening)
    await remove('sven')
    const { body } = await trial.ask('chair', `/api/texts/${TEXT}/threads`)
    expect(api.threadListSchema.parse(body).at(-1)?.comments[0]?.name).toBe('Name of sven')
  })

  it('is never the last of the secretariat, and never nobody', async () => {
    expect(await remove('secretariat')).toMatchObject({ status: 409, body: { error: 'lastSecretariat' } })
    expect(await remove('nobody')).toMatchObject({ status: 404, body: { error: 'noMember' } })
  })
})

describe('from the command line', () => {
  it('a member is added, changed in a text, and removed, through a server at work', async () => {
    const details = ['--name', 'Tilda Ek', '--delegation', 'Borealia', '--code', 'BOR', '--role', 'delegate']
    expect((await travaux(trial.data, 'member', 'add', 'tilda', ...details)).code).toBe(0)
    const roleOf = async (): Promise<unknown> => (await trial.ask('tilda', `/api/texts/${TEXT}`)).body
    expect(await roleOf()).toMatchObject({ role: 'delegate' })
    expect((await travaux(trial.data, 'member', 'role', TEXT, 'Tilda Ek', 'chair')).code).toBe(0)
    expect(await roleOf()).toMatchObject({ role: 'chair' })
    expect((await travaux(trial.data, 'member', 'role', TEXT, 'tilda', 'none')).code).toBe(0)
    expect(await roleOf()).toMatchObject({ error: 'noText' })
    expect((await travaux(trial.data, 'member', 'remove', 'tilda')).code).toBe(0)
    expect(await trial.ask('tilda', '/api/me')).toMatchObject({ status: 401 })
  })

  it('a sign-out by another process ends what is open within two seconds', async () => {
    await add('ulla')
    const socket = bare(trial, `token=${trial.token('ulla')}`)
    await socket.frame(() => true)
    const sessions = await travaux(trial.data, 'sessions', '--member', 'ulla', '--json')
    expect(JSON.parse(sessions.out[0] ?? '')).toHaveLength(1)
    const start = performance.now()
    expect((await travaux(trial.data, 'sign-out', '--member', 'ulla')).code).toBe(0)
    expect(await socket.ended).toBe('signedOut')
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it.each([
    [['member', 'add', 'x', '--name', 'X', '--delegation', 'Y', '--code', 'Z', '--role', 'king'], /king is no role/],
    [['member', 'remove', 'nobody'], /no member nobody/],
    [['member', 'role', 'nothing', 'chair', 'chair'], /no such text|no text nothing/],
  ])('%j ends with a sentence', async (words, says) => {
    expect(await travaux(trial.data, ...words)).toMatchObject({ code: 2, notes: [expect.stringMatching(says)] })
  })

  it('works as well where no server is', async () => {
    const alone = await startTrial()
    const folder = await temporaryFolder()
    await alone.running.close()
    const details = ['--name', 'Vera Oss', '--delegation', 'Borealia', '--code', 'BOR', '--role', 'drafter']
    expect((await travaux(alone.data, 'member', 'add', 'vera', ...details)).code).toBe(0)
    expect((await travaux(alone.data, 'member', 'role', TEXT, 'vera', 'observer')).code).toBe(0)
    expect((await travaux(alone.data, 'members')).out.join('\n')).toContain('vera')
    expect((await travaux(alone.data, 'verify')).code).toBe(0)
    expect((await travaux(folder, 'members')).code).toBe(2)
  })
})
