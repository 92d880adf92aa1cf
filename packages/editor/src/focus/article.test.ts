/** The heading a clause is read under, and what stands beneath it. */

import { expect, test } from 'vitest'
import { articleOf, clausesUnder } from './article.ts'

/** `id kind` lines, two spaces for each level. */
const outline = (...lines: string[]) =>
  lines.map((line) => {
    const [id = '', kind = ''] = line.trim().split(' ')
    return { id, kind, depth: (line.length - line.trimStart().length) / 2 }
  })

const items = outline(
  't title',
  'p part',
  '  a article',
  '    a1 paragraph',
  '      a1a point',
  '    a2 paragraph',
  '  b article',
  'x text',
)

test.each([
  ['a', 'a'],
  ['a1a', 'a'],
  ['a2', 'a'],
  ['b', 'b'],
  ['p', 'p'],
  ['t', undefined],
  ['x', undefined],
  ['nowhere', undefined],
])('%s is read under %s', (clause, heading) => {
  expect(articleOf(items, clause)).toBe(heading)
})

test.each([
  ['a', ['a', 'a1', 'a1a', 'a2']],
  ['b', ['b']],
  ['p', ['p', 'a', 'a1', 'a1a', 'a2', 'b']],
  ['nowhere', []],
])('under %s stand %j', (heading, clauses) => {
  expect(clausesUnder(items, heading).map(({ id }) => id)).toEqual(clauses)
})
