/** Sizes as people read them. */

import { expect, test } from 'vitest'
import { sizeIn } from './size.ts'

test.each([
  [0, '0 kB'],
  [912, '0.9 kB'],
  [12_340, '12.3 kB'],
  [1_200_000, '1.2 MB'],
  [3_000_000_000_000, '3,000 GB'],
])('%i bytes', (bytes, expected) => {
  expect(sizeIn(bytes, 'en')).toBe(expected)
})
