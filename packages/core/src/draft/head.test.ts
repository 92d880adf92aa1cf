/** The head of a long text is what its first clauses are in the whole. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clause, Draft } from '../clause/clause.ts'
import { keepAll } from '../clause/freed.ts'
import { numberDraft } from '../clause/number.ts'
import { removeClauses } from '../edit/remove.ts'
import { writeDraft } from '../yjs/write.ts'
import { encodeHead, HEAD, isLong } from './head.ts'
import { readDraft } from './read.ts'

/** Articles with nine paragraphs each. */
function draftOf(articles: number): Draft {
  const clauses = Array.from({ length: articles }, (_, nth): Clause[] => [
    { id: `a${nth}`, kind: 'article', parent: '', depth: 0, words: [{ insert: `Heading ${nth}` }] },
    ...Array.from({ length: 9 }, (__, at) => {
      const id = `a${nth}p${at}`
      return { id, kind: 'paragraph', parent: `a${nth}`, depth: 1, words: [{ insert: `Words of ${id}` }] }
    }),
  ])
  return { title: 'Long', language: 'en', symbol: 'A/1', clauses: clauses.flat() }
}

function docOf(draft: Draft): Y.Doc {
  const doc = new Y.Doc()
  writeDraft(doc, draft)
  return doc
}

function headOf(doc: Y.Doc): Draft {
  const head = new Y.Doc()
  Y.applyUpdate(head, encodeHead(doc) ?? Uint8Array.of())
  return readDraft(head)
}

const labels = (draft: Draft): string[] => {
  const numbers = numberDraft(draft)
  return draft.clauses.map(({ id }) => numbers.get(id)?.label ?? '')
}

test('a text that is soon there has none', () => {
  const [short, long] = [docOf(draftOf(50)), docOf(draftOf(51))]
  expect([isLong(short), encodeHead(short)]).toEqual([false, undefined])
  expect(isLong(long)).toBe(true)
})

test('that of a long one has its first clauses as they are, and no others', () => {
  const whole = draftOf(60)
  expect(headOf(docOf(whole))).toEqual({ ...whole, clauses: whole.clauses.slice(0, HEAD) })
})

test('with the numbers that they have, where numbers are kept and some are free', () => {
  const draft = draftOf(60)
  const doc = docOf({ ...draft, ...keepAll(draft) })
  const hand = { doc, by: 'ana', now: () => 0, newId: () => 'new', origin: null }
  removeClauses(hand, ['a0p2', 'a2', 'a50'])
  const [whole, head] = [readDraft(doc), headOf(doc)]
  expect(head.clauses).toEqual(whole.clauses.slice(0, HEAD))
  expect(labels(head)).toEqual(labels(whole).slice(0, HEAD))
  expect(labels(head).slice(0, 4)).toEqual(['Article 1', '1.', '2.', '4.'])
  // The number of a clause that was deleted is not for another, and one of the rest says nothing here.
  expect([head.frozen?.['a0p2'], head.frozen?.['a40']]).toEqual([['3', 'a0'], undefined])
})

test('and is small, however long the text is', () => {
  expect(encodeHead(docOf(draftOf(600)))?.length).toBeLessThan(20_000)
})
