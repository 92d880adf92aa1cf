/** The activity says who did what without listing every keystroke. */

import type { api } from '@travaux/core'
import { expect, test } from 'vitest'
import { activityOf } from './activity.ts'

const MINUTE = 60_000
const entry = (seq: number, actor: string, kind: string, minute: number): api.FeedEntry => ({
  seq, at: minute * MINUTE, actor, name: actor, delegation: 'Arcadia', kind,
}) // oxfmt-ignore

const told = (...entries: api.FeedEntry[]) =>
  activityOf(entries).map(({ first, count }) => `${first.actor} ${first.kind} ${count}`)

test('edits of one sitting are one line, the newest line first', () => {
  expect(told(entry(1, 'ines', 'update', 0), entry(2, 'ines', 'update', 5), entry(3, 'omar', 'update', 6))).toEqual([
    'omar update 1',
    'ines update 2',
  ])
})

test('an act between two edits parts them, and so does a long pause', () => {
  expect(
    told(entry(1, 'ines', 'update', 0), entry(2, 'ines', 'comment.open', 1), entry(3, 'ines', 'update', 2)),
  ).toHaveLength(3)
  expect(told(entry(1, 'ines', 'update', 0), entry(2, 'ines', 'update', 60))).toHaveLength(2)
})

test('acts are never joined', () => {
  expect(told(entry(1, 'ines', 'comment.reply', 0), entry(2, 'ines', 'comment.reply', 0))).toHaveLength(2)
})
