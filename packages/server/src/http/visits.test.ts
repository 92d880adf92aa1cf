/** A member's visits, as every browser of theirs is told of them. */

import { api } from '@travaux/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTrial, TEXT, type Trial } from '../trial/server.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.stop())

const path = `/api/texts/${TEXT}/visit`
const last = async (member: string): Promise<api.Visit | null> =>
  api.visitAnswerSchema.parse((await trial.ask(member, path)).body).visit

it('keeps the latest visit of each member, whichever browser it comes from', async () => {
  expect(await last('chair')).toBeNull()
  const visit = { since: { seq: 1, at: 5 }, last: { seq: 3, at: 50 } }
  await trial.ask('chair', path, visit)
  await trial.ask('chair', path, { since: null, last: { seq: 2, at: 40 } })
  expect(await last('chair')).toEqual(visit)
  expect(await last('lantern')).toBeNull()
})

it('holds a browser whose clock is ahead to the time of the server', async () => {
  const ahead = Date.now() + 3600_000
  await trial.ask('lantern', path, { since: null, last: { seq: 3, at: ahead } })
  expect((await last('lantern'))?.last.at).toBeLessThan(ahead)
})

it('takes nothing but a visit', async () => {
  const answer = await trial.ask('chair', path, { since: null, last: { seq: -1, at: 'now' } })
  expect(answer.status).toBe(400)
})
