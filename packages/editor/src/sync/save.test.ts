/** What is said to be saved is what is known to be, and no more. */

import { closeReasons } from '@travaux/core'
import { expect, test } from 'vitest'
import { saveStateOf, type Known } from './save.ts'

const known: Known = {
  status: { kind: 'open' },
  pending: 0,
  here: true,
  copy: { unkept: 0, failure: null },
  aside: false,
}
const stateOf = (over: Partial<Known>) => saveStateOf({ ...known, ...over })
const copyOf = (unkept: number) => ({ unkept, failure: 'The disk is full' })

test('saved is said only of a text that is there, where nothing waits for the server', () => {
  expect(stateOf({})).toEqual({ kind: 'saved' })
  expect(stateOf({ pending: 2 })).toEqual({ kind: 'saving', pending: 2 })
  expect(stateOf({ here: false })).toEqual({ kind: 'opening' })
})

test('until the server is heard for the first time a text is opening, whether this computer has it or not', () => {
  const status = { kind: 'connecting' } as const
  expect(stateOf({ status, here: false })).toEqual({ kind: 'opening' })
  expect(stateOf({ status })).toEqual({ kind: 'opening' })
})

test('what waits until then is being saved where it is kept here, and offline where it is not', () => {
  const status = { kind: 'connecting' } as const
  expect(stateOf({ status, pending: 3 })).toEqual({ kind: 'saving', pending: 3 })
  expect(stateOf({ status, pending: 3, copy: { unkept: 1, failure: null } })).toMatchObject({
    kind: 'offline',
    kept: 2,
  })
  expect(stateOf({ status, pending: 3, copy: copyOf(0) })).toMatchObject({ kind: 'offline', kept: 3 })
})

test('a text that this computer has is offline once the server is not heard', () => {
  const offline = { kind: 'offline', pending: 0, kept: 0, failure: null }
  expect(stateOf({ status: { kind: 'waiting' } })).toEqual(offline)
})

test('of what waits, that is kept here which the copy has confirmed', () => {
  const status = { kind: 'waiting' } as const
  const kept = { kind: 'offline', pending: 3, failure: 'The disk is full' }
  expect(stateOf({ status, pending: 3, copy: copyOf(1) })).toEqual({ ...kept, kept: 2 })
  expect(stateOf({ status, pending: 3, copy: copyOf(5) })).toEqual({ ...kept, kept: 0 })
})

test('what was refused is kept once it is on the shelf', () => {
  const status = { kind: 'refused', reason: closeReasons.readOnly } as const
  const refused = { kind: 'refused', reason: closeReasons.readOnly, pending: 1 }
  expect(stateOf({ status, pending: 1 })).toEqual({ ...refused, kept: false })
  expect(stateOf({ status, pending: 1, aside: true })).toEqual({ ...refused, kept: true })
})
