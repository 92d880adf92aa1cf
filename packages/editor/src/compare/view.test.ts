/** A comparison's filters hide nothing in silence, and next and previous stop at every change. */

import type { Change, Pair } from '@travaux/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inlineLines } from './columns.ts'
import { filterable, keepsNumber, nextStop, rowsOf, stopsOf, strokesOf, usualFilters, type Filterable } from './view.ts'

const pair = (...changes: Change[]): Pair => ({
  changes,
  old: [],
  new: [],
  words: [['=', 'words']],
  why: 'alone',
  sure: 1,
  typographic: false,
})
const all = new Set(filterable)
const pairs = [
  pair('same'),
  pair('amended'),
  pair('same'),
  pair('same'),
  pair('moved', 'renumbered'),
  pair('renumbered'),
]
const shape = (chosen: ReadonlySet<Filterable>, everything: boolean) =>
  rowsOf(inlineLines(pairs), { chosen, everything }).map((row) =>
    row.kind === 'gap' ? `${row.count} passed over` : row.index,
  )

test('only what changed stands there, and what is passed over is counted', () => {
  expect(shape(all, false)).toEqual(['1 passed over', 1, '2 passed over', 4, 5])
})

test('renumbering alone is left out at first, not when it comes with a move', () => {
  expect(shape(usualFilters, false)).toEqual(['1 passed over', 1, '2 passed over', 4, '1 passed over'])
})

test('everything means everything', () => {
  expect(shape(new Set(), true)).toEqual([0, 1, 2, 3, 4, 5])
})

test('next and previous go from change to change and round the ends', () => {
  const stops = stopsOf(rowsOf(inlineLines(pairs), { chosen: all, everything: true }))
  expect([nextStop(stops, null, 1), nextStop(stops, 1, 1), nextStop(stops, 5, 1)]).toEqual([1, 4, 1])
  expect([nextStop(stops, null, -1), nextStop(stops, 4, -1), nextStop(stops, 1, -1)]).toEqual([5, 1, 5])
  expect(nextStop([], null, 1)).toBeUndefined()
})

const anyPairs = fc.array(
  fc
    .subarray([...filterable], { minLength: 0 })
    .map((changes) => pair(...(changes.length > 0 ? changes : ['same' as const]))),
)

test('shown and passed over together are the whole comparison', () => {
  fc.assert(
    fc.property(anyPairs, fc.subarray([...filterable]), fc.boolean(), (list, chosen, everything) => {
      const rows = rowsOf(inlineLines(list), { chosen: new Set(chosen), everything })
      return rows.reduce((sum, row) => sum + (row.kind === 'gap' ? row.count : 1), 0) === list.length
    }),
  )
})

test('the map stays within its bounds, in order, and within its limit', () => {
  fc.assert(
    fc.property(anyPairs, (list) => {
      const strokes = strokesOf(rowsOf(inlineLines(list), { chosen: all, everything: true }), 10)
      const inOrder = strokes.every(({ start }, at) => at === 0 || start > (strokes[at - 1]?.start ?? 0))
      return (
        inOrder &&
        strokes.length <= 21 &&
        strokes.every(({ start, length }) => start >= 0 && start + length <= 1.000001)
      )
    }),
  )
})

const side = (number: string) => ({ id: 'a', number, label: number, kind: 'article', depth: 0, text: '' })

const moved = (old: string, now: string): Pair => ({ ...pair('moved'), old: [side(old)], new: [side(now)] })

test('a clause that moved keeps its number where both sides cite it alike', () => {
  expect(keepsNumber('moved', moved('Article 4', 'Article 4'))).toBe(true)
  expect(keepsNumber('moved', moved('Article 4', 'Article 2'))).toBe(false)
  expect(keepsNumber('amended', moved('Article 4', 'Article 4'))).toBe(false)
})
