/** Rights taken away in the middle of a stream of edits: the record holds none by that member after that entry. */

import { readAct, UPDATE, type Entry, type Role } from '@travaux/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFolder } from '../../packages/server/src/program/folder.ts'
import { readFrame, updateFrame } from '../../packages/server/src/rooms/frame.ts'
import { savedCount, until } from '../../packages/server/src/trial/client.ts'
import { TEXT } from '../../packages/server/src/trial/server.ts'
import { lastUpdate, type } from './craft.ts'
import { letIn, openStage, type Attacker, type Stage } from './stage.ts'

const STREAMER = 'expert-weog'
/** Frames in one go, sent without waiting for anything. */
const SALVO = 40

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

/** Streams edits from two tabs until both are ended, while `take` takes the right to away. */
async function stream(take: () => Promise<unknown>): Promise<readonly (string | number)[]> {
  const tabs = [await letIn(stage, STREAMER), await letIn(stage, STREAMER)]
  const streaming = tabs.map(streamUntilEnded)
  await Promise.all(tabs.map(({ socket }) => socket.frame((bytes) => (savedCount(bytes) ?? 0) > SALVO)))
  await take()
  return Promise.all(streaming)
}

async function streamUntilEnded({ socket, copy }: Attacker): Promise<string | number> {
  for (let salvo = 0; salvo < 500; salvo++) {
    for (let shot = 0; shot < SALVO; shot++) socket.send(updateFrame(lastUpdate(copy, type('x'))))
    const end = await Promise.race([socket.ended, breath()])
    if (end !== undefined) return end
  }
  return socket.ended
}

function breath(): Promise<undefined> {
  return new Promise((resolve) => {
    setImmediate(() => resolve(undefined))
  })
}

async function recordOf(): Promise<Entry[]> {
  const store = readFolder(stage.trial.data)
  const entries: Entry[] = []
  for await (const entry of store.entries(TEXT)) entries.push(entry)
  await store.close()
  return entries
}

const byStreamer = (entries: readonly Entry[]): Entry[] =>
  entries.filter(({ actor, kind }) => actor === STREAMER && kind === UPDATE)

async function setRole(role: Role | null): Promise<void> {
  const answer = await stage.trial.command('secretariat', { type: 'role.set', member: STREAMER, role })
  expect(answer.status).toBe(200)
}

describe('not one edit lands', () => {
  it.each([
    ['a downgrade to delegate', 'delegate', ['rightsChanged', 'readOnly']],
    ['a downgrade to observer', 'observer', ['rightsChanged', 'readOnly']],
    ['a removal', null, ['noRight']],
  ] as const)('after %s', async (_name, role, codes) => {
    const ends = await stream(() => setRole(role))
    for (const end of ends) expect(codes).toContain(end)
    await stage.undisturbed()
    const entries = await recordOf()
    const taken = entries.findIndex((entry) => {
      const act = readAct(entry)
      return act?.type === 'role.set' && act.member === STREAMER && act.role === role
    })
    expect(byStreamer(entries.slice(0, taken)).length).toBeGreaterThan(SALVO)
    expect(byStreamer(entries.slice(taken))).toEqual([])
  })

  it('after a sign-out has been answered', async () => {
    let seqAtSignOut = 0
    const ends = await stream(async () => {
      expect(await stage.trial.ask(STREAMER, '/api/sign-out', {})).toMatchObject({ status: 200 })
      seqAtSignOut = (await recordOf()).length
    })
    expect(ends).toEqual(['signedOut', 'signedOut'])
    await stage.undisturbed()
    expect(byStreamer((await recordOf()).slice(seqAtSignOut))).toEqual([])
  })

  it('until the right is given back, and then they land again', async () => {
    await stream(() => setRole('delegate'))
    await setRole('drafter')
    const { socket, copy } = await letIn(stage, STREAMER)
    expect(await Promise.race([socket.ended, socket.frame((bytes) => readFrame(bytes)?.kind === 'ask')])).toBeDefined()
    socket.send(updateFrame(lastUpdate(copy, type('Back. '))))
    await until(() => stage.honest[0].words().includes('Back. '))
    socket.close()
  })
})
