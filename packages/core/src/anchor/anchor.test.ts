/** A comment stays with its words through every edit that keeps them, and never settles on others. */

import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Hand } from '../edit/hand.ts'
import { mergeClause } from '../edit/merge.ts'
import { indentClause, moveClause } from '../edit/move.ts'
import { removeClauses } from '../edit/remove.ts'
import { splitClause } from '../edit/split.ts'
import { clausesOf, textIn, textOfStored } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import { makeAnchor, resolveAnchor } from './anchor.ts'

const WORDS = 'Each State shall prohibit the export of chairs and the export of cuffs'

const paragraph = (id: string, words: string) => ({
  id,
  kind: 'paragraph',
  parent: '',
  depth: 0,
  words: [{ insert: words }],
})

function text(): Hand {
  const doc = new Y.Doc()
  writeDraft(doc, {
    title: '',
    language: 'en',
    symbol: '',
    clauses: [paragraph('first', 'Before.'), paragraph('here', WORDS), paragraph('last', 'After.')],
  })
  let made = 0
  return { doc, by: 'm', now: () => 0, newId: () => `new-${++made}`, origin: null }
}

const wordsOf = (hand: Hand, clause: string): Y.Text => {
  const stored = clausesOf(hand.doc).get(clause)
  const found = stored && textIn(stored)
  if (!found) throw new Error(`no clause ${clause}`)
  return found
}

/** An anchor on the second "export", and a reading of where it is now. */
function anchored(hand: Hand): () => string {
  const from = WORDS.lastIndexOf('export')
  const anchor = makeAnchor(hand.doc, 'here', from, from + 6)
  if (!anchor) throw new Error('no anchor was made')
  return () => {
    const at = resolveAnchor(hand.doc, anchor)
    if (at.kind !== 'words') return at.kind === 'clause' ? `clause ${at.clause}` : 'nowhere'
    const stored = clausesOf(hand.doc).get(at.clause) ?? new Y.Map()
    return `${at.clause}@${at.from} ${textOfStored(stored).slice(at.from, at.to)}`
  }
}

const START = WORDS.lastIndexOf('export')

describe('edits that keep the words', () => {
  test.each<[string, (hand: Hand) => unknown, string]>([
    ['typing before', (hand) => wordsOf(hand, 'here').insert(0, 'Now: '), `here@${START + 5} export`],
    ['typing behind', (hand) => wordsOf(hand, 'here').insert(WORDS.length, '.'), `here@${START} export`],
    ['typing within', (hand) => wordsOf(hand, 'here').insert(START + 2, '-'), `here@${START} ex-port`],
    [
      'typing at both edges',
      (hand) => (wordsOf(hand, 'here').insert(START + 6, '!'), wordsOf(hand, 'here').insert(START, '!')),
      `here@${START + 1} export`,
    ],
    ['bold', (hand) => wordsOf(hand, 'here').format(0, WORDS.length, { strong: true }), `here@${START} export`],
    [
      'deleting the first "export"',
      (hand) => wordsOf(hand, 'here').delete(WORDS.indexOf('export'), 6),
      `here@${START - 6} export`,
    ],
    ['moving the clause', (hand) => moveClause(hand, 'here', 'last'), `here@${START} export`],
    ['indenting the clause', (hand) => indentClause(hand, 'here'), `here@${START} export`],
    ['splitting before them', (hand) => splitClause(hand, 'here', 20), `new-1@${START - 20} export`],
    ['splitting behind them', (hand) => splitClause(hand, 'here', START + 8), `here@${START} export`],
    ['splitting within them', (hand) => splitClause(hand, 'here', START + 2), `here@${START} ex`],
    ['merging into the clause before', (hand) => mergeClause(hand, 'here', 'first'), `first@${START + 7} export`],
    [
      'splitting and merging again',
      (hand) => (splitClause(hand, 'here', 20), mergeClause(hand, 'new-1', 'here')),
      `here@${START} export`,
    ],
  ])('%s', (_name, edit, expected) => {
    const hand = text()
    const where = anchored(hand)
    edit(hand)
    expect(where()).toBe(expected)
  })
})

describe('edits that take the words away', () => {
  test('it stays at its clause, and does not jump to the same word elsewhere', () => {
    const hand = text()
    const where = anchored(hand)
    wordsOf(hand, 'here').delete(START, 6)
    expect(where()).toBe('clause here')
  })

  test('it is nowhere when the clause is deleted, and back when that is undone', () => {
    const hand = text()
    const where = anchored(hand)
    removeClauses(hand, ['here'])
    expect(where()).toBe('nowhere')
    clausesOf(hand.doc).get('here')?.delete('gone')
    expect(where()).toBe(`here@${START} export`)
  })
})

test('in another document it is found by its quote only where that is unmistakable', () => {
  const hand = text()
  const made = makeAnchor(hand.doc, 'here', 0, 10)
  const other = text()
  if (!made) throw new Error('no anchor was made')
  const { start: _start, end: _end, ...quoted } = made
  expect(resolveAnchor(other.doc, quoted)).toEqual({ kind: 'words', clause: 'here', from: 0, to: 10 })
  expect(resolveAnchor(other.doc, { ...quoted, quote: 'export', before: '', after: '' })).toEqual({
    kind: 'clause',
    clause: 'here',
  })
})
