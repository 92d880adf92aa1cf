/** Pasted structure goes where its kinds belong, and no word of it is lost. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clause } from '../clause/clause.ts'
import { readOptions } from '../clause/option.ts'
import { referenceTo } from '../embed/embed.ts'
import { textOf } from '../clause/words.ts'
import { readClauses } from '../yjs/read.ts'
import { writeDraft } from '../yjs/write.ts'
import type { Hand } from './hand.ts'
import { insertClauses, insertClausesAt } from './insert.ts'
import { removeClauses } from './remove.ts'

/** Clauses from an outline: two spaces a level, a kind, and words. */
function outline(prefix: string, ...lines: readonly string[]): Clause[] {
  const clauses: Clause[] = []
  for (const [index, line] of lines.entries()) {
    const depth = (line.length - line.trimStart().length) / 2
    const [kind = '', ...words] = line.trim().split(' ')
    const parent = clauses.findLast((clause) => clause.depth === depth - 1)?.id ?? ''
    const text = words.join(' ')
    clauses.push({ id: `${prefix}${index}`, kind, parent, depth, words: text === '' ? [] : [{ insert: text }] })
  }
  return clauses
}

function textWith(...lines: readonly string[]): Hand {
  const doc = new Y.Doc()
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses: outline('c', ...lines) })
  let made = 0
  return { doc, by: 'm', now: () => 0, newId: () => `n${++made}`, origin: null }
}

const shown = (hand: Hand): string[] =>
  readClauses(hand.doc).map(({ depth, kind, words }) => `${'  '.repeat(depth)}${kind} ${textOf(words)}`.trimEnd())

test('paragraphs go behind the paragraph, with their points', () => {
  const hand = textWith('article One', '  paragraph A', '    point a', '  paragraph B')
  insertClauses(hand, 'c2', outline('p', 'paragraph X', '  point x', 'paragraph Y'))
  expect(shown(hand)).toEqual([
    'article One',
    '  paragraph A',
    '    point a',
    '  paragraph X',
    '    point x',
    '  paragraph Y',
    '  paragraph B',
  ])
})

test('articles go behind the article, wherever in it the caret was', () => {
  const hand = textWith('part I', '  article One', '    paragraph A', '  article Two')
  insertClauses(hand, 'c2', outline('p', 'article New', '  paragraph N'))
  expect(shown(hand)).toEqual([
    'part I',
    '  article One',
    '    paragraph A',
    '  article New',
    '    paragraph N',
    '  article Two',
  ])
})

test('a chapter goes behind the article, and stands beside it or in the part that it is in', () => {
  const pasted = outline('p', 'chapter New', '  article Two', '    paragraph B')
  const hand = textWith('article One', '  paragraph A', '    point a', '  paragraph C', 'article Last')
  insertClauses(hand, 'c2', pasted)
  expect(shown(hand).slice(3)).toEqual([
    '  paragraph C',
    'chapter New',
    '  article Two',
    '    paragraph B',
    'article Last',
  ])
  const parted = textWith('part I', '  article One', '    paragraph A', 'part II')
  insertClauses(parted, 'c2', pasted)
  expect(shown(parted).slice(2)).toEqual([
    '    paragraph A',
    '  chapter New',
    '    article Two',
    '      paragraph B',
    'part II',
  ])
})

const instrument = [
  'title Draft',
  'text Adopted in 2026',
  'preamble',
  '  recital Recalling,',
  'chapter I',
  '  article New',
  '    paragraph N',
  'annex Goods',
  '  paragraph Chairs',
]

const demoted = ['text Draft', ...instrument.slice(1, 7)]

test('an instrument goes behind the article of the caret, its title as text, and its annexes behind the body', () => {
  const hand = textWith(
    'article One',
    '  paragraph Alpha',
    '  paragraph B',
    'article Two',
    'annex Old',
    '  entry Whips',
  )
  insertClausesAt(hand, { clause: 'c1', offset: 3 }, outline('p', ...instrument))
  const body = ['article One', '  paragraph Alpha', '  paragraph B', ...demoted, 'article Two']
  expect(shown(hand)).toEqual([...body, ...instrument.slice(7), 'annex Old', '  entry Whips'])
})

test('an instrument goes out of the chapter that its preamble has no place in', () => {
  const hand = textWith('part One', '  chapter A', '    article One', '  chapter B', 'part Two')
  insertClauses(hand, 'c2', outline('p', ...instrument))
  expect(shown(hand)).toEqual(
    ['part One', '  chapter A', '    article One', '  chapter B', ...demoted, 'part Two', ...instrument.slice(7)],
  ) // oxfmt-ignore
})

test('a title is one only in a text that has no words', () => {
  const [fresh, begun] = [textWith('text'), textWith('text My title', 'text')]
  insertClauses(fresh, 'c0', outline('p', ...instrument))
  insertClauses(begun, 'c1', outline('p', ...instrument))
  expect(shown(fresh)).toEqual(instrument)
  expect(shown(begun)).toEqual(['text My title', ...demoted, ...instrument.slice(7)])
})

test('a title goes where the articles beneath it go, and what is read before it where the caret is', () => {
  const hand = textWith('chapter I', '  article One', '    paragraph Alpha', '    paragraph B', '  article Two')
  insertClausesAt(hand, { clause: 'c2', offset: 5 }, outline('p', 'paragraph X', 'title Part', 'article New'))
  expect(shown(hand)).toEqual([
    'chapter I',
    '  article One',
    '    paragraph Alpha',
    '    paragraph X',
    '    paragraph B',
    '  text Part',
    '  article New',
    '  article Two',
  ])
})

test('an annex pasted in an annex goes behind it, with those that follow', () => {
  const hand = textWith('article One', 'annex A', '  entry a', 'annex B')
  insertClauses(hand, 'c2', outline('p', 'annex X', 'text Between', 'annex Y'))
  expect(shown(hand)).toEqual(['article One', 'annex A', '  entry a', 'annex X', 'text Between', 'annex Y', 'annex B'])
})

test('paragraphs pasted at a heading become its first', () => {
  const hand = textWith('article One', '  paragraph A')
  insertClauses(hand, 'c0', outline('p', 'paragraph X', 'paragraph Y'))
  expect(shown(hand)).toEqual(['article One', '  paragraph X', '  paragraph Y', '  paragraph A'])
})

test('an empty clause makes way', () => {
  const hand = textWith('article One', '  paragraph', '  paragraph B')
  insertClauses(hand, 'c1', outline('p', 'paragraph X'))
  expect(shown(hand)).toEqual(['article One', '  paragraph X', '  paragraph B'])
})

test('the caret goes to the end of what was pasted', () => {
  const hand = textWith('article One', '  paragraph A')
  expect(insertClauses(hand, 'c1', outline('p', 'paragraph X', '  point last'))).toEqual({ clause: 'n2', offset: 4 })
})

test.each<[string, number, string[]]>([
  [
    'at the start of a clause before it',
    0,
    ['  paragraph X', '  paragraph Y', '  paragraph Each State', '  paragraph B'],
  ],
  [
    'within a clause between its parts',
    4,
    ['  paragraph Each', '  paragraph X', '  paragraph Y', '  paragraph  State'],
  ],
  ['at its end behind it', 10, ['  paragraph Each State', '  paragraph X', '  paragraph Y', '  paragraph B']],
])('paragraphs are put in %s', (_where, offset, expected) => {
  const hand = textWith('article One', '  paragraph Each State', '  paragraph B')
  const end = insertClausesAt(hand, { clause: 'c1', offset }, outline('p', 'paragraph X', 'paragraph Y'))
  expect(shown(hand).slice(1, 5)).toEqual(expected)
  expect(end?.offset).toBe(1)
})

test('a clause with others beneath it is not parted, nor is one for articles', () => {
  const hand = textWith('article One', '  paragraph Each State', '    point a', '  paragraph B')
  insertClausesAt(hand, { clause: 'c1', offset: 4 }, outline('p', 'paragraph X'))
  insertClausesAt(hand, { clause: 'c3', offset: 1 }, outline('q', 'article Two'))
  expect(shown(hand)).toEqual([
    'article One',
    '  paragraph Each State',
    '    point a',
    '  paragraph X',
    '  paragraph B',
    'article Two',
  ])
})

test('options stay options of one another, and of nothing else', () => {
  const hand = textWith('article One', '  paragraph A', '  paragraph B')
  const [first, second, third] = outline('p', 'paragraph X', '  point x', 'paragraph Y', 'paragraph Z').filter(
    ({ kind }) => kind === 'paragraph',
  )
  if (!first || !second || !third) throw new Error('three paragraphs were made')
  const options = [first, { ...second, option: first.id }, { ...third, option: 'c1' }]
  insertClausesAt(hand, { clause: 'c1', offset: 1 }, options)
  const clauses = readClauses(hand.doc)
  expect(clauses.map(({ words, option }) => `${textOf(words)} ${option ?? ''}`.trim())).toEqual(['One', 'A', 'X', 'Y n1', 'Z', 'B']) // oxfmt-ignore
  expect(Array.from(readOptions(clauses).values(), ({ nth }) => nth)).toEqual([1, 2])
})

test('references among them mean one another, and others what they meant', () => {
  const hand = textWith('paragraph A', 'paragraph B')
  const [first, second] = outline('p', 'paragraph X', 'paragraph Y')
  if (!first || !second) throw new Error('two clauses were made')
  const words = [first.id, second.id, 'c1'].map((id) => ({ insert: referenceTo(id, 'number') }))
  insertClauses(hand, 'c0', [{ ...first, words }, second])
  expect(readClauses(hand.doc)[1]?.words).toEqual(
    ['n1', 'n2', 'c1'].map((id) => ({ insert: referenceTo(id, 'number') })),
  )
})

test('in a text that shows no clause they are its clauses, whether there never was one or all were deleted', () => {
  const draft = outline('p', 'article One', '  paragraph X', '    point a', 'article Two')
  const [fresh, emptied] = [textWith(), textWith('article Old', '  paragraph O')]
  removeClauses(emptied, ['c0', 'c1'])
  for (const hand of [fresh, emptied]) {
    expect(insertClausesAt(hand, { clause: '', offset: 0 }, draft)).toEqual({ clause: 'n4', offset: 3 })
    expect(shown(hand)).toEqual(['article One', '  paragraph X', '    point a', 'article Two'])
  }
})

test('a thousand clauses go in as one by one, and into a long text before anybody waits', () => {
  const article = ['article One', ...Array.from({ length: 50 }, (_, nth) => `  paragraph ${nth}`)]
  const long = Array.from({ length: 40 }, () => article).flat()
  const pasted = outline('p', ...Array.from({ length: 300 }, (_, nth) => [`paragraph P${nth}`, '  point a', '  point b', `text T${nth}`]).flat()) // oxfmt-ignore
  const hand = textWith(...long)
  const before = performance.now()
  insertClauses(hand, 'c5', pasted)
  expect(performance.now() - before).toBeLessThan(2000)
  const [first, last] = [shown(hand).indexOf('  paragraph P0'), shown(hand).indexOf('  text T299')]
  expect([first, last]).toEqual([6, 5 + pasted.length])
  expect(shown(hand).slice(first, last + 1)).toEqual(
    pasted.map(({ depth, kind, words }) => `${'  '.repeat(depth + 1)}${kind} ${textOf(words)}`),
  )
})
