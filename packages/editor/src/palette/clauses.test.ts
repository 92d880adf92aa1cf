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

const arabic = [
  clause('الديباجة', ''),
  clause('المادة 1', 'الغرض'),
  clause('المادة 1(2)', 'تنطبق'),
  clause('المادة 2', 'النطاق'),
  clause('المادة 2(1)', 'تحظر'),
  clause('المادة 2(1)(أ)', 'الإنتاج'),
  clause('المادة –2', 'التعاريف'),
]

test.each([
  ['1', ['المادة 1', 'المادة 1(2)']],
  ['1(2)', ['المادة 1(2)']],
  ['2(1)(أ)', ['المادة 2(1)(أ)']],
  ['المادة 2(1)(أ)', ['المادة 2(1)(أ)']],
  ['مادة ٢', ['المادة 2', 'المادة 2(1)', 'المادة 2(1)(أ)']],
  ['٢(١)(أ)', ['المادة 2(1)(أ)']],
  ['۲(۱)(أ)', ['المادة 2(1)(أ)']],
  ['المادة 2، الفقرة 1', ['المادة 2(1)', 'المادة 2(1)(أ)']],
  ['-٢', ['المادة –2']],
  ['النطاق', ['المادة 2']],
])('%s in a text in Arabic', (query, expected) => {
  expect(clausesFor(query, arabic).map(({ label }) => label)).toEqual(expected)
})

test.each([
  ['Статья 2(1)', 'статья 2'],
  ['第2条(1)', '第2条'],
  ['Artículo 2(1)', 'artículo 2'],
])('%s by its number alone, and with its word', (citation, article) => {
  const some = [clause(article, ''), clause(citation, '')]
  expect(clausesFor('2(1)', some)).toEqual([some[1]])
  expect(clausesFor('2', some)).toEqual(some)
  expect(clausesFor(article, some)).toEqual(some)
})

test('before anything is typed, headings are offered', () => {
  expect(clausesFor('', clauses).map(({ label }) => label)).toEqual(['Preamble', 'Article 5', 'Article 52'])
})
