/** The outline shows headings, knows where every clause belongs, and finds clauses by their words. */

import { expect, test } from 'vitest'
import type { OutlineItem } from '../writing/surface.ts'
import { openRows, outlineOf, search, shownRowOf, tally } from './tree.ts'

/** `'  article a7 Production'` is an article at depth 1. */
function text(...lines: string[]): OutlineItem[] {
  return lines.map((line) => {
    const depth = (line.length - line.trimStart().length) / 2
    const [kind = '', id = '', ...words] = line.trim().split(' ')
    const called = { name: id, number: id }
    return { id, kind, depth, label: '', citation: id, words: words.join(' '), brackets: 0, ...called }
  })
}

const treaty = text(
  'title t Instrument',
  'preamble p Preamble',
  '  recital r1 Recalling Élan',
  'part I Principles',
  '  article a1 Object',
  '    paragraph a1-1 The object is',
  'part II Prohibited goods',
  '  article a2 Production',
)

test('headings stand in a tree, provisions and the title do not', () => {
  const { rows } = outlineOf(treaty)
  expect(rows.map(({ item, level, hasChildren }) => [item.id, level, hasChildren])).toEqual([
    ['p', 1, false],
    ['I', 1, true],
    ['a1', 2, false],
    ['II', 1, true],
    ['a2', 2, false],
  ])
})

test('a provision belongs to the heading above it, the title to none', () => {
  const { rowOf } = outlineOf(treaty)
  expect([rowOf.get('r1'), rowOf.get('a1-1'), rowOf.get('a2'), rowOf.get('t')]).toEqual(['p', 'a1', 'a2', undefined])
})

test('a text without headings shows its top clauses', () => {
  expect(outlineOf(text('paragraph x One', '  point y Two')).rows.map(({ item }) => item.id)).toEqual(['x'])
})

test('folded rows hide what is beneath them, and stand for it', () => {
  const outline = outlineOf(treaty)
  const open = openRows(outline.rows, new Set(['I']))
  expect(open.map(({ item }) => item.id)).toEqual(['p', 'I', 'II', 'a2'])
  expect(shownRowOf(outline, open, 'a1-1')).toBe('I')
})

test('marks are counted under their heading', () => {
  const counts = tally(outlineOf(treaty), ['a1', 'a1-1', 'r1', 'nowhere'])
  expect(Object.fromEntries(counts)).toEqual({ a1: 2, p: 1 })
})

test('a search finds words in any order, case and accent', () => {
  expect(search(treaty, 'elan RECALLING').map(({ id }) => id)).toEqual(['r1'])
  expect(search(treaty, '  ')).toEqual([])
  expect(search(treaty, 'o', 2)).toHaveLength(2)
})
