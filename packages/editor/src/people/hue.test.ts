/** The colour of a delegation is stable and one of twelve. */

import { expect, test } from 'vitest'
import { hueOf, HUES } from './hue.ts'

test('a delegation keeps its hue however it is written', () => {
  expect(hueOf('Arcadia')).toBe(hueOf(' ARCADIA '))
})

test('every hue is one of twelve', () => {
  const names = Array.from({ length: 500 }, (_, index) => `Delegation ${index}`)
  const seen = new Set(names.map(hueOf))
  expect(seen.size).toBe(HUES)
  expect([...seen].every((hue) => hue % (360 / HUES) === 0 && hue < 360)).toBe(true)
})
