/** A clause is found by its number however it is written, and by its words. */

import { expect, test } from 'vitest'
import { clausesFor } from './clauses.ts'

const clause = (citation: string, description: string, label = citation) => ({ citation, label, description })

const clauses = [
  clause('Preamble', ''),
  clause('Preamble, 4', 'Noting with concern', 'PP4'),
  clause('Article –5', 'Object'),
  clause('Article 5', 'Scope of activities'),
  clause('Article 5(2)', 'It applies'),
  clause('Article 5(2)(a)', 'production'),
  clause('Article 52', 'Other'),
  clause('Annex I, 1.3', 'Bar fetters'),
]

test.each([
  ['5(2)(a)', ['Article 5(2)(a)']],
  ['5.2.a', ['Article 5(2)(a)']],
  ['art. 5', ['Article 5', 'Article 5(2)', 'Article 5(2)(a)']],
  ['article -5', ['Article –5']],
  ['–5', ['Article –5']],
  ['article 52', ['Article 52']],
  ['preamble 4', ['PP4']],
  ['pp4', ['PP4']],
  ['PP 4', ['PP4']],
  ['annex I 1.3', ['Annex I, 1.3']],
  ['fetters', ['Annex I, 1.3']],
  ['nothing such', []],
])('%s', (query, expected) => {
  expect(clausesFor(query, clauses).map(({ label }) => label)).toEqual(expected)
})

test('before anything is typed, headings are offered', () => {
  expect(clausesFor('', clauses).map(({ label }) => label)).toEqual(['Preamble', 'Article 5', 'Article 52'])
})
