/** What is copied elsewhere becomes what a preamble or an annex takes. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clause } from '../clause/clause.ts'
import { textOf } from '../clause/words.ts'
import { readPiece } from '../format/piece.ts'
import { readClauses } from '../yjs/read.ts'
import { writeDraft } from '../yjs/write.ts'
import { insertPiece } from './piece.ts'

function clause(id: string, kind: string, parent = ''): Clause {
  return { id, kind, parent, depth: parent === '' ? 0 : 1, words: [{ insert: id }] }
}

const text = [
  clause('Preamble', 'preamble'),
  clause('Recalling,', 'recital', 'Preamble'),
  clause('Object', 'article'),
  clause('Each.', 'paragraph', 'Object'),
  clause('Goods', 'annex'),
  clause('Chairs', 'entry', 'Goods'),
  clause('Forms', 'annex'),
  clause('Fill in.', 'paragraph', 'Forms'),
  clause('Others', 'annex'),
]

/** What stands in the text behind a clause once a page was pasted at its end: kinds and words, a line each. */
function pastedAt(at: string, html: string): string[] {
  const doc = new Y.Doc()
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses: text })
  let made = 0
  const hand = { doc, by: 'm', now: () => 0, newId: () => `n${++made}`, origin: null }
  const { clauses } = readPiece({ kind: 'html', source: html, into: 'Words.' })
  insertPiece(hand, { clause: at, offset: at.length }, clauses)
  return readClauses(doc)
    .filter(({ id }) => /^n\d/.test(id))
    .map(({ depth, kind, words }) => `${'  '.repeat(depth)}${kind} ${textOf(words)}`)
}

const numbered = '<p>1. Whips</p><p>(a) of leather</p><p>2. Chains</p>'
const loose = '<p>Whips</p><p>Chains</p>'
const entries = ['  entry Whips', '  entry Chains']

test('in an annex, entries, with their own beneath them', () => {
  expect(pastedAt('Chairs', numbered)).toEqual(['  entry Whips', '    entry of leather', '  entry Chains'])
  expect(pastedAt('Chairs', loose)).toEqual(entries)
  expect(pastedAt('Goods', loose)).toEqual(entries)
  expect(pastedAt('Others', loose)).toEqual(entries)
})

test('in an annex of paragraphs, and in an article, what they are', () => {
  expect(pastedAt('Fill in.', numbered)).toEqual(['  paragraph Whips', '    point of leather', '  paragraph Chains'])
  expect(pastedAt('Each.', loose)).toEqual(['  text Whips', '  text Chains'])
})

test('in a preamble, recitals, but for who agrees and that they do', () => {
  const lines = ['The States Parties,', 'Noting it,', 'The need being great,', 'Have agreed as follows:']
  expect(pastedAt('Recalling,', lines.map((line) => `<p>${line}</p>`).join(''))).toEqual([
    '  text The States Parties,',
    '  recital Noting it,',
    '  recital The need being great,',
    '  text Have agreed as follows:',
  ])
  expect(pastedAt('Recalling,', numbered)).toEqual(['  recital Whips', '    point of leather', '  recital Chains'])
})

test('behind a heading among them, what they are', () => {
  expect(pastedAt('Chairs', '<p>Whips.</p><h2>Article 5</h2><p>1. Each.</p>')).toEqual([
    '  entry Whips.',
    '  article ',
    '    paragraph Each.',
  ])
})
