/** The time slider goes from what happened to what happened, and never off its ends. */

import { describe, expect, test } from 'vitest'
import { shareOf, stepFrom } from './stops.ts'

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
