/** The time slider goes from what happened to what happened, and never off its ends. */

import type { api } from '@travaux/core'
import { describe, expect, test } from 'vitest'
import { byMoment } from './moments.ts'
import { marksIn, shareOf, stepFrom, toldOf } from './stops.ts'

const span = { from: 100, to: 1100 }

describe('a step', () => {
  const stops = [1000, 400, 200]

  test.each([
    [100, 1, 200],
    [200, 1, 400],
    [999, -1, 400],
    [1000, -1, 400],
  ] as const)('from %i by %i comes to what happened next, at %i', (at, step, then) => {
    expect(stepFrom(at, stops, step, span)).toBe(then)
  })

  test.each([
    [1000, 1, 1020],
    [1090, 1, 1100],
    [200, -1, 180],
    [101, -1, 100],
  ] as const)('from %i by %i is a small one where nothing is known, to %i', (at, step, then) => {
    expect(stepFrom(at, stops, step, span)).toBe(then)
  })
})

test('a mark stands where its moment is', () => {
  expect([100, 600, 1100, 5000].map((at) => shareOf(at, span))).toEqual([0, 0.5, 1, 1])
  expect(shareOf(7, { from: 7, to: 7 })).toBe(1)
})

const line = (seq: number, kind: string, at: number, from = at): api.Activity => ({
  seq,
  at,
  actor: 'ana',
  name: 'Ana',
  delegation: 'Chair',
  kind,
  from: { seq, at: from },
  entries: 1,
  clauses: [],
})

/** A text made at 100, written from 300 to 400, commented at 450; roles given at once at 110 to 130, and one at 500. */
const done = byMoment([
  line(7, 'role.set', 500),
  line(6, 'comment.open', 450),
  line(5, 'update', 400, 300),
  line(4, 'role.set', 130),
  line(3, 'role.set', 120),
  line(2, 'role.set', 110),
  line(1, 'text.created', 100),
])

test.each([
  [100, [[1]]],
  [125, [[1]]],
  [130, [[1], [4, 3, 2]]],
  [200, [[1]]],
  [350, [[5]]],
  [400, [[5]]],
  [460, [[6]]],
  [500, [[6], [7]]],
  [900, [[6]]],
  [50, []],
])('at %i it is said what was done to the text, and of roles those that were given there: %j', (at, told) => {
  expect(toldOf(at, done).map((lines) => lines.map(({ seq }) => seq))).toEqual(told)
})

test('an act is said rather than the words that came with it, or are being written then', () => {
  const acts = byMoment([
    line(4, 'update', 300, 150),
    line(3, 'comment.open', 200),
    line(2, 'update', 100),
    line(1, 'text.created', 100),
  ])
  const said = [100, 140, 160, 200, 210].map((at) => toldOf(at, acts).flatMap((lines) => lines.map(({ seq }) => seq)))
  expect(said).toEqual([[1], [1], [4], [3], [4]])
})

test('roles are said where nothing else is known', () => {
  const [roles] = byMoment([line(4, 'role.set', 130), line(3, 'role.set', 120)])
  expect(toldOf(900, roles ? [roles] : [])).toEqual([roles])
})

test('roles that were given at once have one mark', () => {
  expect(marksIn(done).map(([{ seq }]) => seq)).toEqual([7, 6, 4, 1])
})
