/** The numbers of a version are kept, whatever was written while it was being issued. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { numberDraft } from '../clause/number.ts'
import { readDraft } from '../yjs/read.ts'
import { writeDraft } from '../yjs/write.ts'
import { keepNumbers } from './freeze.ts'
import type { Hand } from './hand.ts'
import { removeClauses } from './remove.ts'
import { splitClause } from './split.ts'

const paragraph = (id: string) => ({ id, kind: 'paragraph', parent: '', depth: 0, words: [{ insert: id }] })

test('what came after the version is bis, what went leaves its number free', () => {
  const doc = new Y.Doc()
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses: ['a', 'b', 'c'].map(paragraph) })
  let made = 0
  const hand: Hand = { doc, by: 'm', now: () => 0, newId: () => `n${++made}`, origin: null }
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
