/** The colour of a delegation is the same for everybody, and another than its neighbours'. */

import { expect, test } from 'vitest'
import { HUES, hueOf, huesOf, meet } from './hue.ts'

const names = Array.from({ length: 40 }, (_, index) => `Delegation ${index}`)

/** Degrees between two hues, the shorter way round. */
const between = (a: number, b: number): number => Math.min(Math.abs(a - b), 360 - Math.abs(a - b))

test('a delegation keeps its hue however it is written', () => {
  const hues = huesOf(names)
  expect(hues('Delegation 7')).toBe(hues(' DELEGATION 7 '))
  expect(hues('Arcadia')).toBe(hues(' ARCADIA '))
})

test('every hue of a body is one of twelve, twelve delegations have twelve, and several members have one', () => {
  const hues = huesOf(names.flatMap((name) => [name, name]))
  expect(new Set(names.slice(0, HUES).map(hues)).size).toBe(HUES)
  const seen = new Set(names.map(hues))
  expect(seen.size).toBe(HUES)
  expect([...seen].every((hue) => hue % (360 / HUES) === 0 && hue < 360)).toBe(true)
})

test('neighbours in the list are far apart, and so are those with one between them', () => {
  const hues = names.map(huesOf(names))
  hues.forEach((hue, at) => {
    for (const near of hues.slice(at + 1, at + 3)) expect(between(hue, near)).toBeGreaterThanOrEqual(60)
  })
})

test('it is the same whichever is met first, and a name that is not of the body has none of its hues', () => {
  const states = ['Tavaria', 'Solanda']
  const [one, other] = [huesOf(names), huesOf(names)]
  const first = [...states, ...names].map(one)
  expect([...names, ...states].toReversed().map(other).toReversed()).toEqual([...first.slice(2), ...first.slice(0, 2)])
  for (const state of states) expect(names.map(one)).not.toContain(one(state))
})

test('the page has the hues of the body that it has met', () => {
  meet(names)
  expect(names.map(hueOf)).toEqual(names.map(huesOf(names)))
  meet([])
})
