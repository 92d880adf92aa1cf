/** Thousands of frames of every kind; `npm run soak` throws a million and measures memory. */

import { expect, it } from 'vitest'
import { fuzzFrames } from './fuzz.ts'

const seed = Date.now() % 1_000_000

it(`stands thousands of frames of every kind (seed ${seed})`, async () => {
  const { refused, taken } = await fuzzFrames({ frames: 6000, seed })
  expect(refused).toBeGreaterThan(1000)
  expect(taken).toBeGreaterThan(200)
})
