/** Numbers and citations, as a lawyer would write them. */

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Clause } from './clause.ts'
import { keepAll } from './freed.ts'
import { kinds } from './kind.ts'
import { freezeNumbers, numberClauses } from './number.ts'
import { inserted, insertedBehind, letter, letterValue, roman, romanValue } from './ordinal.ts'

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

const clause = (id: string, kind: string, parent = '', depth = 0): Clause => ({ id, kind, parent, depth, words: [] })
const article = (id: string): Clause => clause(id, 'article')

/** Labels after a change, where numbers were frozen before it. */
function labels(before: readonly Clause[], after: readonly Clause[]): string[] {
  const numbers = numberClauses(after, 'en', freezeNumbers(before, 'en'))
  return after.map(({ id }) => `${id} ${numbers.get(id)?.label}`)
}

describe('frozen numbers', () => {
  test('what is inserted becomes bis, ter, quater, and nothing else changes', () => {
    expect(
      labels([article('a'), article('b')], [article('a'), article('x'), article('y'), article('b'), article('z')]),
    ).toEqual(['a Article 1', 'x Article 1 bis', 'y Article 1 ter', 'b Article 2', 'z Article 2 bis'])
  })

  test('what is deleted leaves its number free', () => {
    expect(labels([article('a'), article('b'), article('c')], [article('a'), article('c')])).toEqual([
      'a Article 1',
      'c Article 3',
    ])
  })

  test('what is inserted before the first number has that number with a minus sign', () => {
    expect(labels([article('a')], [article('x'), article('y'), article('z'), article('a')])).toEqual([
      'x Article –1',
      'y Article –1 bis',
      'z Article –1 ter',
      'a Article 1',
    ])
    const part = (id: string): Clause => clause(id, 'part')
    expect(labels([part('a')], [part('x'), part('a')])[0]).toBe('x Part –I')
    const [above, p] = [article('a'), clause('p', 'point', 'a', 1)]
    expect(labels([above, p], [above, clause('x', 'point', 'a', 1), p])[1]).toBe('x (–a)')
  })

  test('a paragraph that goes to another article is new there', () => {
    const before = [article('a'), clause('p', 'paragraph', 'a', 1), article('b'), clause('q', 'paragraph', 'b', 1)]
    const after = [article('a'), article('b'), clause('q', 'paragraph', 'b', 1), clause('p', 'paragraph', 'b', 1)]
    expect(labels(before, after).at(-1)).toBe('p 1 bis.')
  })

  test('where all that there is came from elsewhere, it is counted as always', () => {
    const before = [article('a'), clause('p', 'paragraph', 'a', 1), clause('q', 'paragraph', 'a', 1)]
    const after = [article('a'), clause('p', 'paragraph', 'a', 1), clause('q', 'point', 'p', 2)]
    expect(labels(before, after).at(-1)).toBe('q (a)')
  })

  test('the children of a new provision are counted as always', () => {
    const after = [article('a'), article('x'), clause('p', 'paragraph', 'x', 1), clause('q', 'paragraph', 'x', 1)]
    expect(labels([article('a'), clause('o', 'paragraph', 'a', 1)], after).slice(2)).toEqual(['p 1.', 'q 2.'])
  })

  test('a point keeps its brackets around the suffix', () => {
    const before = [article('a'), clause('p', 'point', 'a', 1)]
    expect(labels(before, [...before, clause('q', 'point', 'a', 1)]).at(-1)).toBe('q (a bis)')
  })

  test('frozen at once, no number changes, whatever the text', () => {
    fc.assert(
      fc.property(anyTree, (clauses) => {
        const plain = numberClauses(clauses, 'en')
        const frozen = numberClauses(clauses, 'en', freezeNumbers(clauses, 'en'))
        expect([...frozen].map(([id, { citation }]) => [id, citation])).toEqual(
          [...plain].map(([id, { citation }]) => [id, citation]),
        )
      }),
    )
  })

  test.each([
    ['1', '1 bis'],
    ['1 bis', '1 ter'],
    ['1 bis bis', '1 ter'],
    ['4 vicies', '4 21'],
    ['4A', '4A bis'],
    ['4 alt', '4 alt bis'],
    ['–1', '–1 bis'],
  ])('behind %s comes %s', (ordinal, expected) => {
    expect(insertedBehind(ordinal, new Set())).toBe(expected)
  })

  test('suffixes go on beyond the Latin that anybody remembers', () => {
    expect([inserted('4', 1), inserted('4', 19), inserted('4', 20)]).toEqual(['4 bis', '4 vicies', '4 21'])
  })
})

/** The ordinals after several versions, each an outline of paragraphs by name; the last one is not issued. */
function through(...versions: readonly string[]): string {
  const texts = versions.map((names) => names.split(' ').map((name) => clause(name, 'paragraph')))
  let kept = {}
  for (const clauses of texts.slice(0, -1)) kept = keepAll({ clauses, language: 'en', ...kept })
  const { frozen, frozenKinds }: Partial<ReturnType<typeof keepAll>> = kept
  const clauses = texts.at(-1) ?? []
  const numbers = numberClauses(clauses, 'en', frozen, frozenKinds)
  return clauses.map(({ id }) => `${id} ${numbers.get(id)?.ordinal}`).join(', ')
}

describe('numbers that were kept several times', () => {
  test.each([
    ['between a number and its kept bis', ['a b', 'a x b', 'a y x b'], 'a 1, y 1 ter, x 1 bis, b 2'],
    ['behind the last of those kept', ['a b', 'a x b', 'a x y b'], 'a 1, x 1 bis, y 1 ter, b 2'],
    ['between two kept', ['a b', 'a x y b', 'a x z y b'], 'a 1, x 1 bis, z 1 quater, y 1 ter, b 2'],
    ['at several places', ['a b', 'a x b', 'a y x z b'], 'a 1, y 1 ter, x 1 bis, z 1 quater, b 2'],
    ['before the kept –1', ['a', 'x a', 'y z x a'], 'y –2, z –2 bis, x –1, a 1'],
    ['between the kept –1 and 1', ['a', 'x a', 'x y a'], 'x –1, y –1 bis, a 1'],
    ['where the kept –1 is deleted', ['a', 'x a', 'y a'], 'y –1 bis, a 1'],
    ['where the kept 1 is deleted', ['a b', 'x b'], 'x 1 bis, b 2'],
    [
      'where the kept 1 is deleted, and what was 1 bis stands first',
      ['a b', 'a x b', 'y x b'],
      'y 1 ter, x 1 bis, b 2',
    ],
    ['and the 1 is restored', ['a b', 'x b', 'a x b'], 'a 1, x 1 bis, b 2'],
    ['where the kept bis is deleted', ['a b', 'a x b', 'a y b'], 'a 1, y 1 ter, b 2'],
    ['where it was deleted two versions ago', ['a b', 'a x b', 'a b', 'a y b'], 'a 1, y 1 ter, b 2'],
    ['and the deleted one is restored', ['a b', 'a x b', 'a y b', 'a y x b'], 'a 1, y 1 ter, x 1 bis, b 2'],
    ['where all that had numbers are deleted', ['a b', 'x y'], 'x 2 bis, y 2 ter'],
    ['and one of those is restored', ['a b', 'x y', 'x a y'], 'x 2 bis, a 1, y 2 ter'],
  ])('what is inserted %s', (_where, versions, expected) => {
    expect(through(...versions)).toBe(expected)
  })

  test('a paragraph has its number again, back where it had it, whatever it had elsewhere meanwhile', () => {
    const article = (id: string): Clause => clause(id, 'article')
    const [p, q] = [clause('p', 'paragraph', 'a', 1), clause('q', 'paragraph', 'b', 1)]
    const home = [article('a'), p, article('b'), q]
    const away = [article('a'), article('b'), q, { ...p, parent: 'b' }]
    const first = keepAll({ clauses: home, language: 'en' })
    const second = keepAll({ clauses: away, language: 'en', ...first })
    expect(second.frozen['p']).toEqual(['1 bis', 'b'])
    const { frozen, frozenKinds } = keepAll({ clauses: home, language: 'en', ...second })
    expect(numberClauses(home, 'en', frozen, frozenKinds).get('p')?.ordinal).toBe('1')
    expect(numberClauses(away, 'en', frozen, frozenKinds).get('p')?.ordinal).toBe('1 bis')
  })

  test('what was kept as a paragraph is no point of that number', () => {
    const [a, p, q] = [clause('a', 'article'), clause('p', 'paragraph', 'a', 1), clause('q', 'paragraph', 'a', 1)]
    const kept = keepAll({ clauses: [a, p, q], language: 'en' })
    const after = [a, p, { ...q, kind: 'point' }]
    expect(numberClauses(after, 'en', kept.frozen, kept.frozenKinds).get('q')?.label).toBe('(a)')
  })

  test('two that were given one number by an earlier version of Travaux have two', () => {
    const clauses = [clause('a', 'paragraph'), clause('x', 'paragraph'), clause('y', 'paragraph')]
    const numbers = numberClauses(clauses, 'en', { a: ['1', ''], x: ['1 bis', ''], y: ['1 bis', ''] })
    expect(clauses.map(({ id }) => numbers.get(id)?.label)).toEqual(['1.', '1 bis.', '1 ter.'])
  })

  test('what is inserted has no number that another was given by hand', () => {
    const by = { ...clause('x', 'paragraph'), label: '1 bis.' }
    const clauses = [clause('a', 'paragraph'), clause('y', 'paragraph'), by]
    expect(numberClauses(clauses, 'en', { a: ['1', ''] }).get('y')?.label).toBe('1 ter.')
  })
})

test.each([
  ['fr', 'Article 1', 'a)'],
  ['ru', 'Статья 1', 'a)'],
  ['zh', '第1条', '(a)'],
  ['ar', 'المادة 1', '(أ)'],
])('%s writes its articles and points its own way', (language, article, point) => {
  const clauses: Clause[] = [
    { id: 'a', kind: 'article', parent: '', depth: 0, words: [] },
    { id: 'p', kind: 'point', parent: 'a', depth: 1, words: [] },
  ]
  const numbers = numberClauses(clauses, language)
  expect([numbers.get('a')?.label, numbers.get('p')?.label]).toEqual([article, point])
})
