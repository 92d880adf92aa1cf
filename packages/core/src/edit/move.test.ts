/** Several clauses indented and moved as one: each with all beneath it, in the order they stand in. */

import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clause } from '../clause/clause.ts'
import { readClauses } from '../yjs/read.ts'
import { writeDraft } from '../yjs/write.ts'
import type { Hand } from './hand.ts'
import { indentClauses, outdentClauses, shiftClauses } from './move.ts'
import { offerOption } from './option.ts'

/** A text from an outline: two spaces a level, an id, and a kind; else what stands at the margin is an article, beneath it paragraphs. */
function textWith(lines: readonly string[]): Hand {
  const clauses: Clause[] = []
  for (const line of lines) {
    const depth = (line.length - line.trimStart().length) / 2
    const parent = clauses.findLast((clause) => clause.depth === depth - 1)?.id ?? ''
    const [id = '', kind = depth === 0 ? 'article' : depth === 1 ? 'paragraph' : 'point'] = line.trim().split(' ')
    clauses.push({ id, kind, parent, depth, words: [{ insert: id }] })
  }
  const doc = new Y.Doc()
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses })
  return { doc, by: 'm', now: () => 0, newId: () => 'new', origin: null }
}

const shown = ({ doc }: Hand): string[] => readClauses(doc).map(({ id, depth }) => `${'  '.repeat(depth)}${id}`)

const after = (lines: readonly string[], act: (hand: Hand) => unknown): string[] => {
  const hand = textWith(lines)
  act(hand)
  return shown(hand)
}

const treaty = ['A', '  a1', '  a2', '    a2a', '  a3', '  a4', 'B', '  b1', '  b2']

describe('indenting several', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'all go beneath the one before',
      ['a3', 'a4'],
      ['A', '  a1', '  a2', '    a2a', '    a3', '    a4', 'B', '  b1', '  b2'],
    ],
    [
      'what stands beneath goes along',
      ['a2', 'a2a'],
      ['A', '  a1', '    a2', '      a2a', '  a3', '  a4', 'B', '  b1', '  b2'],
    ],
    ['none goes where the first cannot', ['a1', 'a2', 'a2a', 'a3'], treaty],
    [
      'a heading among them stays',
      ['a4', 'B', 'b1'],
      ['A', '  a1', '  a2', '    a2a', '  a3', '    a4', 'B', '  b1', '  b2'],
    ],
  ])('%s', (_name, ids, expected) => {
    expect(after(treaty, (hand) => indentClauses(hand, ids))).toEqual(expected)
  })

  test('and back again', () => {
    expect(
      after(treaty, (hand) => {
        indentClauses(hand, ['a3', 'a4'])
        outdentClauses(hand, ['a3', 'a4'])
      }),
    ).toEqual(treaty)
  })
})

describe('moving several', () => {
  test.each<[string, readonly string[], 1 | -1, readonly string[]]>([
    ['up', ['a3', 'a4'], -1, ['A', '  a1', '  a3', '  a4', '  a2', '    a2a', 'B', '  b1', '  b2']],
    ['down', ['a1', 'a2', 'a2a'], 1, ['A', '  a3', '  a1', '  a2', '    a2a', '  a4', 'B', '  b1', '  b2']],
    [
      'with what they stand in',
      ['a2a', 'a3'],
      -1,
      ['A', '  a2', '    a2a', '  a3', '  a1', '  a4', 'B', '  b1', '  b2'],
    ],
    ['articles and all', ['a4', 'B', 'b1'], -1, treaty],
    ['nothing at all', [], 1, treaty],
  ])('%s', (_name, ids, by, expected) => {
    expect(after(treaty, (hand) => shiftClauses(hand, ids, by))).toEqual(expected)
  })
})

describe('moving over the edge', () => {
  const two = ['A', '  a1', '    a1a', '  a2', 'B', 'C', '  c1', '    c1a', '  c2']
  test.each<[string, readonly string[], 1 | -1, readonly string[]]>([
    [
      'the first goes to the end of the article before',
      ['c1'],
      -1,
      ['A', '  a1', '    a1a', '  a2', 'B', '  c1', '    c1a', 'C', '  c2'],
    ],
    [
      'the last goes to the head of the next article',
      ['a2'],
      1,
      ['A', '  a1', '    a1a', 'B', '  a2', 'C', '  c1', '    c1a', '  c2'],
    ],
    ['several go together', ['a1', 'a2'], 1, ['A', 'B', '  a1', '    a1a', '  a2', 'C', '  c1', '    c1a', '  c2']],
    [
      'a point goes to the paragraph before',
      ['c1a'],
      -1,
      ['A', '  a1', '    a1a', '  a2', '    c1a', 'B', 'C', '  c1', '  c2'],
    ],
    ['nothing goes before the first article', ['a1'], -1, two],
    ['nor behind the last', ['c2'], 1, two],
  ])('%s', (_name, ids, by, expected) => {
    expect(after(two, (hand) => shiftClauses(hand, ids, by))).toEqual(expected)
  })

  test('and the way back leads where it was', () => {
    for (const id of ['a2', 'c1']) {
      const by = id === 'a2' ? 1 : -1
      const there = after(two, (hand) => {
        shiftClauses(hand, [id], by)
        shiftClauses(hand, [id], by === 1 ? -1 : 1)
      })
      expect(there).toEqual(two)
    }
  })
})

/** The body and the annexes X and Y, each with the clauses that stand in it. */
const parts = (lines: readonly string[]): string[][] => {
  const found: string[][] = [[]]
  for (const line of lines) {
    if (['X', 'Y'].includes(line)) found.push([])
    found.at(-1)?.push(line.trim())
  }
  return found.map((part) => part.toSorted())
}

describe('an annex and the body are parts of an instrument', () => {
  const body = ['I part', '  A article', '    a1 paragraph', 'II part', '  B article', '    b1 paragraph']
  const first = ['X annex', '  C article', '    c1 paragraph', '  D article', '    d1 paragraph']
  const second = ['Y annex', '  III part', '    E article', '      e1 paragraph', '  y1 entry', '    y1a entry']
  const instrument = [...body, ...first, ...second]
  const ids = instrument.flatMap((line) => line.trim().split(' ')[0] ?? [])

  test.each<[string, string, 1 | -1]>([
    ['the first paragraph of an annex does not go up into the body', 'c1', -1],
    ['the last of the body does not go down into an annex', 'b1', 1],
    ['the last of an annex does not go down into the next', 'd1', 1],
    ['nor its first article up into the annex before, or its part', 'E', -1],
    ['nor what stands in the annex itself', 'C', -1],
  ])('%s', (_name, id, by) => {
    const hand = textWith(instrument)
    expect(shiftClauses(hand, [id], by)).toBe(false)
    expect(shown(hand)).toEqual(shown(textWith(instrument)))
  })

  test.each<[string, string, 1 | -1, string]>([
    ['within an annex the first paragraph goes to the article before', 'd1', -1, 'C c1 d1 D'],
    ['and within the body from part to part', 'B', -1, 'I A a1 B b1 II'],
  ])('%s', (_name, id, by, expected) => {
    const lines = after(instrument, (hand) => shiftClauses(hand, [id], by))
    expect(lines.map((line) => line.trim()).join(' ')).toContain(expected)
  })

  test('whatever the keys move over an edge, every part keeps its clauses', () => {
    for (const id of ids.filter((one) => !['I', 'II', 'X', 'Y'].includes(one))) {
      for (const by of [1, -1] as const)
        expect(parts(after(instrument, (hand) => shiftClauses(hand, [id], by)))).toEqual(
          parts(shown(textWith(instrument))),
        )
    }
  })
})

describe('the title, the preamble, the body and the annexes stand in this order', () => {
  const instrument = ['T title', 'P preamble', '  p1 recital', 'A article', '  a1', 'B article', 'X annex', 'Y annex']
  const kept = shown(textWith(instrument))

  test.each<[string, readonly string[], 1 | -1]>([
    ['the first article does not go above the preamble', ['A'], -1],
    ['nor do several with it', ['A', 'B'], -1],
    ['nor the preamble beneath it', ['P'], 1],
    ['nor above the title', ['P'], -1],
    ['the last article does not go behind an annex', ['B'], 1],
    ['nor the annex before it', ['X'], -1],
  ])('%s', (_name, moved, by) => {
    const hand = textWith(instrument)
    expect(shiftClauses(hand, moved, by)).toBe(false)
    expect(shown(hand)).toEqual(kept)
  })

  test('what stands out of order is put in order', () => {
    expect(after(['A', 'P preamble', 'X annex', 'B'], (hand) => shiftClauses(hand, ['P'], -1))).toEqual([
      'P',
      'A',
      'X',
      'B',
    ])
    expect(after(['A', 'X annex', 'B'], (hand) => shiftClauses(hand, ['X'], 1))).toEqual(['A', 'B', 'X'])
  })

  test('a text without a number goes where it is wanted', () => {
    expect(after(['P preamble', 't text', 'A'], (hand) => shiftClauses(hand, ['t'], -1))).toEqual(['t', 'P', 'A'])
    expect(after(['A', 'X annex', 't text'], (hand) => shiftClauses(hand, ['t'], -1))).toEqual(['A', 't', 'X'])
  })
})

/** `b1` and the new clause are options; `b2` stands behind them. */
const withOptions = (act: (hand: Hand, option: string) => unknown): string[] =>
  after(treaty, (hand) => act(hand, offerOption(hand, 'b1') ?? '')).slice(6)

const twice = (hand: Hand): void => ['a4', 'a4'].forEach((id) => shiftClauses(hand, [id], 1))

describe('options of one provision', () => {
  test.each<[string, string, 1 | -1, readonly string[]]>([
    ['are passed as one from before', 'a4', 1, ['  a4', '  b1', '  new', '  b2']],
    ['are passed as one from behind', 'b2', -1, ['  b2', '  b1', '  new']],
    ['change places among themselves', 'b1', 1, ['  new', '  b1', '  b2']],
    ['move as one past their last', 'new', 1, ['  b2', '  b1', '  new']],
  ])('%s', (_name, id, by, expected) => {
    expect(
      withOptions((hand, option) => shiftClauses(hand, [id === 'new' ? option : id], by)).slice(-expected.length),
    ).toEqual(expected)
  })

  test('and past the first one out of the article', () => {
    expect(withOptions((hand) => shiftClauses(hand, ['b1'], -1))).toEqual(['  b1', '  new', 'B', '  b2'])
  })

  test('are never torn apart by what moves past them', () => {
    expect(withOptions(twice)).toEqual(['  b1', '  new', '  a4', '  b2'])
  })
})
