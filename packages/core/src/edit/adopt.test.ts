/** Taking clauses over from another state of a text makes them what they are there, and touches no other. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clause, Draft } from '../clause/clause.ts'
import { textOf } from '../clause/words.ts'
import { readDraft } from '../draft/read.ts'
import { writeDraft } from '../yjs/write.ts'
import { adoptClause, adoptPlace } from './adopt.ts'
import type { Hand } from './hand.ts'

const clause = (id: string, words: string): Clause => ({
  id,
  kind: 'paragraph',
  parent: '',
  depth: 0,
  words: words === '' ? [] : [{ insert: words }],
})
const draftOf = (...clauses: readonly Clause[]): Draft => ({ title: '', language: 'en', symbol: '', clauses })

function handOn(draft: Draft): Hand {
  const doc = new Y.Doc()
  writeDraft(doc, draft)
  return { doc, by: 'm', now: () => 0, newId: () => 'n', origin: null }
}

const shown = (hand: Hand): string[] => readDraft(hand.doc).clauses.map(({ id, words }) => `${id} ${textOf(words)}`)

test('words are taken over by the smallest change', () => {
  const hand = handOn(draftOf(clause('a', 'Each State shall act')))
  const before = Y.encodeStateVector(hand.doc)
  adoptClause(hand, draftOf(clause('a', 'Each State should act')), 'a')
  expect(shown(hand)).toEqual(['a Each State should act'])
  const written = Y.decodeUpdate(Y.encodeStateAsUpdate(hand.doc, before)).structs.reduce(
    (sum, { length }) => sum + length,
    0,
  )
  expect(written).toBeLessThan(6)
})

test('an added clause comes where it stands there, a missing one goes, and a deleted one returns', () => {
  const hand = handOn(draftOf(clause('a', 'A'), clause('c', 'C')))
  const other = draftOf(clause('a', 'A'), clause('b', 'B'))
  adoptClause(hand, other, 'b')
  adoptClause(hand, other, 'c')
  expect(shown(hand)).toEqual(['a A', 'b B'])
  adoptClause(hand, draftOf(clause('c', 'C again')), 'c')
  expect(shown(hand)).toEqual(['a A', 'b B', 'c C again'])
})

test('a place is taken over by itself', () => {
  const hand = handOn(draftOf(clause('a', 'A'), clause('b', 'B'), clause('c', 'C')))
  adoptPlace(hand, draftOf(clause('c', 'C'), clause('a', 'A'), clause('b', 'B')), 'c')
  expect(shown(hand)).toEqual(['c C', 'a A', 'b B'])
})

test('whatever the words were, they become those of the other state', () => {
  const words = fc.array(
    fc.record({
      insert: fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme' }),
      attributes: fc.constantFrom({}, { strong: true }, { em: true }),
    }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(words, words, (old, wanted) => {
      const hand = handOn(draftOf({ ...clause('a', ''), words: old }))
      adoptClause(hand, draftOf({ ...clause('a', ''), words: wanted }), 'a')
      expect(readDraft(hand.doc).clauses[0]?.words).toEqual(
        readDraft(handOn(draftOf({ ...clause('a', ''), words: wanted })).doc).clauses[0]?.words,
      )
    }),
  )
})
