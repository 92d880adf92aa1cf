/** The numbers of a version are kept, whatever was written while it was being issued. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { freedNumbers } from '../clause/freed.ts'
import { numberDraft } from '../clause/number.ts'
import { readDraft } from '../draft/read.ts'
import { writeDraft } from '../yjs/write.ts'
import { keepNumbers, setFrozen } from './freeze.ts'
import type { Hand } from './hand.ts'
import { removeClauses, restoreClauses } from './remove.ts'
import { splitClause } from './split.ts'
import { Undo } from './undo.ts'

function handOn(...ids: readonly string[]): Hand {
  const doc = new Y.Doc()
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses: ids.map(paragraph) })
  let made = 0
  return { doc, by: 'm', now: () => 0, newId: () => `n${++made}`, origin: null }
}

const paragraph = (id: string) => ({ id, kind: 'paragraph', parent: '', depth: 0, words: [{ insert: id }] })

test('what came after the version is bis, what went leaves its number free', () => {
  const hand = handOn('a', 'b', 'c')
  const { doc } = hand
  const version = readDraft(doc)
  splitClause(hand, 'a', 1)
  removeClauses(hand, ['b'])
  keepNumbers(hand, version)
  expect([...numberDraft(readDraft(doc))].map(([id, { label }]) => `${id} ${label}`)).toEqual([
    'a 1.',
    'n1 1 bis.',
    'c 3.',
  ])
})

test('a freed number is told until its clause stands again or numbers are counted anew', () => {
  const hand = handOn('a', 'b', 'c')
  const free = (): string[] => freedNumbers(readDraft(hand.doc)).map(({ label, after }) => `${label} after ${after}`)
  setFrozen(hand, true)
  removeClauses(hand, ['b'])
  expect(free()).toEqual(['2. after a'])
  keepNumbers(hand, readDraft(hand.doc))
  expect(free()).toEqual(['2. after a'])
  restoreClauses(hand, ['b'])
  expect(free()).toEqual([])
  removeClauses(hand, ['b', 'c'])
  expect(free()).toEqual(['2. after a', '3. after a'])
  setFrozen(hand, false)
  setFrozen(hand, true)
  expect(free()).toEqual([])
})

test('a text written anew from its reading tells the same', () => {
  const hand = handOn('a', 'b', 'c')
  setFrozen(hand, true)
  removeClauses(hand, ['a', 'c'])
  const doc = new Y.Doc()
  writeDraft(doc, readDraft(hand.doc))
  expect(freedNumbers(readDraft(doc))).toEqual(freedNumbers(readDraft(hand.doc)))
  expect(freedNumbers(readDraft(doc)).map(({ label }) => label)).toEqual(['1.', '3.'])
})

test('counting anew is a step of its own, which undo takes back', () => {
  const hand = { ...handOn('a', 'b', 'c'), origin: { name: 'm' } }
  const undo = new Undo(hand)
  const labels = (): string[] => [...numberDraft(readDraft(hand.doc)).values()].map(({ label }) => label)
  const step = (change: () => unknown): void => {
    change()
    undo.stopCapturing()
  }
  step(() => setFrozen(hand, true))
  step(() => splitClause(hand, 'a', 1))
  step(() => setFrozen(hand, false))
  expect(labels()).toEqual(['1.', '2.', '3.', '4.'])
  undo.undo()
  expect(labels()).toEqual(['1.', '1 bis.', '2.', '3.'])
  undo.undo()
  undo.redo()
  undo.redo()
  expect(labels()).toEqual(['1.', '2.', '3.', '4.'])
})
