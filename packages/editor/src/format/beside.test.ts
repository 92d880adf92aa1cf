/** The bar is in sight wherever the selection is, and not over the button of a comment. */

import { expect, test } from 'vitest'
import { besideSelection } from './beside.ts'

const frame = { top: 50, bottom: 850 }

test.each([
  ['beneath the button', 300, 336],
  ['above the button at the foot of the page', 800, 624],
  ['in sight where the selection begins above', -500, 58],
  ['in sight where the selection begins beneath', 2000, 670],
])('%s', (_name, from, top) => {
  expect(besideSelection(from, frame)).toBe(top)
})

test('in a page lower than itself it stands at the top', () => {
  expect(besideSelection(90, { top: 50, bottom: 180 })).toBe(58)
})
