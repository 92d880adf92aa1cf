/** What was deleted is told as it went, and comes back where it stood. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clause } from '../clause/clause.ts'
import type { Hand } from '../edit/hand.ts'
import { mergeClause } from '../edit/merge.ts'
import { removeClauses, restoreClauses } from '../edit/remove.ts'
import { readClauses } from '../yjs/read.ts'
import { clausesOf, goneOf } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import { deletions } from './deleted.ts'

const clause = (id: string, parent: string, depth: number): Clause => ({
  id,
  kind: depth === 0 ? 'article' : 'paragraph',
  parent,
  depth,
  words: [{ insert: `Words of ${id}` }],
})

function treaty(): Hand & { clock: number } {
  const doc = new Y.Doc()
  const clauses = [clause('A', '', 0), clause('a1', 'A', 1), clause('a2', 'A', 1), clause('B', '', 0)]
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses })
  const hand = { doc, by: 'ana', clock: 0, now: () => ++hand.clock, newId: () => 'n', origin: null }
  return hand
}

const told = ({ doc }: Hand): string[] =>
  deletions(doc).map(
    ({ clauses, by, at, beneath }) => `${clauses.map(({ id }) => id).join('+')} ${by} ${at} ${beneath}`,
  )
const shown = ({ doc }: Hand): string[] => readClauses(doc).map(({ id, depth }) => `${depth} ${id}`)

test('what went in one stroke is told together, the last first', () => {
  const hand = treaty()
  removeClauses(hand, ['B'])
  removeClauses({ ...hand, by: 'ben' }, ['A', 'a1', 'a2'])
  expect(told(hand)).toEqual(['A+a1+a2 ben 2 ', 'B ana 1 '])
  restoreClauses(hand, ['A', 'a1', 'a2'])
  expect(shown(hand)).toEqual(['0 A', '1 a1', '1 a2'])
})

test('what is restored without what it stood in stands in the nearest that is left', () => {
  const hand = treaty()
  removeClauses(hand, ['a1'])
  expect(told(hand)).toEqual(['a1 ana 1 A'])
  removeClauses(hand, ['A'])
  expect(told(hand)).toEqual(['A ana 2 ', 'a1 ana 1 '])
  restoreClauses(hand, ['a1'])
  expect(shown(hand)).toEqual(['0 a1', '0 a2', '0 B'])
  restoreClauses(hand, ['A'])
  expect(shown(hand)).toEqual(['0 A', '1 a1', '1 a2', '0 B'])
})

test('a clause that was merged into another was not deleted, nor is one without words', () => {
  const hand = treaty()
  mergeClause(hand, 'a2', 'a1')
  const words = hand.doc.getMap<Y.Map<Y.Text>>('clauses').get('B')?.get('text')
  words?.delete(0, words.length)
  removeClauses(hand, ['B'])
  expect(told(hand)).toEqual([])
})

test.each([
  ['nothing', {}, {}],
  ['values of other kinds', { by: 5, at: 'noon', into: 7, chosen: [] }, { into: '' }],
  ['what a newer version adds', { by: 'ana', at: 3, why: 'rest' }, { by: 'ana', at: 3, why: 'rest' }],
])('a note of a deletion that holds %s is read as far as it goes', (_what, stored, read) => {
  const hand = treaty()
  const clause = clausesOf(hand.doc).get('B')
  clause?.set('gone', stored)
  expect(clause && goneOf(clause)).toEqual({ by: '', at: 0, ...read })
})

test('deletions that do not say when are told last, and words that went nowhere that can be read are shown', () => {
  const hand = treaty()
  clausesOf(hand.doc).get('a1')?.set('gone', {})
  removeClauses(hand, ['B'])
  clausesOf(hand.doc).get('a2')?.set('gone', { into: 7 })
  expect(told(hand)).toEqual(['B ana 1 ', 'a1  0 A'])
  expect(shown(hand)).toEqual(['0 A', '1 a2'])
})
