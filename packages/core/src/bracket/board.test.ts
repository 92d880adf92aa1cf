/** The board counts what is open where it stands, and keeps up with a living text without reading it all again. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clause } from '../clause/clause.ts'
import type { Hand } from '../edit/hand.ts'
import { moveClause, setKind } from '../edit/move.ts'
import { chooseOption, offerOption } from '../edit/option.ts'
import { removeClauses, restoreClause } from '../edit/remove.ts'
import { readClauses } from '../yjs/read.ts'
import { clausesOf, textIn } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import { boardOf } from './board.ts'
import { Tally } from './tally.ts'

const clause = (id: string, kind: string, words: string, option?: string): Clause => ({
  id,
  kind,
  parent: '',
  depth: 0,
  words: words === '' ? [] : [{ insert: words }],
  ...(option !== undefined && { option }),
})

const sample = [
  clause('a1', 'article', 'One'),
  clause('p', 'paragraph', 'It [shall [Mexico: not]] [Mexico, Kenya: ever] act within [X] days'),
  clause('a2', 'article', 'Two'),
  clause('q', 'paragraph', 'none'),
  clause('a3', 'article', 'Three'),
  clause('r', 'paragraph', 'Yes'),
  clause('s', 'paragraph', 'No ] more', 'r'),
]

test('what is open is counted by article, and in all', () => {
  const { total, provisions } = boardOf(sample)
  expect(provisions.map(({ places: _places, ...counts }) => counts)).toEqual([
    { heading: 'a1', pairs: 3, placeholders: 1, options: 0, unbalanced: 0 },
    { heading: 'a3', pairs: 0, placeholders: 0, options: 1, unbalanced: 1 },
  ])
  expect(total).toEqual({ pairs: 3, placeholders: 1, options: 1, unbalanced: 1 })
})

test('each place says its words', () => {
  const places = boardOf(sample).provisions.flatMap((provision) => provision.places)
  expect(places.map(({ clause: id, kind, words }) => `${id} ${kind} ${words}`)).toEqual([
    'p bracket shall [Mexico: not]',
    'p bracket not',
    'p bracket ever',
    'p placeholder X',
    'r option Yes',
    's option No ] more',
    's alone ] more',
  ])
})

test('pairs are counted by who they are attributed to', () => {
  expect(boardOf(sample).sponsors).toEqual([
    { name: 'Mexico', pairs: 2 },
    { name: 'Kenya', pairs: 1 },
  ])
})

test('alternatives of an imported text are options', () => {
  const clauses = [clause('x', 'alternative', 'are'), clause('y', 'alternative', 'is')]
  expect(boardOf(clauses).total.options).toBe(1)
})

test('a tally says what counting anew would say, whatever happens to the text', () => {
  const act = fc.constantFrom('type', 'offer', 'choose', 'remove', 'restore', 'move', 'kind')
  const step = fc.record({ act, nth: fc.nat(20), words: fc.stringMatching(/^[[\] aX]{1,4}$/) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const doc = new Y.Doc()
      writeDraft(doc, { title: '', language: 'en', symbol: '', clauses: sample })
      let made = 0
      const hand: Hand = { doc, by: 'm', now: () => 0, newId: () => `n${++made}`, origin: null }
      const tally = new Tally(doc)
      for (const { act: what, nth, words } of steps) {
        const ids = [...clausesOf(doc).keys()]
        const id = ids[nth % ids.length] ?? ''
        const stored = clausesOf(doc).get(id)
        if (what === 'type' && stored) textIn(stored)?.insert(0, words)
        else if (what === 'offer') offerOption(hand, id)
        else if (what === 'choose') chooseOption(hand, id)
        else if (what === 'remove') removeClauses(hand, [id])
        else if (what === 'restore') restoreClause(hand, id)
        else if (what === 'move') moveClause(hand, id, ids[(nth + 3) % ids.length] ?? '')
        else setKind(hand, id, nth % 2 === 0 ? 'article' : 'paragraph')
        expect(tally.read()).toEqual(boardOf(readClauses(doc)))
      }
      tally.stop()
    }),
    { numRuns: 60 },
  )
})
