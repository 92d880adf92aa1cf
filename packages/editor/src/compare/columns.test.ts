/** Two columns: each side in its own order and whole, and level where both orders allow it. */

import type { Pair, Side } from '@travaux/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnLines } from './columns.ts'

const side = (id: string, depth = 0): Side => ({ id, number: id, label: id, kind: 'paragraph', depth, text: id })
const pair = (old: string, now: string, moved = false, depth = 0): Pair => ({
  changes: [moved ? 'moved' : 'same'],
  old: old === '' ? [] : [side(old, depth)],
  new: now === '' ? [] : [side(now, depth)],
  words: [],
  why: 'lineage',
  sure: 1,
  typographic: false,
})

const ids = (sides: readonly Side[]): string => sides.map(({ id }) => id).join('+')

/** `a|a` level, `a|` on the left only, `|a` on the right only. */
const shown = (pairs: Pair[], order: string[]): string[] =>
  columnLines(pairs, order).map(({ pair: { old, new: now }, part }) => {
    return `${part === 'new' ? '' : ids(old)}|${part === 'old' ? '' : ids(now)}`
  })

test('what moved stands where it was and where it is', () => {
  expect(shown([pair('c', 'c', true), pair('a', 'a'), pair('b', 'b')], ['a', 'b', 'c'])).toEqual([
    '|c',
    'a|a',
    'b|b',
    'c|',
  ])
})

test('what stands beneath a moved clause goes with it', () => {
  const pairs = [pair('c', 'c', true), pair('c1', 'c1', false, 1), pair('a', 'a'), pair('a1', 'a1', false, 1)]
  expect(shown(pairs, ['a', 'a1', 'c', 'c1'])).toEqual(['|c', '|c1', 'a|a', 'a1|a1', 'c|', 'c1|'])
})

test('deleted and added clauses stand alone', () => {
  expect(shown([pair('a', 'a'), pair('b', ''), pair('', 'x'), pair('c', 'c')], ['a', 'b', 'c'])).toEqual([
    'a|a',
    '|x',
    'b|',
    'c|c',
  ])
})

test('whatever the order, both columns are whole and in the order of their texts', () => {
  const scene = fc
    .uniqueArray(fc.integer({ min: 0, max: 20 }).map(String), { minLength: 1 })
    .chain((ids) => fc.record({ now: fc.constant(ids), old: fc.shuffledSubarray(ids) }))
  fc.assert(
    fc.property(scene, ({ now, old }) => {
      const lines = columnLines(
        now.map((id) => pair(old.includes(id) ? id : '', id)),
        old,
      )
      const column = (which: 'old' | 'new'): string[] =>
        lines.flatMap(({ pair: of, part }) => (part === 'both' || part === which ? of[which].map(({ id }) => id) : []))
      expect([column('old'), column('new')]).toEqual([old, now])
    }),
  )
})
