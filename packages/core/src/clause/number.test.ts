/** Numbers and citations, as a lawyer would write them. */

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { letterValue, romanValue } from '../format/numeral.ts'
import type { Clause } from './clause.ts'
import { kinds } from './kind.ts'
import { letter, numberClauses, roman } from './number.ts'

/** Clauses from an outline, two spaces for each level: a kind, and a label in quotes where it is fixed. */
function outline(lines: readonly string[]): Clause[] {
  const clauses: Clause[] = []
  for (const line of lines) {
    const depth = (line.length - line.trimStart().length) / 2
    const [, kind = '', label] = /^(\w+)(?: '(.*)')?$/u.exec(line.trim()) ?? []
    const parent = clauses.findLast((clause) => clause.depth === depth - 1)?.id ?? ''
    clauses.push({ id: `c${clauses.length}`, kind, parent, depth, words: [], ...(label !== undefined && { label }) })
  }
  return clauses
}

/** Label and citation of the last clause of an outline. */
function last(lines: readonly string[], language = 'en'): string {
  const clauses = outline(lines)
  const number = numberClauses(clauses, language).get(clauses.at(-1)?.id ?? '')
  return `${number?.label} | ${number?.citation}`
}

describe('numbers', () => {
  test.each([
    ['an article', ['article', 'article'], 'Article 2 | Article 2'],
    ['articles counted through parts', ['part', '  article', 'part', '  article'], 'Article 2 | Article 2'],
    ['a paragraph', ['article', '  paragraph', '  paragraph'], '2. | Article 1(2)'],
    ['a point', ['article', '  paragraph', '    point'], '(a) | Article 1(1)(a)'],
    [
      'a sub-point',
      ['article', '  paragraph', '    point', '      point', '      point'],
      '(ii) | Article 1(1)(a)(ii)',
    ],
    [
      'a third and a fourth level of points',
      ['article', '  point', '    point', '      point', '        point'],
      'i. | Article 1(a)(i)(a)(i)',
    ],
    ['points beneath a chapeau', ['article', '  text', '    point'], '(a) | Article 1(a)'],
    [
      'points beneath a second chapeau',
      ['article', '  text', '  text', '    point'],
      '(a) | Article 1, subparagraph 2(a)',
    ],
    ['a recital', ['preamble', '  text', '  recital', '  recital'], 'PP2 | Preamble, 2'],
    ['a goods list', ['annex', '  entry', '    entry', '    entry'], '1.2 | Annex I, 1.2'],
    ['an article in an annex', ['article', 'annex', 'annex', '  article'], 'Article 1 | Annex II, Article 1'],
    ['a chapter in a part', ['part', '  chapter', '  chapter'], 'Chapter 2 | Part I, Chapter 2'],
    ['an inserted article', ['article', "article '4 bis'"], '4 bis | Article 4 bis'],
    ['a frozen label with its name', ['article', "article 'Article 4 bis'", '  paragraph'], '1. | Article 4 bis(1)'],
    ['a frozen point', ['article', '  paragraph', "    point '(x)'"], '(x) | Article 1(1)(x)'],
    ['an alternative', ['article', '  paragraph', '    alternative'], 'Option 1 | Article 1(1), Option 1'],
    ['a kind from a newer version', ['article', '  sonnet'], ' | Article 1, subparagraph 1'],
  ])('%s', (_what, lines, expected) => {
    expect(last(lines)).toBe(expected)
  })

  it('writes points as French and Spanish do, with the same paragraph numbers', () => {
    const lines = ['article', '  paragraph', '    point']
    expect(last(lines, 'fr')).toBe('a) | Article 1(1)(a)')
    expect(last(lines, 'es-MX')).toBe('a) | Artículo 1(1)(a)')
    expect(last(['annex'], 'fr-CH')).toBe('Annexe I | Annexe I')
  })

  it('counts in letters and Roman digits and back', () => {
    expect([1, 26, 27, 52, 53, 703].map(letter)).toEqual(['a', 'z', 'aa', 'az', 'ba', 'aaa'])
    expect([1, 4, 9, 14, 40, 90, 400, 1999].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL', 'XC', 'CD', 'MCMXCIX'])
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3999 }),
        (value) => romanValue(roman(value)) === value && letterValue(letter(value)) === value,
      ),
    )
    expect(romanValue('iiii')).toBeUndefined()
  })
})

/** Trees of known kinds without fixed labels. */
const anyTree = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(4)), { maxLength: 30 }).map((rows) => {
  const clauses: Clause[] = []
  for (const [kind, wanted] of rows) {
    const above = clauses.at(-1)
    const depth = Math.min(wanted, above ? above.depth + 1 : 0)
    const parent = clauses.findLast((clause) => clause.depth === depth - 1)?.id ?? ''
    clauses.push({ id: `c${clauses.length}`, kind, parent, depth, words: [] })
  }
  return clauses
})

describe('the laws of numbers', () => {
  it('numbers every clause', () => {
    fc.assert(fc.property(anyTree, (clauses) => numberClauses(clauses, 'en').size === clauses.length))
  })

  it('gives every clause of a well-formed text a citation of its own', () => {
    fc.assert(
      fc.property(wellFormed(), (clauses) => {
        const citations = [...numberClauses(clauses, 'en').values()].map(({ citation }) => citation)
        expect(citations.filter((citation, at) => citations.indexOf(citation) !== at)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

/** Texts as drafters build them: a preamble, parts of articles of paragraphs or texts with points, annexes of entries. */
function wellFormed(): fc.Arbitrary<Clause[]> {
  const points = fc
    .array(fc.constantFrom('      point', '        point'), { maxLength: 3 })
    .map((lines) => (lines.length > 0 ? ['      point', ...lines] : []))
  const provisions = fc.array(fc.tuple(fc.constantFrom('    paragraph', '    text'), points), {
    minLength: 1,
    maxLength: 3,
  })
  const article = provisions.map((list) => ['  article', ...list.flatMap(([head, beneath]) => [head, ...beneath])])
  const part = fc.array(article, { maxLength: 3 }).map((articles) => ['part', ...articles.flat()])
  const annex = fc
    .array(fc.constantFrom('  entry', '    entry'), { maxLength: 4 })
    .map((lines) => ['annex', '  entry', ...lines])
  const front = fc
    .nat(3)
    .map((count) => ['title', 'preamble', '  text', ...Array.from({ length: count }, () => '  recital')])
  return fc
    .tuple(front, fc.array(part, { maxLength: 3 }), fc.array(annex, { maxLength: 2 }))
    .map(([head, parts, annexes]) => outline([...head, ...parts.flat(), ...annexes.flat()]))
}
