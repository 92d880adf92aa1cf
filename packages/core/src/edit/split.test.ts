/** Two people part one clause at the same time: the words still read as they did. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { textOf } from '../clause/words.ts'
import { placedClauses, readClauses } from '../yjs/read.ts'
import { clausesOf, textIn } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import type { Hand } from './hand.ts'
import { settleCopies } from './settle.ts'
import { splitClause } from './split.ts'

const WORDS = 'Each State Party shall act.'

/** A copy of one text, in which new clauses get these ids. */
function handOn(start: Uint8Array, client: number, names: string): Hand {
  const doc = new Y.Doc()
  doc.clientID = client
  Y.applyUpdate(doc, start)
  let made = 0
  return { doc, by: names, now: () => 0, newId: () => `${names}${++made}`, origin: { name: names } }
}

function exchange(hands: readonly Hand[]): void {
  const states = hands.map(({ doc }) => Y.encodeStateAsUpdate(doc))
  for (const { doc } of hands) for (const state of states) Y.applyUpdate(doc, state)
}

const read = ({ doc }: Hand): string[] => readClauses(doc).map(({ words }) => textOf(words))

const clause = (id: string, words: string) => ({ id, kind: 'text', parent: '', depth: 0, words: [{ insert: words }] })

const offset = fc.integer({ min: 1, max: WORDS.length })

test('whoever they are and wherever they part it, each word is there once and in its order', () => {
  const draft = new Y.Doc()
  writeDraft(draft, { title: '', language: 'en', symbol: '', clauses: [clause('p', WORDS), clause('q', 'Next.')] })
  const start = Y.encodeStateAsUpdate(draft)
  fc.assert(
    fc.property(offset, offset, fc.boolean(), (one, other, turned) => {
      const names = turned ? ['a', 'z'] : ['z', 'a']
      const hands = names.map((name, nth) => handOn(start, 10 + nth, name))
      for (const [nth, at] of [one, other].entries()) if (hands[nth]) splitClause(hands[nth], 'p', at)
      for (let round = 0; round < 2; round++) {
        exchange(hands)
        for (const { doc } of hands) settleCopies(doc, null)
      }
      exchange(hands)
      for (const hand of hands) expect(read(hand).join('')).toBe(`${WORDS}Next.`)
      expect(read(hands[0] as Hand)).toEqual(read(hands[1] as Hand))
    }),
  )
})

test('places between the same two clauses stay places that more can be put between', () => {
  const draft = new Y.Doc()
  writeDraft(draft, {
    title: '',
    language: 'en',
    symbol: '',
    clauses: [{ id: 'p', kind: 'text', parent: '', depth: 0, words: [{ insert: 'x'.repeat(400) }] }],
  })
  const hand = handOn(Y.encodeStateAsUpdate(draft), 10, 'a')
  for (let nth = 0; nth < 300; nth++) splitClause(hand, 'p', 400 - nth - 1)
  expect(placedClauses(hand.doc).map(({ clause: { id } }) => id)).toEqual([
    'p',
    ...Array.from({ length: 300 }, (_, nth) => `a${300 - nth}`),
  ])
  const longest = Math.max(...placedClauses(hand.doc).map(({ clause: { order } }) => order.length))
  expect(longest).toBeLessThan(400)
  const stored = clausesOf(hand.doc).get('p')
  expect(stored && textIn(stored)?.length).toBe(100)
})
