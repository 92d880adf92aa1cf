/** Type sizes go up and down in steps and stop at the ends; what is kept and no size counts as nothing. */

import { expect, test } from 'vitest'
import { larger, readSize, smaller } from './size.ts'

test.each([
  [1, 1.25, 1],
  [1.75, 2, 1.5],
  [3, 3, 2.5],
])('%s grows to %s and shrinks to %s', (size, up, down) => {
  expect([larger(size), smaller(size)]).toEqual([up, down])
})

test.each([
  ['2', 2],
  ['900', 1.75],
  [null, 1.75],
])('kept as %s it is %s', (kept, size) => {
  expect(readSize({ getItem: () => kept })).toBe(size)
})
