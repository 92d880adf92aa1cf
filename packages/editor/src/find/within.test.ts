/** A search begins with the selected words, goes on from the caret, and stays in what is shown. */

import { EMBED } from '@travaux/core'
import { expect, test } from 'vitest'
import { firstFrom, foundWithin, noteShown, wordsToFind } from './within.ts'

const selected = (quote: string) => ({ clause: 'a', quote, before: '', after: '' })

test.each([
  ['words', 'State Party ', 'State Party'],
  ['a passage', 'x'.repeat(61), ''],
  ['a reference', `in ${EMBED}`, ''],
])('%s', (_name, quote, words) => {
  expect(wordsToFind(selected(quote))).toBe(words)
})

test('nothing selected is nothing to look for', () => {
  expect(wordsToFind(null)).toBe('')
})

const match = (clause: string, from: number) => ({ clause, from, to: from + 1 })
const matches = [match('a', 0), match('a', 5), match('c', 2)]

test.each([
  ['in the clause', match('a', 3), 1],
  ['at the caret itself', match('a', 5), 1],
  ['in a later clause', match('b', 0), 2],
  ['behind the last one', match('c', 3), 0],
])('the first match %s', (_name, at, index) => {
  expect(firstFrom(matches, ['a', 'b', 'c'], at)).toBe(index)
})

const inNote = (from: number) => ({ ...match('a', 5), note: { from, to: from + 1 } })

test('of matches in one footnote the first is the one at the same words, or behind them', () => {
  const all = [match('a', 0), inNote(0), inNote(4), match('c', 2)]
  expect([inNote(0), inNote(1), inNote(5)].map((at) => firstFrom(all, ['a', 'b', 'c'], at))).toEqual([1, 2, 3])
})

test('a match in a footnote is shown with what stands around it', () => {
  const words = [
    { insert: `${'a'.repeat(100)} It ` },
    { insert: 'shall', attributes: { strong: true } },
    { insert: ' be.' },
  ]
  const note = { number: 2, clause: 'a', offset: 3, words }
  expect(noteShown(note, { from: 104, to: 109 })).toEqual({
    number: 2,
    before: `…${'a'.repeat(76)} It `,
    words: 'shall',
    behind: ' be.',
  })
})

test('what is not shown is not found', () => {
  expect(foundWithin({ ok: true, matches }, new Set(['c']))).toEqual({ ok: true, matches: [match('c', 2)] })
  expect(foundWithin({ ok: true, matches }, null)).toEqual({ ok: true, matches })
})
