/** A clause is found by its number however it is written, and by its words. */

import { expect, test } from 'vitest'
import { clausesFor } from './clauses.ts'

const clauses = [
  { label: 'Preamble', description: '' },
  { label: 'Preamble, 4', description: 'Noting with concern' },
  { label: 'Article –5', description: 'Object' },
  { label: 'Article 5', description: 'Scope of activities' },
  { label: 'Article 5(2)', description: 'It applies' },
  { label: 'Article 5(2)(a)', description: 'production' },
  { label: 'Article 52', description: 'Other' },
  { label: 'Annex I, 1.3', description: 'Bar fetters' },
]

test.each([
  ['5(2)(a)', ['Article 5(2)(a)']],
  ['5.2.a', ['Article 5(2)(a)']],
  ['art. 5', ['Article 5', 'Article 5(2)', 'Article 5(2)(a)']],
  ['article -5', ['Article –5']],
  ['–5', ['Article –5']],
  ['article 52', ['Article 52']],
  ['preamble 4', ['Preamble, 4']],
  ['annex I 1.3', ['Annex I, 1.3']],
  ['fetters', ['Annex I, 1.3']],
  ['nothing such', []],
])('%s', (query, expected) => {
  expect(clausesFor(query, clauses).map(({ label }) => label)).toEqual(expected)
})

test('before anything is typed, headings are offered', () => {
  expect(clausesFor('', clauses).map(({ label }) => label)).toEqual(['Preamble', 'Article 5', 'Article 52'])
})
