/** The table of changes: what it holds, and in which order. */

import { compare, type Draft } from '@travaux/core'
import { expect, test } from 'vitest'
import { entriesOf, sortEntries, type Sorting } from './entries.ts'
import { filterable, usualFilters } from './view.ts'

function draft(...lines: readonly string[]): Draft {
  const clauses = lines.map((line) => {
    const [id = '', ...words] = line.split(' ')
    return { id, kind: 'paragraph', parent: '', depth: 0, words: [{ insert: words.join(' ') }] }
  })
  return { title: '', language: 'en', symbol: '', clauses }
}

const { pairs } = compare(
  draft('a Each State shall act', 'b Reports are published', 'c Records are kept'),
  draft('a Each State Party shall act', 'n New words are here', 'c Records are kept'),
)
const ids = (sorting: Sorting, sought = '', chosen = usualFilters): string[] =>
  sortEntries(entriesOf(pairs, chosen, sought), sorting).map(({ pair }) => (pair.new[0] ?? pair.old[0])?.id ?? '')

test('it holds what changed, in the order of the text', () => {
  expect(ids({ by: 'place', down: false }).toSorted()).toEqual(['a', 'b', 'n'])
})

test('it sorts by size and by kind, either way', () => {
  expect(ids({ by: 'size', down: true })).toEqual(['b', 'n', 'a'])
  expect(ids({ by: 'kind', down: false })).toEqual(['n', 'a', 'b'])
})

test('words find clauses on either side, whatever the case', () => {
  expect(ids({ by: 'place', down: false }, 'reports')).toEqual(['b'])
  expect(ids({ by: 'place', down: false }, 'PARTY')).toEqual(['a'])
})

test('filters apply', () => {
  expect(ids({ by: 'place', down: false }, '', new Set(['added']))).toEqual(['n'])
  expect(entriesOf(pairs, new Set(filterable), '')).toHaveLength(3)
})
