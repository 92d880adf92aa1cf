/** What stands beneath a clause that is deleted goes on in what is read before, and comes back with it. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { textOf } from '../clause/words.ts'
import { readClauses } from '../yjs/read.ts'
import { writeDraft } from '../yjs/write.ts'
import type { Hand } from './hand.ts'
import { mergeClause } from './merge.ts'
import { moveClauses } from './drop.ts'
import { indentClause, outdentClause, shiftClause } from './move.ts'
import { removeClauses, removeRange, restoreClause, restoreClauses } from './remove.ts'
import { splitClause } from './split.ts'
import { turnClause } from './turn.ts'
import { insertClauses } from './insert.ts'
import { Undo } from './undo.ts'

const kindOf: Readonly<Record<string, string>> = {
  T: 'title',
  P: 'preamble',
  r: 'recital',
  H: 'part',
  C: 'chapter',
  A: 'article',
  p: 'paragraph',
  i: 'point',
  t: 'text',
  X: 'annex',
  e: 'entry',
}

/** A text from lines such as '1 p2', its depth and name, which says what it is and is its words. */
function text(...lines: readonly string[]): Hand {
  const open: string[] = []
  const clauses = lines.map((line) => {
    const [depth, id] = [Number(line[0]), line.slice(2)]
    open.splice(depth, Infinity, id)
    return { id, kind: kindOf[id[0] ?? ''] ?? 'text', parent: open[depth - 1] ?? '', depth, words: [{ insert: id }] }
  })
  const doc = new Y.Doc()
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses })
  return { doc, by: 'ana', now: () => 0, newId: () => 'n', origin: 'ana' }
}

const shown = ({ doc }: Hand): string[] => readClauses(doc).map(({ depth, words }) => `${depth} ${textOf(words)}`)
const kindsIn = ({ doc }: Hand): string[] => readClauses(doc).map(({ kind }) => kind)

/** Deletes from within one clause to within another: what stays of the two is the first letter, and what is behind the first. */
const cross = (hand: Hand, from: string, to: string): void =>
  removeRange(hand, { clause: from, offset: 1 }, { clause: to, offset: 1 })

const articles = ['0 A1', '1 p1', '1 p2', '0 A2', '1 p3', '2 i1', '2 i2', '1 p4', '0 A3', '1 p5']

test('of a heading deleted alone, what stood beneath it ends the unit before', () => {
  const hand = text(...articles)
  removeClauses(hand, ['A2'])
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '1 p2', '1 p3', '2 i1', '2 i2', '1 p4', '0 A3', '1 p5'])
})

test('of a stretch across headings, what is left goes on where the stretch begins', () => {
  const hand = text(...articles)
  cross(hand, 'p1', 'p3')
  expect(shown(hand)).toEqual(['0 A1', '1 p3', '2 i1', '2 i2', '1 p4', '0 A3', '1 p5'])
})

test('points whose paragraph goes with its article stand as deep as they stood', () => {
  const hand = text(...articles)
  cross(hand, 'p2', 'i1')
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '1 p1', '2 i2', '1 p4', '0 A3', '1 p5'])
  expect(kindsIn(hand)).toEqual(['article', 'paragraph', 'paragraph', 'point', 'paragraph', 'article', 'paragraph'])
})

test('of a heading joined to a paragraph, likewise', () => {
  const hand = text('0 A1', '1 p1', '2 i1', '0 A2', '1 p2', '2 i2', '1 p3')
  mergeClause(hand, 'A2', 'i1')
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '2 i1A2', '1 p2', '2 i2', '1 p3'])
})

test.each([
  ['an article', ['0 C1', '1 A1', '2 p1', '0 C2', '1 A2', '2 p2', '1 A3'], ['C2', 'A2'], '0 C1 1 A1 2 p1 2 p2 1 A3'],
  ['a chapter', ['0 C1', '1 A1', '2 p1', '0 C2', '1 A2', '2 p2'], ['C2'], '0 C1 1 A1 2 p1 1 A2 2 p2'],
  ['a part of chapters', ['0 H1', '1 C1', '2 A1', '0 H2', '1 C2', '2 A2'], ['H2'], '0 H1 1 C1 2 A1 1 C2 2 A2'],
  ['a part of articles', ['0 H1', '1 C1', '2 A1', '0 H2', '1 A2'], ['H2'], '0 H1 1 C1 2 A1 2 A2'],
  ['a chapter of chapters', ['0 C1', '1 C2', '2 A1', '0 C3', '1 C4', '2 A2'], ['C3'], '0 C1 1 C2 2 A1 1 C4 2 A2'],
  ['an annex', ['0 X1', '1 e1', '2 e2', '0 X2', '1 e3', '2 e4'], ['X2'], '0 X1 1 e1 2 e2 1 e3 2 e4'],
  ['two in a row', ['0 A1', '1 p1', '0 A2', '1 p2', '0 A3', '1 p3'], ['A2', 'A3'], '0 A1 1 p1 1 p2 1 p3'],
])('what stood beneath %s ends the nearest unit that may hold it', (_what, lines, gone, after) => {
  const hand = text(...lines)
  removeClauses(hand, gone)
  expect(shown(hand).join(' ')).toBe(after)
})

test.each([
  ['nothing stands before', ['0 A1', '1 p1', '0 A2'], 'A1', '0 p1 0 A2'],
  ['only recitals stand before', ['0 P1', '1 r1', '0 A1', '1 p1'], 'A1', '0 P1 1 r1 0 p1'],
  ['its chapter begins with it', ['0 C1', '1 A1', '2 p1', '1 A2'], 'A1', '0 C1 1 p1 1 A2'],
  ['entries stood there', ['0 A1', '1 p1', '0 X1', '1 e1'], 'X1', '0 A1 1 p1 0 e1'],
])('where %s, it steps up, and restoring brings it back', (_what, lines, gone, after) => {
  const hand = text(...lines)
  removeClauses(hand, [gone])
  expect(shown(hand).join(' ')).toBe(after)
  restoreClause(hand, gone)
  expect(shown(hand)).toEqual(lines)
})

test('restoring the heading brings back what was not put elsewhere since', () => {
  const hand = text(...articles)
  removeClauses(hand, ['A2'])
  restoreClause(hand, 'A2')
  expect(shown(hand)).toEqual(articles)
  removeClauses(hand, ['A2'])
  moveClauses(hand, ['p4'], { parent: 'A3', after: 'p5' })
  restoreClause(hand, 'A2')
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '1 p2', '0 A2', '1 p3', '2 i1', '2 i2', '0 A3', '1 p5', '1 p4'])
})

test('deleted paragraphs of the unit before are restored before what went on in it', () => {
  const hand = text(...articles)
  removeClauses(hand, ['p2', 'A2'])
  restoreClause(hand, 'p2')
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '1 p2', '1 p3', '2 i1', '2 i2', '1 p4', '0 A3', '1 p5'])
})

test('one undo takes all of it back, and redo does it again', () => {
  const hand = text(...articles)
  const undo = new Undo(hand)
  cross(hand, 'p1', 'i1')
  const after = shown(hand)
  undo.undo()
  expect(shown(hand)).toEqual(articles)
  undo.redo()
  expect(shown(hand)).toEqual(after)
})

test('two people who delete the heading at once, or one of its paragraphs, read the same', () => {
  const [ana, doc] = [text(...articles), new Y.Doc()]
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ana.doc))
  const ben = { ...ana, doc, by: 'ben' }
  removeClauses(ana, ['A2'])
  removeClauses(ben, ['A2', 'p3'])
  Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(ben.doc))
  Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ana.doc))
  expect(shown(ana)).toEqual(shown(ben))
  expect(shown(ana)).toContain('1 p4')
  expect(shown(ana)).not.toContain('1 p3')
})

test('points of a deleted paragraph go on in the paragraph before, of the first one they step up', () => {
  const hand = text('0 A1', '1 p1', '2 i1', '1 p2', '2 i2', '2 i3', '0 A2')
  removeClauses(hand, ['p2'])
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '2 i1', '2 i2', '2 i3', '0 A2'])
  removeClauses(hand, ['p1'])
  expect(shown(hand)).toEqual(['0 A1', '1 i1', '1 i2', '1 i3', '0 A2'])
  restoreClauses(hand, ['p1', 'p2'])
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '2 i1', '1 p2', '2 i2', '2 i3', '0 A2'])
})

test('what another parts, writes or moves beneath a deleted heading comes back beneath it', () => {
  const hand = text('0 A1', '1 p1', '0 A2', '1 p2', '1 p3', '0 A3')
  removeClauses(hand, ['A2'])
  splitClause(hand, 'p2', 1)
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '1 p', '1 2', '1 p3', '0 A3'])
  shiftClause(hand, 'p3', -1)
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '1 p', '1 p3', '1 2', '0 A3'])
  restoreClause(hand, 'A2')
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '0 A2', '1 p', '1 p3', '1 2', '0 A3'])
})

test('two headings that are deleted one after the other come back in either order, each with its own', () => {
  const lines = ['0 A1', '1 p1', '0 A2', '1 p2', '0 A3', '1 p3']
  for (const gone of [
    ['A2', 'A3'],
    ['A3', 'A2'],
  ])
    for (const [back, then] of [
      ['A2', 'A3'],
      ['A3', 'A2'],
    ] as const) {
      const hand = text(...lines)
      for (const id of gone) removeClauses(hand, [id])
      expect(shown(hand)).toEqual(['0 A1', '1 p1', '1 p2', '1 p3'])
      restoreClause(hand, back)
      expect(shown(hand)).toEqual(lines.filter((line) => !line.endsWith(then)))
      restoreClause(hand, then)
      expect(shown(hand)).toEqual(lines)
    }
})

test('what was written without a connection beneath a heading that another deletes meanwhile goes on in the unit before', () => {
  const [ana, doc] = [text(...articles), new Y.Doc()]
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ana.doc))
  const ben = { ...ana, doc, by: 'ben', origin: 'ben' }
  splitClause(ben, 'p4', 2)
  removeClauses(ana, ['A2'])
  Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(ben.doc))
  expect(shown(ana).slice(6, 9)).toEqual(['1 p4', '1 ', '0 A3'])
})

test('an article that is moved takes along what goes on in it', () => {
  const hand = text(...articles)
  const undo = new Undo(hand)
  removeClauses(hand, ['A2'])
  undo.stopCapturing()
  shiftClause(hand, 'A1', 1)
  expect(shown(hand)).toEqual(['0 A3', '1 p5', '0 A1', '1 p1', '1 p2', '1 p3', '2 i1', '2 i2', '1 p4'])
  undo.undo()
  undo.undo()
  expect(shown(hand)).toEqual(articles)
})

test('what is put behind or beneath what goes on there stands where it was put', () => {
  const hand = text('0 A1', '1 p1', '2 i1', '1 p2', '2 i2', '1 p3', '1 p4')
  removeClauses(hand, ['p2'])
  indentClause(hand, 'p3')
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '2 i1', '2 i2', '2 p3', '1 p4'])
  outdentClause(hand, 'i2')
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '2 i1', '1 i2', '2 p3', '1 p4'])
})

test('an article that is begun behind what goes on in the one before stands behind it', () => {
  const hand = text('0 A1', '1 p1', '0 A2', '1 p2', '1 p3', '1 p4', '0 A3')
  removeClauses(hand, ['A2'])
  turnClause(hand, 'p3', 'article')
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '1 p2', '0 p3', '1 p4', '0 A3'])
  restoreClause(hand, 'A2')
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '0 A2', '1 p2', '0 p3', '1 p4', '0 A3'])
})

test('what is put in behind a clause stands behind what goes on in that', () => {
  const hand = text('0 A1', '1 p1', '0 A2', '1 p2', '0 A3')
  removeClauses(hand, ['A2'])
  const article = { id: 'x', kind: 'article', parent: '', depth: 0, words: [{ insert: 'A' }] }
  insertClauses(hand, 'p2', [article])
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '1 p2', '0 A', '0 A3'])
  const paragraph = { ...article, id: 'y', kind: 'paragraph', words: [{ insert: 'p' }] }
  insertClauses({ ...hand, newId: () => 'm' }, 'p2', [paragraph])
  expect(shown(hand)).toEqual(['0 A1', '1 p1', '1 p2', '1 p', '0 A', '0 A3'])
})
