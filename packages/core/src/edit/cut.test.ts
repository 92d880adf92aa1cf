/** A clause that is cut alone and pasted is the same clause, with its comments; anywhere else its words are words. */

import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { makeAnchor, resolveAnchor } from '../anchor/anchor.ts'
import type { Clause, Point } from '../clause/clause.ts'
import { textOf } from '../clause/words.ts'
import { readClauses } from '../yjs/read.ts'
import { clausesOf, textIn } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import { cutClause, pasteCut, restoreCut, type CutClause } from './cut.ts'
import type { Hand } from './hand.ts'
import { indentClause, shiftClause } from './move.ts'
import { hasOptions, offerOption } from './option.ts'
import { removeClauses } from './remove.ts'
import { addFirst, splitClause } from './split.ts'
import { Undo } from './undo.ts'

const clause = (id: string, kind: string, parent: string, depth: number, words = id): Clause => ({
  id,
  kind,
  parent,
  depth,
  words: words === '' ? [] : [{ insert: words }],
})

const treaty = [
  clause('A', 'article', '', 0),
  clause('a1', 'paragraph', 'A', 1),
  clause('a2', 'paragraph', 'A', 1),
  clause('a2a', 'point', 'a2', 2),
  clause('empty', 'paragraph', 'A', 1, ''),
  clause('B', 'article', '', 0),
  clause('b1', 'paragraph', 'B', 1),
]

function handOn(doc: Y.Doc, name = 'new'): Hand {
  let made = 0
  return { doc, by: 'm', now: () => 0, newId: () => `${name}-${++made}`, origin: { name: 'm' } }
}

function text(name?: string): Hand {
  const doc = new Y.Doc()
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses: treaty })
  return handOn(doc, name)
}

/** Two people at the text, and how all that each did comes to the other. */
function two() {
  const ana = text('ana')
  const ben = handOn(new Y.Doc())
  const exchange = (): void => {
    Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ana.doc))
    Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(ben.doc))
  }
  exchange()
  return { ana, ben, exchange }
}

const shown = ({ doc }: Hand): string[] =>
  readClauses(doc).map(({ id, kind, depth, words }) => `${'  '.repeat(depth)}${kind} ${id}: ${textOf(words)}`.trimEnd())

/** Cuts a clause as a whole. */
function cut(hand: Hand, id: string): CutClause {
  const taken = cutClause(hand, id)
  if (!taken) throw new Error('nothing was cut')
  return taken
}

const pasted = (id: string, at: Point): string[] => {
  const hand = text()
  const taken = cut(hand, id)
  return pasteCut(hand, taken, at) ? shown(hand) : ['words']
}

const write = ({ doc, origin }: Hand, id: string, words: string): void => {
  const stored = clausesOf(doc).get(id)
  doc.transact(() => stored && textIn(stored)?.insert(0, words), origin)
}

/** Puts the empty clause beneath the one that was cut, before the point there. */
function pointUp(hand: Hand): void {
  indentClause(hand, 'empty')
  shiftClause(hand, 'empty', -1)
}

const rest = ['article A: A', '  paragraph a2: a2', '    point a2a: a2a']

describe('pasted as a clause', () => {
  test.each<[string, string, Point, readonly string[]]>([
    [
      'at the end of another, behind it',
      'a1',
      { clause: 'b1', offset: 2 },
      [...rest, '  paragraph empty:', 'article B: B', '  paragraph b1: b1', '  paragraph a1: a1'],
    ],
    [
      'at the start of another, before it',
      'a1',
      { clause: 'b1', offset: 0 },
      [...rest, '  paragraph empty:', 'article B: B', '  paragraph a1: a1', '  paragraph b1: b1'],
    ],
    [
      'in place of an empty one',
      'a1',
      { clause: 'empty', offset: 0 },
      [...rest, '  paragraph a1: a1', 'article B: B', '  paragraph b1: b1'],
    ],
    [
      'at the end of a heading, first beneath it',
      'a1',
      { clause: 'B', offset: 1 },
      [...rest, '  paragraph empty:', 'article B: B', '  paragraph a1: a1', '  paragraph b1: b1'],
    ],
    ['where it was', 'a1', { clause: 'a1', offset: 0 }, shown(text())],
    ['before the clause behind it', 'a1', { clause: 'a2', offset: 0 }, shown(text())],
    [
      'beside a point, as a point',
      'a1',
      { clause: 'a2a', offset: 3 },
      [...rest, '    point a1: a1', '  paragraph empty:', 'article B: B', '  paragraph b1: b1'],
    ],
    [
      'with what stands beneath it',
      'a2',
      { clause: 'b1', offset: 2 },
      [
        'article A: A',
        '  paragraph a1: a1',
        '  paragraph empty:',
        'article B: B',
        '  paragraph b1: b1',
        ...rest.slice(1),
      ],
    ],
  ])('%s', (_name, id, at, expected) => {
    expect(pasted(id, at)).toEqual(expected)
  })

  test('though the empty one was deleted meanwhile', () => {
    const hand = text()
    const taken = cut(hand, 'a1')
    removeClauses(hand, [taken.stand])
    pasteCut(hand, taken, { clause: 'b1', offset: 2 })
    expect(shown(hand).at(-1)).toBe('  paragraph a1: a1')
  })

  test('a comment finds its words, and undo puts everything back', () => {
    const hand = text()
    const history = new Undo(hand)
    const anchor = makeAnchor(hand.doc, 'a1', 0, 2)
    if (!anchor) throw new Error('no anchor was made')
    const before = shown(hand)
    const taken = cut(hand, 'a1')
    history.stopCapturing()
    pasteCut(hand, taken, { clause: 'b1', offset: 2 })
    expect(resolveAnchor(hand.doc, anchor)).toEqual({ kind: 'words', clause: 'a1', from: 0, to: 2 })
    history.undo()
    history.undo()
    expect(shown(hand)).toEqual(before)
    expect(resolveAnchor(hand.doc, anchor)).toEqual({ kind: 'words', clause: 'a1', from: 0, to: 2 })
  })

  test('after somebody else who cut it too, it moves from where they put it, its words once', () => {
    const { ana, ben, exchange } = two()
    const [first, second] = [cut(ana, 'a1'), cut(ben, 'a1')]
    exchange()
    pasteCut(ana, first, { clause: 'a2', offset: 2 })
    exchange()
    expect(pasteCut(ben, second, { clause: 'b1', offset: 2 })).toEqual({ clause: 'a1', offset: 2 })
    exchange()
    expect(shown(ana)).toEqual(shown(ben))
    expect(shown(ana)).toEqual([
      ...rest,
      '  paragraph empty:',
      'article B: B',
      '  paragraph b1: b1',
      '  paragraph a1: a1',
    ])
  })

  test('a second paste is words', () => {
    const hand = text()
    const taken = cut(hand, 'a1')
    pasteCut(hand, taken, { clause: 'a2', offset: 2 })
    expect(pasteCut(hand, taken, { clause: 'b1', offset: 2 })).toBeUndefined()
  })

  test('by two people at once, its words stand once', () => {
    const { ana, ben, exchange } = two()
    for (const [hand, at] of [
      [ana, 'a2'],
      [ben, 'b1'],
    ] as const)
      pasteCut(hand, cut(hand, 'a1'), { clause: at, offset: 2 })
    exchange()
    expect(shown(ana)).toEqual(shown(ben))
    expect(shown(ana).filter((line) => line.endsWith(' a1: a1'))).toHaveLength(1)
  })
})

test('an option that is pasted where it was cut is that option', () => {
  const hand = text()
  offerOption(hand, 'a1')
  const before = shown(hand)
  const taken = cut(hand, 'a1')
  pasteCut(hand, taken, { clause: taken.stand, offset: 0 })
  expect(shown(hand)).toEqual(before)
  expect(hasOptions(hand, 'a1')).toBe(true)
})

describe('pasted as words', () => {
  test.each<[string, string, Point]>([
    ['in the middle of other words', 'a1', { clause: 'b1', offset: 1 }],
    ['beneath itself', 'a2', { clause: 'a2a', offset: 3 }],
  ])('%s', (_name, id, at) => expect(pasted(id, at)).toEqual(['words']))

  test('in the middle of a heading', () => {
    const hand = text()
    const [taken, heading] = [cut(hand, 'a1'), clausesOf(hand.doc).get('B')]
    if (heading) textIn(heading)?.insert(1, 'e')
    expect(pasteCut(hand, taken, { clause: 'B', offset: 1 })).toBeUndefined()
    expect(pasteCut(hand, taken, { clause: 'B', offset: 0 })).toEqual({ clause: 'a1', offset: 2 })
    expect(shown(hand).slice(-3)).toEqual(['  paragraph a1: a1', 'article B: Be', '  paragraph b1: b1'])
  })

  test('in an empty option', () => {
    const options = text()
    const option = offerOption(options, 'b1') ?? ''
    expect(pasteCut(options, cut(options, 'a1'), { clause: option, offset: 0 })).toBeUndefined()
  })
})

describe('a clause that is cut as a whole', () => {
  test('has an empty one stand in its place, where new words are written, and comes back elsewhere nonetheless', () => {
    const hand = text()
    const taken = cut(hand, 'a1')
    expect(shown(hand).slice(0, 3)).toEqual(['article A: A', '  paragraph new-1:', '  paragraph a2: a2'])
    write(hand, 'new-1', 'Instead.')
    expect(pasteCut(hand, taken, { clause: 'new-1', offset: 8 })).toEqual({ clause: 'a1', offset: 2 })
    expect(shown(hand).slice(0, 3)).toEqual(['article A: A', '  paragraph new-1: Instead.', '  paragraph a1: a1'])
    expect(pasteCut(hand, taken, { clause: 'b1', offset: 2 })).toBeUndefined()
  })

  test('is there again by one undo, with the caret’s empty one gone, and is words to whoever pastes it then', () => {
    const hand = text()
    const history = new Undo(hand)
    const before = shown(hand)
    const taken = cut(hand, 'a1')
    history.undo()
    expect(shown(hand)).toEqual(before)
    expect(pasteCut(hand, taken, { clause: 'b1', offset: 2 })).toBeUndefined()
  })

  test('by two at once, goes where the second pastes it, and leaves no empty one', () => {
    const { ana, ben, exchange } = two()
    const [first, second] = [cut(ana, 'a1'), cut(ben, 'a1')]
    exchange()
    pasteCut(ana, first, { clause: 'a2', offset: 2 })
    exchange()
    expect(pasteCut(ben, second, { clause: 'b1', offset: 2 })).toEqual({ clause: 'a1', offset: 2 })
    exchange()
    for (const hand of [ana, ben])
      expect(shown(hand)).toEqual([
        ...rest,
        '  paragraph empty:',
        'article B: B',
        '  paragraph b1: b1',
        '  paragraph a1: a1',
      ])
  })

  test.each([
    ['a heading', 'B'],
    ['one without words', 'empty'],
  ])('is not %s', (_what, id) => {
    const hand = text()
    const before = shown(hand)
    expect(cutClause(hand, id)).toBeUndefined()
    expect(shown(hand)).toEqual(before)
  })

  test('leaves what stands beneath it beneath the empty one, and takes it along, with what was written there since', () => {
    const hand = text()
    const taken = cut(hand, 'a2')
    expect(shown(hand).slice(1, 4)).toEqual(['  paragraph a1: a1', '  paragraph new-1:', '    point a2a: a2a'])
    splitClause(hand, 'a2a', 3)
    pasteCut(hand, taken, { clause: 'b1', offset: 2 })
    expect(shown(hand).slice(-3)).toEqual(['  paragraph a2: a2', '    point a2a: a2a', '    point new-2:'])
    expect(shown(hand)).not.toContain('  paragraph new-1:')
  })

  test.each<[string, (hand: Hand) => unknown, readonly string[]]>([
    ['put beneath the empty one', (hand) => indentClause(hand, 'empty'), ['point a2a: a2a', 'point empty:']],
    ['moved to the head of what stands there', (hand) => pointUp(hand), ['point empty:', 'point a2a: a2a']],
  ])('takes along what another has %s, by undo as well', (_what, act, points) => {
    const { ana, ben, exchange } = two()
    const history = new Undo(ana)
    cut(ana, 'a2')
    exchange()
    act(ben)
    exchange()
    history.undo()
    exchange()
    for (const hand of [ana, ben])
      expect(shown(hand).slice(0, 5)).toEqual([
        'article A: A',
        '  paragraph a1: a1',
        '  paragraph a2: a2',
        ...points.map((point) => `    ${point}`),
      ])
  })

  test('also where nothing stood beneath it', () => {
    const hand = text()
    const taken = cut(hand, 'a1')
    indentClause(hand, 'a2')
    expect(shown(hand).slice(1, 3)).toEqual(['  paragraph new-1:', '    point a2: a2'])
    pasteCut(hand, taken, { clause: 'b1', offset: 2 })
    expect(shown(hand).slice(-3)).toEqual(['  paragraph a1: a1', '    point a2: a2', '      point a2a: a2a'])
  })

  test('is where the empty one was moved to, once it is cut no more', () => {
    const { ana, ben, exchange } = two()
    const history = new Undo(ana)
    cut(ana, 'a2')
    exchange()
    shiftClause(ben, 'ana-1', -1)
    exchange()
    expect(shown(ana).slice(1, 4)).toEqual(['  paragraph ana-1:', '    point a2a: a2a', '  paragraph a1: a1'])
    history.undo()
    exchange()
    for (const hand of [ana, ben])
      expect(shown(hand).slice(1, 4)).toEqual(['  paragraph a2: a2', '    point a2a: a2a', '  paragraph a1: a1'])
  })

  test.each(['a1', 'new-1'])('that was an option, %s, leaves an empty option, and is pasted elsewhere', (id) => {
    const hand = text()
    offerOption(hand, 'a1')
    write(hand, 'new-1', 'Rival')
    const taken = cut(hand, id)
    expect(hasOptions(hand, taken.stand)).toBe(true)
    expect(pasteCut(hand, taken, { clause: 'b1', offset: 2 })).toMatchObject({ clause: id })
    expect(shown(hand).at(-1)).toBe(`  paragraph ${id}: ${id === 'a1' ? 'a1' : 'Rival'}`)
    for (const each of ['a1', 'new-1']) expect(hasOptions(hand, each)).toBe(false)
    expect(shown(hand)).toHaveLength(treaty.length + 1)
  })
})

const brought = (ids: readonly string[], at: Point): string[] => {
  const hand = text()
  removeClauses(hand, ids)
  expect(restoreCut(hand, ids, at)).toBe(true)
  return shown(hand)
}

describe('clauses that were cut whole', () => {
  test('come to stand behind the clause that the caret ends, and before the one that it starts', () => {
    expect(brought(['a1', 'a2', 'a2a'], { clause: 'b1', offset: 2 }).slice(-4)).toEqual([
      '  paragraph b1: b1',
      '  paragraph a1: a1',
      '  paragraph a2: a2',
      '    point a2a: a2a',
    ])
    expect(brought(['a1', 'a2', 'a2a'], { clause: 'b1', offset: 0 }).slice(-4)).toEqual([
      '  paragraph a1: a1',
      '  paragraph a2: a2',
      '    point a2a: a2a',
      '  paragraph b1: b1',
    ])
  })

  test('stand first beneath a heading that the caret ends, and at the end of what goes before one that it starts', () => {
    expect(brought(['a1', 'a2', 'a2a'], { clause: 'B', offset: 1 }).slice(2, 5)).toEqual([
      'article B: B',
      '  paragraph a1: a1',
      '  paragraph a2: a2',
    ])
    expect(brought(['b1'], { clause: 'B', offset: 0 }).slice(-3)).toEqual([
      '  paragraph empty:',
      '  paragraph b1: b1',
      'article B: B',
    ])
  })

  test('stand in place of an empty clause, and behind one in whose middle the caret is', () => {
    expect(brought(['b1'], { clause: 'empty', offset: 0 }).slice(-3)).toEqual([
      '    point a2a: a2a',
      '  paragraph b1: b1',
      'article B: B',
    ])
    expect(brought(['b1'], { clause: 'a1', offset: 1 }).slice(1, 3)).toEqual([
      '  paragraph a1: a1',
      '  paragraph b1: b1',
    ])
  })

  test('articles go behind the article of the caret', () => {
    expect(brought(['A', 'a1', 'a2', 'a2a', 'empty'], { clause: 'b1', offset: 2 }).slice(0, 4)).toEqual([
      'article B: B',
      '  paragraph b1: b1',
      'article A: A',
      '  paragraph a1: a1',
    ])
  })

  test('paragraphs go into the article of the caret, and the article that was cut with them behind it', () => {
    expect(brought(['empty', 'B', 'b1'], { clause: 'a1', offset: 2 })).toEqual([
      'article A: A',
      '  paragraph a1: a1',
      '  paragraph empty:',
      '  paragraph a2: a2',
      '    point a2a: a2a',
      'article B: B',
      '  paragraph b1: b1',
    ])
  })

  test('stand where they stood in a text that shows no other', () => {
    const hand = text()
    const before = shown(hand)
    const ids = treaty.map(({ id }) => id)
    removeClauses(hand, ids)
    expect(restoreCut(hand, ids, { clause: '', offset: 0 })).toBe(true)
    expect(shown(hand)).toEqual(before)
    expect(restoreCut(hand, ids, { clause: '', offset: 0 })).toBe(false)
  })

  test('are not brought back twice', () => {
    const hand = text()
    expect(restoreCut(hand, ['b1'], { clause: 'a1', offset: 0 })).toBe(false)
  })
})

test('a whole text that was cut comes back behind what another began to write meanwhile', () => {
  const { ana, ben, exchange } = two()
  const before = shown(ana)
  const ids = treaty.map(({ id }) => id)
  removeClauses(ana, ids)
  exchange()
  addFirst(ben, 'text', [{ insert: 'Instead.' }])
  exchange()
  expect(restoreCut(ana, ids, { clause: 'new-1', offset: 8 })).toBe(true)
  exchange()
  for (const hand of [ana, ben]) expect(shown(hand)).toEqual(['text new-1: Instead.', ...before])
})

test('what another writes in the empty one stays there, and what they write in the clause goes with it', () => {
  const { ana, ben, exchange } = two()
  const taken = cut(ana, 'a1')
  write(ben, 'a1', 'More ')
  exchange()
  write(ben, taken.stand, 'Instead.')
  exchange()
  expect(pasteCut(ana, taken, { clause: 'b1', offset: 2 })).toEqual({ clause: 'a1', offset: 7 })
  exchange()
  for (const hand of [ana, ben]) {
    expect(shown(hand)).toContain(`  paragraph ${taken.stand}: Instead.`)
    expect(shown(hand).at(-1)).toBe('  paragraph a1: More a1')
  }
})
