/** When a visit is a new one, and what it is measured from. */

import { expect, test } from 'vitest'
import { comeIn, PAUSE, readVisit, type Visit } from './visit.ts'

const kept: Visit = { since: { seq: 3, at: 10 }, last: { seq: 9, at: 100 } }

test('who was never here has missed nothing', () => {
  expect(comeIn(null, 100)).toBeNull()
})

test('who comes back after a while is told from where they left', () => {
  expect(comeIn(kept, 100 + PAUSE + 1)).toEqual(kept.last)
})

test('a page loaded again goes on with the same visit', () => {
  expect(comeIn(kept, 100 + PAUSE)).toEqual(kept.since)
})

test('what is kept is read, and anything else is nothing', () => {
  expect(readVisit(JSON.stringify(kept))).toEqual(kept)
  for (const other of [null, 'not JSON', '{"last": 3}']) expect(readVisit(other)).toBeNull()
})
