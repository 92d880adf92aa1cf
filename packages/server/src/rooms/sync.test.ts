/** The sync rooms as pages meet them: a real server, real sockets, the stock client. */

import { api, rights, roles, type Role } from '@travaux/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bare, connect, join, savedCount, until, type Client } from '../trial/client.ts'
import { startTrial, TEXT, type Trial } from '../trial/server.ts'
import { answerFrame, helloFrame, updateFrame } from './frame.ts'

const memberAs: Record<Role, string> = {
  secretariat: 'secretariat',
  chair: 'chair',
  drafter: 'expert-weog',
  delegate: 'arcadia',
  observer: 'lantern',
}

let trial: Trial
beforeAll(async () => {
  trial = await startTrial({ frameBytes: 200_000, socketsPerMember: 6 })
})
afterAll(() => trial.stop())

async function pair(a = 'expert-weog', b = 'expert-african'): Promise<[Client, Client]> {
  return [await join(trial, a), await join(trial, b)]
}

describe('stock clients', () => {
  it('converge, online and after time apart', async () => {
    const [a, b] = await pair()
    a.type('One ')
    b.type('Two ')
    await until(() => a.words() === b.words() && a.words().includes('One '))
    b.provider.disconnect()
    b.type('Three ')
    a.type('Four ')
    b.provider.connect()
    await until(() => a.words() === b.words() && /Three/.test(a.words()) && /Four/.test(a.words()))
    a.leave()
    b.leave()
  })

  it('converge from two tabs of one member', async () => {
    const [a, b] = await pair('chair', 'chair')
    a.type('Left ')
    b.type('Right ')
    await until(() => a.words() === b.words() && /Left/.test(a.words()) && /Right/.test(a.words()))
    a.leave()
    b.leave()
  })

  it('are taken back with all that earlier pages of theirs wrote offline', async () => {
    const first = await join(trial, 'chair')
    first.provider.disconnect()
    first.type('First page. ')
    const second = new Y.Doc()
    Y.applyUpdate(second, Y.encodeStateAsUpdate(first.doc))
    first.leave()
    const page = await join(trial, 'chair', { doc: second })
    page.type('Second page. ')
    const other = await join(trial, 'secretariat')
    await until(() => other.words().startsWith('Second page. First page. '))
    page.leave()
    other.leave()
  })

  it('hear who is here as the server knows them, whatever they claim', async () => {
    const [a, b] = await pair()
    a.provider.awareness.setLocalState({ user: { name: 'The Chair', member: 'chair' }, cursor: 4 })
    const seen = () => b.provider.awareness.getStates().get(a.doc.clientID)
    await until(() => seen() !== undefined)
    expect(seen()).toEqual({
      cursor: 4,
      user: {
        member: 'expert-weog',
        name: 'Oona Fairlight',
        delegation: 'WEOG expert',
        code: 'WEOG',
        role: 'drafter',
      },
    })
    a.leave()
    await until(() => seen() === undefined)
    b.leave()
  })
})

describe('rights', () => {
  it.each(roles)('lets a %s write, or only read, as the table says', async (role) => {
    const page = await join(trial, memberAs[role])
    const watching = await join(trial, 'expert-african')
    const mark = `By a ${role}. `
    page.type(mark)
    if ((rights.write as readonly Role[]).includes(role)) await until(() => watching.words().includes(mark))
    else expect(await page.ended).toBe('readOnly')
    expect(watching.words().includes(mark)).toBe((rights.write as readonly Role[]).includes(role))
    page.leave()
    watching.leave()
  })

  it('take effect on open sockets at once', async () => {
    const page = await join(trial, 'expert-grulac')
    await trial.command('secretariat', { type: 'role.set', member: 'expert-grulac', role: 'delegate' })
    expect(await page.ended).toBe('rightsChanged')
    const reading = await join(trial, 'expert-grulac')
    await trial.command('secretariat', { type: 'role.set', member: 'expert-grulac', role: null })
    expect(await reading.ended).toBe('noRight')
    const outside = connect(trial, 'expert-grulac')
    expect(await outside.ended).toBe('noRight')
    for (const client of [page, reading, outside]) client.leave()
  })

  it('end with the sign-in', async () => {
    const page = await join(trial, 'meridia')
    expect(await trial.ask('meridia', '/api/sign-out', {})).toMatchObject({ status: 200 })
    expect(await page.ended).toBe('signedOut')
    page.leave()
  })
})

describe('the door', () => {
  it.each([
    ['a token nobody has', 'token=nobody', {}, 'signedOut'],
    ['no sign-in', '', {}, 'signedOut'],
    ['a room that is not there', 'TOKEN', { room: 'text:nothing-here' }, 'noRoom'],
    ['the body as a room', 'TOKEN', { room: 'text:body' }, 'noRoom'],
  ] as const)('turns away %s', async (_name, query, options, reason) => {
    const socket = bare(trial, query === 'TOKEN' ? `token=${trial.token('chair')}` : query, options)
    expect(await socket.ended).toBe(reason)
  })

  it('knows a room whose name is percent-encoded', async () => {
    const socket = bare(trial, `token=${trial.token('chair')}`, { room: encodeURIComponent(`text:${TEXT}`) })
    expect(await socket.frame((bytes) => bytes[0] === 0)).toBeDefined()
    socket.close()
  })

  it('is shut to addresses that are no room, and to other sites under a cookie', async () => {
    const elsewhere = { headers: { cookie: 'travaux_session=x', origin: 'https://elsewhere.example' } }
    expect(await bare(trial, '', elsewhere).ended).toBe(1006)
    expect(await bare(trial, `token=${trial.token('chair')}`, { room: 'nowhere' }).ended).toBe(1006)
  })

  it('lets a member open only so many sockets', async () => {
    const sockets = Array.from({ length: 7 }, () => bare(trial, `token=${trial.token('norland')}`))
    const ended = await Promise.race(sockets.map((socket) => socket.ended))
    expect(ended).toBe('tooMany')
    for (const socket of sockets) socket.close()
  })
})

describe('frames', () => {
  it('are acknowledged by their count, for those who ask', async () => {
    const page = await join(trial, 'expert-asia-pacific')
    const mine = new Y.Doc()
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(page.doc))
    page.leave()
    const socket = bare(trial, `ack=1&token=${trial.token('expert-asia-pacific')}`)
    await socket.frame((bytes) => bytes[0] === 0)
    mine.on('update', (update: Uint8Array) => socket.send(updateFrame(update)))
    mine.getMap('meta').set('note', 1)
    mine.getMap('meta').set('note', 2)
    socket.send(answerFrame(Y.encodeStateAsUpdate(mine)))
    await socket.frame((bytes) => savedCount(bytes) === 3)
    socket.close()
  })

  it('begin with the epoch and the member, for those who ask', async () => {
    const [chair, stock] = [
      bare(trial, `ack=1&token=${trial.token('chair')}`),
      bare(trial, `token=${trial.token('chair')}`),
    ]
    const { body } = api.meSchema.parse((await trial.ask('chair', '/api/me')).body)
    expect(await chair.frame(() => true)).toEqual(helloFrame(body.epoch, 'chair'))
    expect((await stock.frame(() => true))[0]).toBe(0)
    chair.close()
    stock.close()
  })

  it.each([
    ['longer than the bound', 250_000, 'tooLarge'],
    ['far longer than the bound', 2_000_000, 'tooLarge'],
  ] as const)('%s end the socket', async (_name, length, reason) => {
    const socket = bare(trial, `token=${trial.token('arcadia')}`)
    await socket.opened
    socket.send(new Uint8Array(length))
    expect(await socket.ended).toBe(reason)
  })

  it('of text end the socket', async () => {
    const socket = bare(trial, `token=${trial.token('arcadia')}`)
    await socket.opened
    socket.send('hello')
    expect(await socket.ended).toBe('malformed')
  })
})
