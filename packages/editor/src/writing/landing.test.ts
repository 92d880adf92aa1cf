/** What is said of where pasted clauses came to stand. */

import { expect, test } from 'vitest'
import { landedBehind } from './landing.ts'

/** `id depth` a clause. */
const rows = (text: string) =>
  text.split(', ').map((row) => {
    const [id = '', depth = '0'] = row.split(' ')
    return { id, depth: Number(depth) }
  })

const text = 'A 0, a1 1, a2 1, B 0, b1 1'

test.each<[what: string, caret: string, after: string, behind: string | undefined]>([
  ['articles in the middle of one', 'a1', 'A 0, a1 1, a2 1, X 0, x1 1, B 0, b1 1', 'A'],
  ['articles at the end of one', 'a2', 'A 0, a1 1, a2 1, X 0, x1 1, B 0, b1 1', undefined],
  ['an annex', 'a1', 'A 0, a1 1, a2 1, B 0, b1 1, X 0', 'B'],
  ['paragraphs behind that of the caret', 'a1', 'A 0, a1 1, x 1, a2 1, B 0, b1 1', undefined],
  ['paragraphs before that of the caret', 'a2', 'A 0, a1 1, x 1, a2 1, B 0, b1 1', undefined],
  ['in place of an empty one', 'a2', 'A 0, a1 1, x 1, B 0, b1 1', undefined],
  ['nothing', 'a1', text, undefined],
  ['in a text that shows no clause', '', 'X 0', undefined],
])('%s', (_what, caret, after, behind) => {
  expect(landedBehind(rows(text), caret, rows(after))).toBe(behind)
})
