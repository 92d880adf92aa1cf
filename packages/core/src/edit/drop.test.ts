/** Carrying clauses and turning them into other kinds: where they may go, that they arrive there, and that no word is touched. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clause } from '../clause/clause.ts'
import { kinds } from '../clause/kind.ts'
import { textOf } from '../clause/words.ts'
import { readClauses } from '../yjs/read.ts'
import { clausesOf, textIn } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import { dropGaps, moveClauses } from './drop.ts'
import type { Hand } from './hand.ts'
import { treeOf } from './tree.ts'
import { beginArticle, kindsFor, turnClause } from './turn.ts'

/** A text from an outline: two spaces a level, a kind, and the words, which are the id as well. */
function textWith(lines: readonly string[]): Hand {
  const clauses: Clause[] = []
  for (const line of lines) {
    const depth = (line.length - line.trimStart().length) / 2
    const [kind = '', id = ''] = line.trim().split(' ')
    const parent = clauses.findLast((clause) => clause.depth === depth - 1)?.id ?? ''
    clauses.push({ id, kind, parent, depth, words: [{ insert: id }] })
  }
  const doc = new Y.Doc()
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses })
  return { doc, by: 'm', now: () => 0, newId: () => 'new', origin: null }
}

const shown = (hand: Hand): string[] =>
  readClauses(hand.doc).map(({ id, depth, kind }) => `${'  '.repeat(depth)}${kind} ${id}`)

const order = (hand: Hand): string[] => readClauses(hand.doc).map(({ words }) => textOf(words))

const treaty = [
  'preamble pre',
  '  recital pp1',
  'article A',
  '  paragraph a1',
  '    point a1a',
  '    point a1b',
  '  paragraph a2',
  'article B',
  '  paragraph b1',
  'annex X',
]

const turned = (id: string, kind: (typeof kinds)[number]): string[] => {
  const hand = textWith(treaty)
  turnClause(hand, id, kind)
  return shown(hand)
}

/** What Enter on a clause without words does. */
const stepped = (id: string): string[] => {
  const hand = textWith(treaty)
  const stored = clausesOf(hand.doc).get(id)
  if (stored) textIn(stored)?.delete(0, id.length)
  return beginArticle(hand, id) ? shown(hand) : ['stays']
}

const gaps = (id: string): string[] =>
  dropGaps(treeOf(textWith(treaty).doc), new Set([id])).map(
    ({ above, spots }) => `${above}: ${spots.map(({ parent }) => parent || 'text').join(', ')}`,
  )

describe('carrying', () => {
  test('a paragraph goes with its points, and becomes what belongs where it lands', () => {
    const hand = textWith(treaty)
    expect(moveClauses(hand, ['a1'], { parent: 'B', after: 'b1' })).toBe(true)
    expect(shown(hand).slice(2)).toEqual([
      'article A',
      '  paragraph a2',
      'article B',
      '  paragraph b1',
      '  paragraph a1',
      '    point a1a',
      '    point a1b',
      'annex X',
    ])
    moveClauses(hand, ['a2'], { parent: 'a1', after: 'a1a' })
    expect(shown(hand).slice(5, 9)).toEqual(['  paragraph a1', '    point a1a', '    point a2', '    point a1b'])
  })

  test('several go one behind the other', () => {
    const hand = textWith(treaty)
    moveClauses(hand, ['a1', 'a1a', 'a2'], { parent: 'B', after: '' })
    expect(shown(hand).slice(2)).toEqual([
      'article A',
      'article B',
      '  paragraph a1',
      '    point a1a',
      '    point a1b',
      '  paragraph a2',
      '  paragraph b1',
      'annex X',
    ])
  })

  test('nothing goes beneath itself, and standing still is no change', () => {
    const hand = textWith(treaty)
    let changes = 0
    hand.doc.on('update', () => changes++)
    expect(moveClauses(hand, ['a1'], { parent: 'a1a', after: '' })).toBe(false)
    expect(moveClauses(hand, ['a1'], { parent: 'A', after: '' })).toBe(false)
    expect(moveClauses(hand, ['a1b'], { parent: 'a1', after: 'a1a' })).toBe(false)
    expect(changes).toBe(0)
  })

  test('an article is offered no place between paragraphs, a point none in the preamble', () => {
    expect(gaps('B')).toEqual([': text', 'pp1: text', 'a2: text', 'X: text, X'])
    expect(gaps('a2')).toEqual([
      ': text',
      'pre: pre',
      'pp1: text, pre, pp1',
      'A: A',
      'a1: a1',
      'a1a: a1, a1a',
      'a1b: text, A, a1, a1b',
      'B: B',
      'b1: text, B, b1',
      'X: text, X',
    ])
  })
})

describe('turning', () => {
  test('a paragraph becomes an article and takes along what followed it', () => {
    expect(turned('a1', 'article').slice(2, 7)).toEqual([
      'article A',
      'article a1',
      '  point a1a',
      '  point a1b',
      '  paragraph a2',
    ])
    expect(turned('a1a', 'article').slice(2, 7)).toEqual([
      'article A',
      '  paragraph a1',
      'article a1a',
      '  paragraph a1b',
      '  paragraph a2',
    ])
  })

  test('an article becomes the last paragraph of the one before, and what it held follows', () => {
    expect(turned('B', 'paragraph').slice(2)).toEqual([
      'article A',
      '  paragraph a1',
      '    point a1a',
      '    point a1b',
      '  paragraph a2',
      '  paragraph B',
      '  paragraph b1',
      'annex X',
    ])
  })

  test('a new annex stands at the end of the text', () => {
    expect(turned('a2', 'annex').slice(-2)).toEqual(['annex X', 'annex a2'])
  })

  test('what a clause can become', () => {
    const tree = treeOf(textWith(treaty).doc)
    expect(kindsFor(tree, 'a1')).toEqual([
      'part', 'chapter', 'article', 'paragraph', 'point', 'text', 'alternative', 'annex',
    ]) // oxfmt-ignore
    expect(kindsFor(tree, 'pp1')).toContain('recital')
    expect(kindsFor(tree, 'X')).not.toContain('title')
  })
})

describe('the laws', () => {
  const depths = fc.array(fc.tuple(fc.nat(3), fc.constantFrom(...kinds)), { minLength: 1, maxLength: 14 })
  const texts = depths.map((clauses) => {
    let last = -1
    return clauses.map(([deep, kind], nth) => {
      last = Math.min(deep, last + 1)
      return `${'  '.repeat(last)}${kind} c${nth}`
    })
  })
  test('every spot that is offered is reached, with everything beneath, and the others keep their order', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), fc.nat(), (lines, which, gap, deep) => {
        const hand = textWith(lines)
        const tree = treeOf(hand.doc)
        const id = tree[which % tree.length]?.id ?? ''
        const gaps = dropGaps(tree, new Set([id]))
        const chosen = gaps[gap % gaps.length]
        const spot = chosen?.spots[deep % (chosen.spots.length || 1)]
        if (!chosen || !spot) return
        moveClauses(hand, [id], spot)
        const after = treeOf(hand.doc)
        const at = after.findIndex((one) => one.id === id)
        expect(after[at]).toMatchObject({ parent: spot.parent, depth: spot.depth })
        expect(after[at - 1]?.id ?? '').toBe(chosen.above)
        expect(order(hand).toSorted()).toEqual(tree.map((one) => one.id).toSorted())
        const beneath = (all: typeof tree): string[] => {
          const from = all.findIndex((one) => one.id === id)
          const end = all.findIndex((one, nth) => nth > from && one.depth <= (all[from]?.depth ?? 0))
          return all.slice(from, end < 0 ? undefined : end).map((one) => one.id)
        }
        expect(beneath(after)).toEqual(beneath(tree))
        const others = (all: typeof tree): string[] =>
          all.map((one) => one.id).filter((one) => !beneath(tree).includes(one))
        expect(others(after)).toEqual(others(tree))
      }),
      { numRuns: 300 },
    )
  })

  test('turning keeps reading order and every word, but for an annex, which goes to the end', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (lines, which, what) => {
        const hand = textWith(lines)
        const before = order(hand)
        const tree = treeOf(hand.doc)
        const id = tree[which % tree.length]?.id ?? ''
        const offered = kindsFor(tree, id)
        const kind = offered[what % offered.length] ?? 'text'
        turnClause(hand, id, kind)
        expect(treeOf(hand.doc).find((one) => one.id === id)?.kind).toBe(kind)
        if (kind === 'annex') expect(order(hand).toSorted()).toEqual(before.toSorted())
        else expect(order(hand)).toEqual(before)
      }),
      { numRuns: 300 },
    )
  })
})

describe('beginning an article', () => {
  test('the empty paragraph that ends an article becomes the next one', () => {
    expect(stepped('a2')).toEqual([...treaty.slice(0, 6), 'article a2', ...treaty.slice(7)])
    expect(stepped('b1')).toEqual([...treaty.slice(0, 8), 'article b1', 'annex X'])
  })

  test('no other does', () => {
    for (const id of ['a1', 'a1b', 'pp1', 'B', 'X']) expect(stepped(id)).toEqual(['stays'])
    expect(beginArticle(textWith(treaty), 'a2')).toBe(false)
  })
})
