/** The colour of a delegation is stable, one of twelve, and another than its neighbours'. */

import { expect, test } from 'vitest'
import { HUES, hueOf, meet, openHues } from './hue.ts'

const names = Array.from({ length: 500 }, (_, index) => `Delegation ${index}`)

test('a delegation keeps its hue however it is written', () => {
  expect(hueOf('Arcadia')).toBe(hueOf(' ARCADIA '))
})

test('every hue is one of twelve, and twelve delegations have twelve', () => {
  const hues = openHues()
  expect(new Set(names.slice(0, HUES).map(hues)).size).toBe(HUES)
  const seen = new Set(names.map(hues))
  expect(seen.size).toBe(HUES)
  expect([...seen].every((hue) => hue % (360 / HUES) === 0 && hue < 360)).toBe(true)
})

test('a delegation keeps its hue whoever comes after it, and a body has the same whatever its order', () => {
  const [one, other] = [openHues(), openHues()]
  const body = names.slice(0, 40)
  meet(body, one)
  meet(body.toReversed(), other)
  const before = body.map(one)
  names.forEach(one)
  expect(body.map(one)).toEqual(before)
  expect(body.map(other)).toEqual(before)
})
