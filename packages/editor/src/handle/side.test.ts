/** The menu stands where the clause can still be read, if there is such a place. */

import { expect, test } from 'vitest'
import { menuSide } from './side.ts'

const seen = { top: 48, bottom: 900 }

test.each([
  ['beneath a clause near the top', 100, 160, 'beneath'],
  ['beneath one in the middle', 400, 430, 'beneath'],
  ['above one near the foot', 800, 830, 'above'],
  ['beneath one of four lines in the middle', 420, 528, 'beneath'],
  ['over one of six lines in the middle, beside which no place holds all of it', 393, 555, 'inward'],
  ['over one that fills the screen', 150, 800, 'inward'],
  ['over one that is longer than the screen', -400, 1400, 'inward'],
] as const)('%s', (_name, top, bottom, side) => {
  expect(menuSide({ top, bottom }, seen, 120)).toBe(side)
  expect(menuSide({ top, bottom }, seen, 300)).toBe(side)
  expect(menuSide({ top, bottom }, seen, 400)).toBe('outward')
})
