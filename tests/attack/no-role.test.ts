/** A member without a role in a text: every right of the table is denied, and the text looks as if it were not there. */

import { rights, type api, type Right } from '@travaux/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bare } from '../../packages/server/src/trial/client.ts'
import { newId, startTrial, TEXT, type Answer, type Trial } from '../../packages/server/src/trial/server.ts'

const OUTSIDER = 'meridia'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
  await trial.command('secretariat', { type: 'role.set', member: OUTSIDER, role: null })
})
afterAll(() => trial.stop())

const anchor: api.Anchor = { clause: 'art1', quote: 'words', before: '', after: '' }
const [thread, comment] = [newId(), newId()]

/** What each right of the table lets a member do, tried: a right that is added has to be added here. */
const tries: Record<Right, () => Promise<Answer | string | number>> = {
  read: () => trial.ask(OUTSIDER, `/api/texts/${TEXT}/draft`),
  write: () => bare(trial, `token=${trial.token(OUTSIDER)}`).ended,
  'comment.open': () => tell({ type: 'comment.open', thread, comment, anchor, words: 'Why?', audience: 'all' }),
  'comment.reply': () => tell({ type: 'comment.reply', thread, comment, words: 'Because.' }),
  'comment.edit': () => tell({ type: 'comment.edit', thread, comment, words: 'Or not.' }),
  'thread.resolve': () => tell({ type: 'thread.resolve', thread }),
  'thread.reopen': () => tell({ type: 'thread.reopen', thread }),
  'version.issue': () => tell({ type: 'version.issue', version: newId(), label: 'Mine', symbol: '' }),
  'baseline.pin': () => tell({ type: 'baseline.pin', text: 'framework', version: 'framework-v1' }),
  'comparison.correct': () =>
    tell({ type: 'comparison.correct', old: 'framework-v1', new: 'living', clauses: ['a', 'b'], as: 'joined' }),
  'role.set': () => tell({ type: 'role.set', member: OUTSIDER, role: 'secretariat' }),
}

const tell = (command: api.TextCommand): Promise<Answer> => trial.command(OUTSIDER, command)

describe('a member without a role', () => {
  it.each(Object.keys(rights) as Right[])('has no %s', async (right) => {
    const end = await tries[right]()
    if (typeof end === 'object') expect(end).toMatchObject({ status: 404, body: { error: 'noText' } })
    else expect(end).toBe('noRight')
  })

  it.each(['', '/draft', '/threads', '/feed'])('reads nothing at its address%s', async (reading) => {
    expect(await trial.ask(OUTSIDER, `/api/texts/${TEXT}${reading}`)).toMatchObject({ status: 404 })
  })

  it('does not find it in the list', async () => {
    const { body } = await trial.ask(OUTSIDER, '/api/texts')
    expect((body as { id: string }[]).map(({ id }) => id)).not.toContain(TEXT)
  })
})
