/** Laws of the rail: nothing overlaps, order holds, and the active thread stands level with its words. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beyondSight, GAP, layOut, type Card } from './layout.ts'

const card = (id: string, top: number, height = 50): Card => ({ id, top, height })
const tops = (cards: readonly Card[], active: string | null = null): number[] => [...layOut(cards, active).values()]

test('threads with room stand beside their words', () => {
  expect(tops([card('a', 10), card('b', 200)])).toEqual([10, 200])
})

test('a thread in the way pushes the next one down', () => {
  expect(tops([card('a', 10), card('b', 20)])).toEqual([10, 60 + GAP])
})

test('the active thread stays and pushes the one before it up', () => {
  expect(tops([card('a', 90), card('b', 100)], 'b')).toEqual([50 - GAP, 100])
})

test('nothing is pushed off the top of the page', () => {
  expect(tops([card('a', 0), card('b', 10)], 'b')).toEqual([0, 50 + GAP])
})

test('where no thread is in sight, those beyond are counted and the nearest is told', () => {
  const list = [card('a', 0), card('b', 100), card('c', 900), card('d', 1000)]
  const both = { above: { count: 2, nearest: 'b' }, below: { count: 2, nearest: 'c' } }
  expect(beyondSight(list, { from: 150, to: 900 })).toEqual(both)
  expect(beyondSight(list.slice(2), { from: 0, to: 500 })).toEqual({ below: { count: 2, nearest: 'c' } })
  expect(beyondSight(list, { from: 2000, to: 2500 })).toEqual({ above: { count: 4, nearest: 'd' } })
})

test('and nothing is told where one is in sight, were it by its edge, or there are none', () => {
  const list = [card('a', 0), card('b', 100), card('c', 900)]
  for (const sight of [
    { from: 149, to: 900 },
    { from: 150, to: 901 },
  ])
    expect(beyondSight(list, sight)).toEqual({})
  expect(beyondSight([], { from: 0, to: 500 })).toEqual({})
})

const cards = fc
  .array(fc.record({ top: fc.integer({ min: 0, max: 5000 }), height: fc.integer({ min: 20, max: 400 }) }))
  .map((list) => list.sort((a, b) => a.top - b.top).map(({ top, height }, index) => card(`${index}`, top, height)))

test('no two threads overlap, whatever is active', () => {
  fc.assert(
    fc.property(cards, fc.nat(), (list, at) => {
      const placed = tops(list, list[at % Math.max(1, list.length)]?.id ?? null)
      return placed.every(
        (top, index) => index === 0 || top >= (placed[index - 1] ?? 0) + (list[index - 1]?.height ?? 0) + GAP,
      )
    }),
  )
})

test('the active thread is level with its words wherever those before it have room', () => {
  fc.assert(
    fc.property(cards, fc.nat(), (list, at) => {
      fc.pre(list.length > 0)
      const index = at % list.length
      const active = list[index]
      const needed = list.slice(0, index).reduce((sum, { height }) => sum + height + GAP, 0)
      fc.pre(active !== undefined && active.top >= needed)
      return layOut(list, active.id).get(active.id) === active.top
    }),
  )
})
