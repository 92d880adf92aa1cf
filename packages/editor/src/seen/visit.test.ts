/** When a visit is a new one, and what it is measured from. */

import { expect, test } from 'vitest'
import type { api } from '@travaux/core'
import { comeIn, laterOf, PAUSE, readVisit } from './visit.ts'

const kept: api.Visit = { since: { seq: 3, at: 10 }, last: { seq: 9, at: 100 } }

test('who was never here has missed nothing', () => {
  expect(comeIn(null, 100)).toBeNull()
})

test('who comes back after a while is told from where they left', () => {
  expect(comeIn(kept, 100 + PAUSE + 1)).toEqual(kept.last)
})

test('a page loaded again goes on with the same visit', () => {
  expect(comeIn(kept, 100 + PAUSE)).toEqual(kept.since)
})

test('of two browsers the one that was here last counts', () => {
  const later: api.Visit = { since: null, last: { seq: 11, at: 200 } }
  expect(laterOf(kept, later)).toBe(later)
  expect(laterOf(later, kept)).toBe(later)
  expect(laterOf(null, kept)).toBe(kept)
  expect(laterOf(null, null)).toBeNull()
})

test('what is kept is read, and anything else is nothing', () => {
  expect(readVisit(JSON.stringify(kept))).toEqual(kept)
  for (const other of [null, 'not JSON', '{"last": 3}']) expect(readVisit(other)).toBeNull()
})
