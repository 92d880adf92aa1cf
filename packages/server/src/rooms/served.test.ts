/** What joiners are served of a text. */

import { clausesOf, HEAD, plainWords, readDraft, textIn, textOf, writeDraft } from '@travaux/core'
import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Served } from './served.ts'

const clause = (nth: number) => ({
  id: `c${nth}`,
  kind: 'text',
  parent: '',
  depth: 0,
  words: plainWords(`Clause ${nth}`),
})

function docOf(count: number): Y.Doc {
  const doc = new Y.Doc()
  const clauses = Array.from({ length: count }, (_, nth) => clause(nth))
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses })
  return doc
}

const nothing = Y.encodeStateVector(new Y.Doc())

/** The first number of a frame. */
const kindOf = (frame: Uint8Array): number | undefined => frame[0]

function wordsIn(frame: Uint8Array | undefined): string[] {
  const decoder = decoding.createDecoder(frame ?? Uint8Array.of())
  decoding.readVarUint(decoder)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
  return readDraft(doc).clauses.map(({ words }) => textOf(words))
}

test('whoever has nothing yet is served the head of a long text before the whole', () => {
  const served = new Served(docOf(501))
  const frames = served.for(nothing, 'head')
  expect(frames.map(kindOf)).toEqual([102, 0])
  expect(wordsIn(frames[0])).toHaveLength(HEAD)
})

test('who does not ask for it, who has some of the text, and who joins a short one, is not', () => {
  const [long, short] = [docOf(501), docOf(500)]
  expect(new Served(long).for(nothing, 'whole').map(kindOf)).toEqual([0])
  expect(new Served(long).for(Y.encodeStateVector(long), 'head').map(kindOf)).toEqual([0])
  expect(new Served(short).for(nothing, 'head').map(kindOf)).toEqual([0])
})

test('the head is as the text is now, and the same bytes for all who join meanwhile', () => {
  const doc = docOf(501)
  const served = new Served(doc)
  const [before] = served.for(nothing, 'head')
  expect(served.for(nothing, 'head')[0]).toBe(before)
  const first = clausesOf(doc).get('c0')
  if (first) textIn(first)?.insert(0, 'Amended ')
  expect(wordsIn(served.for(nothing, 'head')[0])[0]).toBe('Amended Clause 0')
})
