/** What is taken as a limit. */

import { expect, test } from 'vitest'
import { limitFrom, MOST } from './limit.ts'

test.each<[typed: number | string, limit: number | undefined]>([
  [8500, 8500],
  [1, 1],
  [MOST, MOST],
  [MOST + 1, undefined],
  [0, undefined],
  ['', undefined],
  ['99999999999999999999', undefined],
])('of %j the limit is %j', (typed, limit) => {
  expect(limitFrom(typed)).toBe(limit)
})
