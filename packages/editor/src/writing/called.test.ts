/** What clauses are called where people read of them. */

import { numberClauses, textOf, type Clause } from '@travaux/core'
import { expect, test } from 'vitest'
import { callAll } from './called.ts'

/** `kind words` lines, two spaces for each level. */
function called(...lines: string[]): string[][] {
  const clauses: Clause[] = []
  for (const [nth, line] of lines.entries()) {
    const depth = (line.length - line.trimStart().length) / 2
    const [kind = '', ...words] = line.trim().split(' ')
    const parent = depth === 0 ? '' : (clauses.findLast((clause) => clause.depth === depth - 1)?.id ?? '')
    clauses.push({ id: `c${nth}`, kind, parent, depth, words: [{ insert: words.join(' ') }] })
  }
  const numbers = numberClauses(clauses, 'en')
  const bare = clauses.map(({ id, kind, depth, words }) => {
    const { label = '', citation = '' } = numbers.get(id) ?? {}
    return { kind, depth, label, citation, words: textOf(words) }
  })
  return callAll(bare).map(({ name, number }) => [name, number])
}

test('a recital is called as its margin says, and what stands beneath it too', () => {
  expect(called('preamble Preamble', '  recital Recalling', '  recital Noting', '    point what')).toEqual([
    ['Preamble', 'Preamble'],
    ['PP1', 'PP1'],
    ['PP2', 'PP2'],
    ['PP2(a)', 'PP2(a)'],
  ])
})

test('a text without a number is called by its first words, behind what it stands in', () => {
  expect(
    called(
      'text The Assembly, [having considered the report of the Committee,] decides',
      'article Object',
      '  text Each State acts.',
      '    point at home',
      '  text For the purposes of this instrument the following applies',
      '    point abroad',
      '  paragraph Other',
    ),
  ).toEqual([
    ['“The Assembly, having…”', '“The Assembly, having…”'],
    ['Article 1', 'Article 1'],
    ['Article 1, “Each State acts”', 'Article 1'],
    ['Article 1(a)', 'Article 1(a)'],
    ['Article 1, “For the purposes of this…”', 'Article 1'],
    ['Article 1, “For the purposes of this…”(a)', 'Article 1, “For the purposes of this…”(a)'],
    ['Article 1(1)', 'Article 1(1)'],
  ])
})

test('a script that does not part words is cut between characters', () => {
  expect(called('text 大会审议了委员会的报告决定召开一次国际会议讨论本文书的案文')).toEqual([
    ['“大会审议了委员会的报告决定召…”', '“大会审议了委员会的报告决定召…”'],
  ])
})

test('a text without words keeps its citation', () => {
  expect(called('text', 'article Object', '  text')).toEqual([
    ['Text 1', 'Text 1'],
    ['Article 1', 'Article 1'],
    ['Article 1, subparagraph 1', 'Article 1'],
  ])
})

test('what has a number of its own is called by its citation', () => {
  expect(
    called('annex Goods', '  entry Bars', '    entry Short bars', 'article Scope', '  paragraph It', '    point a'),
  ).toEqual(
    ['Annex I', 'Annex I, 1', 'Annex I, 1.1', 'Article 1', 'Article 1(1)', 'Article 1(1)(a)'].map((name) => [
      name,
      name,
    ]),
  )
})
