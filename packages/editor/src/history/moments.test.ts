/** The roles of a new text are one line, and no other lines are. */

import type { api } from '@travaux/core'
import { expect, test } from 'vitest'
import { byMoment } from './moments.ts'

const AT = 1_800_000_000_000

function line(seq: number, over: Partial<api.Activity> = {}): api.Activity {
  const place = { seq, at: AT }
  const by = { actor: 'sec', name: 'Sec', delegation: 'Secretariat' }
  return { ...place, ...by, kind: 'role.set', from: place, entries: 1, clauses: [], ...over }
}

const shape = (lines: readonly api.Activity[]): number[][] =>
  byMoment(lines).map((group) => group.map(({ seq }) => seq))

test('roles that one member gave at one moment stand together, between what else was done', () => {
  const lines = [
    line(6),
    line(5, { kind: 'comment.open' }),
    line(4),
    line(3),
    line(2),
    line(1, { kind: 'text.created' }),
  ]
  expect(shape(lines)).toEqual([[6], [5], [4, 3, 2], [1]])
})

test.each([
  ['later', { at: AT - 60_001 }],
  ['by another', { actor: 'chair' }],
  ['for another delegation', { delegation: 'Chair' }],
  ['of another kind', { kind: 'update' }],
])('what was done %s is a line of its own', (_name, over) => {
  expect(shape([line(2), line(1, over)])).toEqual([[2], [1]])
})

test('nothing else is joined', () => {
  expect(shape([line(2, { kind: 'comment.open' }), line(1, { kind: 'comment.open' })])).toEqual([[2], [1]])
  expect(shape([])).toEqual([])
})
