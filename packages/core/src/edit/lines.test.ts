/** Lines that are put in stand as if each had been typed, with Enter between them. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clause } from '../clause/clause.ts'
import { textOf } from '../clause/words.ts'
import { readClauses } from '../yjs/read.ts'
import { clausesOf, textIn } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import type { Hand } from './hand.ts'
import { insertLines } from './lines.ts'
import { splitClause } from './split.ts'

const clause = (id: string, kind: string, parent: string, text: string, option?: string): Clause => ({
  id,
  kind,
  parent,
  depth: 0,
  words: text === '' ? [] : [{ insert: text }],
  ...(option !== undefined && { option }),
})

const treaty = [
  clause('title', 'title', '', 'Treaty'),
  clause('article', 'article', '', 'Object'),
  clause('first', 'paragraph', 'article', 'First.'),
  clause('point', 'point', 'first', 'a point'),
  clause('empty', 'paragraph', 'article', ''),
  clause('rival', 'paragraph', 'article', 'Or so.', 'empty'),
  clause('bare', 'article', '', 'Bare'),
]

function handOn(clauses: readonly Clause[]): Hand {
  const doc = new Y.Doc()
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses })
  let made = 0
  return { doc, by: 'm', now: () => 0, newId: () => `n${++made}`, origin: null }
}

const shown = ({ doc }: Hand): string[] =>
  readClauses(doc).map(
    ({ depth, kind, words, option }) => `${'  '.repeat(depth)}${kind}${option ? '*' : ''} ${textOf(words)}`,
  )

const insertAt = ({ doc }: Hand, id: string, offset: number, words: string): void => {
  const stored = clausesOf(doc).get(id)
  if (stored) textIn(stored)?.insert(offset, words)
}

/** Types the lines, with Enter between them. */
function typeLines(hand: Hand, id: string, offset: number, lines: readonly string[]): void {
  let at = { id, offset }
  for (const [nth, line] of lines.entries()) {
    if (nth > 0) at = { id: splitClause(hand, at.id, at.offset) ?? '', offset: 0 }
    insertAt(hand, at.id, at.offset, line)
    at = { id: at.id, offset: at.offset + line.length }
  }
}

const carets = treaty.flatMap(({ id, words }) =>
  [0, 3, textOf(words).length].map((offset): [string, number] => [id, offset]),
)

test.each(carets)('in %s at %i', (id, offset) => {
  const length = textOf(treaty.find((one) => one.id === id)?.words ?? []).length
  for (const lines of [['One'], ['One', 'Two'], ['One', 'Two', 'Three', 'Four']]) {
    const [typed, put] = [handOn(treaty), handOn(treaty)]
    typeLines(typed, id, Math.min(offset, length), lines)
    const end = insertLines(
      put,
      { clause: id, offset: Math.min(offset, length) },
      lines.map((insert) => [{ insert }]),
    )
    expect(shown(put)).toEqual(shown(typed))
    insertAt(put, end?.clause ?? '', end?.offset ?? 0, '|')
    expect(shown(put).join('\n')).toContain(`${lines.at(-1)}|`)
  }
})

test('in a text that shows no clause they are its first', () => {
  const hand = handOn([])
  const end = insertLines(hand, { clause: '', offset: 0 }, [[{ insert: 'One' }], [{ insert: 'Two' }]])
  expect(shown(hand)).toEqual(['text One', 'text Two'])
  insertAt(hand, end?.clause ?? '', end?.offset ?? 0, '|')
  expect(shown(hand).at(-1)).toBe('text Two|')
})

test('a thousand lines go into a long text before anybody waits', () => {
  const long = Array.from({ length: 2000 }, (_, nth) => clause(`c${nth}`, 'paragraph', '', 'Words.'))
  const hand = handOn(long)
  const before = performance.now()
  insertLines(
    hand,
    { clause: 'c5', offset: 3 },
    Array.from({ length: 1000 }, (_, nth) => [{ insert: `Line ${nth}` }]),
  )
  expect(performance.now() - before).toBeLessThan(2000)
  expect(shown(hand).slice(5, 1006).at(-2)).toBe('paragraph Line 999ds.')
})
