/** What is remembered of a document's structure is always what one would read anew, in the middle of a change as well. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { plainWords } from '../clause/words.ts'
import type { Hand } from '../edit/hand.ts'
import { mergeClause } from '../edit/merge.ts'
import { indentClause, outdentClause, shiftClause } from '../edit/move.ts'
import { chooseOption, offerOption } from '../edit/option.ts'
import { removeClauses, restoreClauses } from '../edit/remove.ts'
import { splitClause } from '../edit/split.ts'
import { bareClauses, placedClauses, storedClauses } from './read.ts'
import { clausesOf, metaOf, textIn } from './stored.ts'
import { writeDraft } from './write.ts'

const handOn = (doc: Y.Doc): Hand => {
  let made = 0
  return { doc, by: 'ana', now: () => 0, newId: () => `n${++made}`, origin: 'test' }
}

function documentOf(count: number): Y.Doc {
  const doc = new Y.Doc()
  const clauses = Array.from({ length: count }, (_, nth) => ({
    id: `c${nth}`,
    kind: 'paragraph',
    parent: '',
    depth: 0,
    words: plainWords(`words of ${nth}`),
  }))
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses })
  return doc
}

const placesIn = (doc: Y.Doc): string[] => [
  ...[placedClauses(doc), storedClauses(doc)].map((all) =>
    all.map(({ clause, depth, container }) => `${clause.id} ${depth} ${container}`).join(', '),
  ),
  bareClauses(doc)
    .map(({ id, kind, parent, depth, label, option }) => [id, kind, parent, depth, label, option].join(' '))
    .join(', '),
]

/** As a replica reads it that has never read it before. */
function readAnew(doc: Y.Doc): string[] {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  return placesIn(other)
}

const acts: readonly ((hand: Hand, id: string, at: number) => unknown)[] = [
  ({ doc }, id, at) => {
    const clause = clausesOf(doc).get(id)
    const text = clause && textIn(clause)
    text?.insert(at % (text.length + 1), 'x')
  },
  (hand, id, at) => splitClause(hand, id, at % 5),
  (hand, id) => indentClause(hand, id),
  (hand, id) => outdentClause(hand, id),
  (hand, id, at) => shiftClause(hand, id, at % 2 === 0 ? 1 : -1),
  (hand, id) => removeClauses(hand, [id]),
  (hand, id) => {
    const all = placedClauses(hand.doc)
    const before = all[all.findIndex(({ clause }) => clause.id === id) - 1]
    if (before) mergeClause(hand, id, before.clause.id)
  },
  (hand, id) => offerOption(hand, id),
  (hand, id) => chooseOption(hand, id),
  (hand, id) => restoreClauses(hand, [id]),
  ({ doc }, id, at) =>
    clausesOf(doc)
      .get(id)
      ?.set('kind', at % 2 === 0 ? 'point' : 'article'),
  ({ doc }, id, at) => clausesOf(doc).get(id)?.set('label', `${at} bis`),
  ({ doc }, id) => clausesOf(doc).delete(id),
  ({ doc }, id) => metaOf(doc).set(id, 'a name that a clause has too'),
]

const script = fc.array(fc.tuple(fc.nat(acts.length - 1), fc.nat(30), fc.nat(20)), { maxLength: 12 })

test('it follows every change, one by one, within one transaction, and from an observer', () => {
  fc.assert(
    fc.property(script, fc.boolean(), (moves, together) => {
      const doc = documentOf(6)
      const hand = handOn(doc)
      placesIn(doc)
      let told = false
      clausesOf(doc).observeDeep(() => {
        if (told) return
        told = true
        // A change made while others are still being told of one.
        removeClauses(hand, ['c5'])
        expect(placesIn(doc)).toEqual(readAnew(doc))
      })
      const run = (): void => {
        for (const [act, nth, at] of moves) {
          const ids = [...clausesOf(doc).keys()]
          acts[act]?.(hand, ids[nth % ids.length] ?? '', at)
          expect(placesIn(doc)).toEqual(readAnew(doc))
        }
      }
      if (together) doc.transact(run)
      else run()
      expect(placesIn(doc)).toEqual(readAnew(doc))
    }),
    { numRuns: 300 },
  )
})

test('typing in words reads nothing again', () => {
  const doc = documentOf(3)
  const before = placedClauses(doc)
  const clause = clausesOf(doc).get('c1')
  if (clause) textIn(clause)?.insert(0, 'x')
  expect(placedClauses(doc)).toBe(before)
})

test('a wording that another was chosen over is read again when somebody elsewhere deletes that one', () => {
  const doc = documentOf(2)
  const rival = offerOption(handOn(doc), 'c0') ?? ''
  const shown = (): string[] => placedClauses(doc).map(({ clause }) => clause.id)
  clausesOf(doc).get('c0')?.set('gone', { by: 'ana', at: 0, chosen: rival })
  expect(shown()).toEqual([rival, 'c1'])
  clausesOf(doc).get(rival)?.set('gone', { by: 'ben', at: 0 })
  expect(shown()).toEqual(['c0', 'c1'])
})
