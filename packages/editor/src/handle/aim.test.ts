/** A dragged clause lands in the nearest gap that takes it, at the depth the pointer asks for. */

import { dropGaps, type TreeClause } from '@travaux/core'
import { expect, test } from 'vitest'
import { nearestGap, spotNear, stepsIn } from './aim.ts'

const clause = (id: string, kind: string, parent: string, depth: number): TreeClause => ({ id, kind, parent, depth })
const tree = [
  clause('A', 'article', '', 0),
  clause('a1', 'paragraph', 'A', 1),
  clause('a1a', 'point', 'a1', 2),
  clause('a1b', 'point', 'a1', 2),
  clause('a2', 'paragraph', 'A', 1),
  clause('B', 'article', '', 0),
]

test.each([
  ['a point between points', 'a2', 3, 9, { parent: 'a1a', after: '' }],
  ['a paragraph behind points, out as far as the pointer', 'a2', 4, 1, { parent: 'A', after: 'a1' }],
  ['a paragraph behind points, in as far as the pointer', 'a2', 4, 2, { parent: 'a1', after: 'a1b' }],
  ['an article dropped among paragraphs, before its neighbour', 'B', 2, 0, { parent: '', after: '' }],
])('%s', (_what, id, position, depth, expected) => {
  const gap = nearestGap(dropGaps(tree, new Set([id])), tree, position)
  expect(gap && spotNear(gap, depth)).toMatchObject(expected)
})

test('nothing is offered where there are no gaps', () => {
  expect(nearestGap([], tree, 3)).toBeUndefined()
})

test('points are drawn a step further in than what they stand beneath', () => {
  expect(['', 'A', 'a1', 'a1a'].map((parent) => stepsIn(tree, parent))).toEqual([0, 0, 1, 2])
})
