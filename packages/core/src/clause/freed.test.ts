/** Freed numbers: which are told, where they stand, and that they are free. */

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Clause, Draft } from './clause.ts'
import { subtree } from './clause.ts'
import { freedNumbers, keepAll, saidOfFreed } from './freed.ts'
import { isCountedThrough } from './kept.ts'
import { shownKind } from './kind.ts'
import { numberDraft } from './number.ts'

/** Clauses from an outline, two spaces for each level: a name and a kind. */
function outline(...lines: readonly string[]): Clause[] {
  const clauses: Clause[] = []
  for (const line of lines) {
    const depth = (line.length - line.trimStart().length) / 2
    const [id = '', kind = '', option] = line.trim().split(' ')
    const parent = clauses.findLast((clause) => clause.depth === depth - 1)?.id ?? ''
    clauses.push({ id, kind, parent, depth, words: [], ...(option !== undefined && { option }) })
  }
  return clauses
}

type Text = Pick<Draft, 'clauses' | 'language' | 'frozen' | 'frozenKinds'>

const textOf = (clauses: readonly Clause[], language = 'en'): Text => ({ clauses, language })
const frozenAs = (text: Text): Text => ({ ...text, ...keepAll(text) })

/** A text whose numbers were kept and that was changed since. */
const changed = (before: readonly Clause[], after: readonly Clause[], language = 'en'): Text => ({
  ...frozenAs(textOf(before, language)),
  clauses: after,
})

/** The text as it reads: the label of each clause, and what stands where a number is free. */
function reading(text: Text): string[] {
  const numbers = numberDraft(text)
  const free = Map.groupBy(freedNumbers(text, numbers), ({ after }) => after)
  const linesAfter = (id: string): string[] =>
    (free.get(id) ?? []).map((one) => `${one.label} ${saidOfFreed(one, numbers, text.language)}`)
  return [...linesAfter(''), ...text.clauses.flatMap(({ id }) => [numbers.get(id)?.label ?? '', ...linesAfter(id)])]
}

const afterDeleting = (lines: readonly string[], gone: string): string[] =>
  reading(changed(outline(...lines), without(outline(...lines), gone.split(' '))))

/** Clauses without some and all that stands beneath them. */
function without(clauses: readonly Clause[], gone: readonly string[]): Clause[] {
  const out = new Set(
    clauses.flatMap(({ id }, at) => (gone.includes(id) ? subtree(clauses, at).map((clause) => clause.id) : [])),
  )
  return clauses.filter(({ id }) => !out.has(id))
}

const paragraphs = (...ids: readonly string[]): Clause[] => outline(...ids.map((id) => `${id} paragraph`))

const article = [
  'a article',
  '  1 paragraph',
  '  2 paragraph',
  '    p point',
  '    q point',
  '    r point',
  'b article',
]

describe('a freed number', () => {
  test.each([
    ['of a paragraph', '1', ['Article 1', '1. [deleted]', '2.', '(a)', '(b)', '(c)', 'Article 2']],
    ['of a point', 'q', ['Article 1', '1.', '2.', '(a)', '(b) [deleted]', '(c)', 'Article 2']],
    ['of several in a row', 'p q', ['Article 1', '1.', '2.', '(a) [deleted]', '(b) [deleted]', '(c)', 'Article 2']],
    [
      'of all there were',
      'p q r',
      ['Article 1', '1.', '2.', '(a) [deleted]', '(b) [deleted]', '(c) [deleted]', 'Article 2'],
    ],
    ['of what holds others, which are not told', '2', ['Article 1', '1.', '2. [deleted]', 'Article 2']],
    ['of the first of all', 'a', ['Article 1 [deleted]', 'Article 2']],
    ['of the last of all', 'b', ['Article 1', '1.', '2.', '(a)', '(b)', '(c)', 'Article 2 [deleted]']],
  ])('%s', (_what, gone, expected) => {
    expect(afterDeleting(article, gone)).toEqual(expected)
  })

  test('stands in the part that it stood in, though articles count through parts', () => {
    const parts = [
      'I part',
      '  a article',
      '  b article',
      'II part',
      '  c article',
      '  d article',
      'III part',
      '  e article',
    ]
    expect(afterDeleting(parts, 'b c e')).toEqual([
      'Part I', 'Article 1', 'Article 2 [deleted]', 'Part II', 'Article 3 [deleted]', 'Article 4', 'Part III', 'Article 5 [deleted]',
    ]) // oxfmt-ignore
    expect(afterDeleting(parts, 'II')).toEqual([
      'Part I', 'Article 1', 'Article 2', 'Part II [deleted]', 'Part III', 'Article 5',
    ]) // oxfmt-ignore
  })

  test('stands behind what was inserted behind the number before it, in whatever order', () => {
    const first = frozenAs(textOf(paragraphs('a', 'b', 'c', 'd')))
    const second = frozenAs({ ...first, clauses: paragraphs('a', 'b', 'x', 'c', 'd') })
    const after = { ...second, clauses: paragraphs('a', 'b', 'y', 'x', 'd') }
    expect(reading(after)).toEqual(['1.', '2.', '2 ter.', '2 bis.', '3. [deleted]', '4.'])
  })

  test('that was the first stands before what was written behind it', () => {
    const before = outline('a paragraph', 'b paragraph')
    const after = outline('x paragraph', 'b paragraph')
    expect(reading(changed(before, after))).toEqual(['1. [deleted]', '1 bis.', '2.'])
  })

  test('is not free where its article went to another part and kept it', () => {
    const before = outline('I part', '  a article', '  b article', 'II part', '  c article')
    const after = outline('I part', '  b article', 'II part', '  a article', '  c article')
    expect(freedNumbers(changed(before, after))).toEqual([])
  })

  test('says where its clause went, and is written as it was', () => {
    const before = outline('a article', '  1 paragraph', '  2 paragraph', 'b article', '  3 paragraph')
    const moved = outline('a article', '  1 paragraph', 'b article', '  3 paragraph', '  2 paragraph')
    expect(reading(changed(before, moved))).toContain('2. [moved to Article 2(1 bis)]')
    const indented = outline('a article', '  1 paragraph', '    2 point', 'b article', '  3 paragraph')
    expect(reading(changed(before, indented))).toEqual([
      'Article 1', '1.', '(a)', '2. [moved to Article 1(1)(a)]', 'Article 2', '1.',
    ]) // oxfmt-ignore
  })

  test('of a paragraph does not become that of the article it was made', () => {
    const before = outline('a article', '  1 paragraph', '  2 paragraph', 'b article', 'c article')
    const after = outline('a article', '  1 paragraph', '2 article', 'b article', 'c article')
    expect(reading(changed(before, after))).toEqual([
      'Article 1', '1.', '2. [moved to Article 1 bis]', 'Article 1 bis', 'Article 2', 'Article 3',
    ]) // oxfmt-ignore
  })

  test('stands behind what was inserted before it', () => {
    const before = outline('a article', '  1 paragraph', '  2 paragraph', '  3 paragraph')
    const after = outline('a article', '  1 paragraph', '  x paragraph', '  3 paragraph', '  y paragraph')
    expect(reading(changed(before, after))).toEqual(['Article 1', '1.', '1 bis.', '2. [deleted]', '3.', '3 bis.'])
  })

  test('is not free while another option of its provision stands', () => {
    const before = outline('a article', '  1 paragraph', '  2 paragraph', '  3 paragraph 2', '  4 paragraph')
    expect(reading(changed(before, without(before, ['2'])))).toEqual(['Article 1', '1.', '2.', '3.'])
    expect(reading(changed(before, without(before, ['2', '3'])))).toEqual(['Article 1', '1.', '2. [deleted]', '3.'])
  })

  test('is told last where it reads as no ordinal, as another version or program may have left it', () => {
    const before = outline('a article', '  1 paragraph', '  2 paragraph')
    const text = changed(before, without(before, ['2']))
    const frozen = { ...text.frozen, 2: ['?? bis', 'a'] as const }
    expect(reading({ ...text, frozen })).toEqual(['Article 1', '1.', '?? bis. [deleted]'])
  })

  test('is told in the language of the text', () => {
    const before = outline('a article', '  p point', '  q point', 'b article')
    const said = (language: string): string[] =>
      freedNumbers(changed(before, without(before, ['p', 'b']), language)).map(
        (one) => `${one.label} ${saidOfFreed(one, new Map(), language)}`,
      )
    expect(said('fr')).toEqual(['a) [supprimé]', 'Article 2 [supprimé]'])
    expect(said('ar')).toEqual(['(أ) [محذوف]', 'المادة 2 [محذوف]'])
  })

  test('of a text that was frozen without kinds is not told', () => {
    const { frozenKinds: _, ...text } = changed(outline('a article', 'b article'), outline('a article'))
    expect(freedNumbers(text)).toEqual([])
  })

  test('stays free when numbers are kept again, and says what it said', () => {
    const before = outline('a article', '  1 paragraph', '  2 paragraph', '  3 paragraph', 'b article', '  4 paragraph')
    const after = outline('a article', '  1 paragraph', 'b article', '  4 paragraph', '  3 paragraph')
    const text = changed(before, after)
    const told = ['Article 1', '1.', '2. [deleted]', '3. [moved to Article 2(1 bis)]', 'Article 2', '1.', '1 bis.']
    expect(reading(text)).toEqual(told)
    expect(reading(frozenAs(text))).toEqual(told)
    expect(reading(frozenAs(frozenAs(text)))).toEqual(told)
    expect(reading({ ...frozenAs(text), clauses: before })).toContain('2.')
  })
})

/** Texts as drafters build them: parts of articles of paragraphs with points, or annexes of entries. */
const anyText: fc.Arbitrary<Clause[]> = (() => {
  const pieces = ['part', '  article', '    paragraph', '      point', '        point', '    text', 'annex', '  entry']
  return fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((lines) => {
    const kept: string[] = []
    for (const line of lines) {
      const [depth, above] = [line.search(/\S/u), kept.at(-1)?.search(/\S/u) ?? -2]
      if (depth <= above + 2) kept.push(line.replace(/\S/u, (first) => `c${kept.length} ${first}`))
    }
    return outline(...kept)
  })
})()

/** A text, some of whose clauses are deleted with all beneath them. */
const anyDeletion = anyText.chain((clauses) =>
  fc
    .subarray(clauses.map(({ id }) => id))
    .map((gone) => ({ before: clauses, gone, text: changed(clauses, without(clauses, gone)) })),
)

const named = ({ kind, ordinal }: { readonly kind: string; readonly ordinal: string }): string => `${kind} ${ordinal}`

describe('the laws of freed numbers', () => {
  it('frozen at once, nothing is free', () => {
    fc.assert(fc.property(anyText, (clauses) => freedNumbers(frozenAs(textOf(clauses))).length === 0))
  })

  it('what was deleted beneath what stands is told, and nothing else', () => {
    fc.assert(
      fc.property(anyDeletion, ({ before, text }) => {
        const numbers = numberDraft(textOf(before))
        const stand = new Set(text.clauses.map(({ id }) => id))
        const gone = before.filter(({ id, parent }) => !stand.has(id) && (parent === '' || stand.has(parent)))
        const labels = gone.map(({ id }) => numbers.get(id)?.label ?? '').filter((label) => label !== '')
        expect(
          freedNumbers(text)
            .map(({ label }) => label)
            .toSorted(),
        ).toEqual(labels.toSorted())
      }),
    )
  })

  it('with them, the numbers of a kind stand beneath each clause in the order they had', () => {
    fc.assert(
      fc.property(anyDeletion, ({ before, text }) => {
        const old = numberDraft(textOf(before))
        const numbers = numberDraft(text)
        const free = Map.groupBy(freedNumbers(text, numbers), ({ after }) => after)
        const read = ['', ...text.clauses.map(({ id }) => id)].flatMap((id) => {
          const clause = text.clauses.find((one) => one.id === id)
          const own = clause ? [{ ...clause, ordinal: numbers.get(id)?.ordinal ?? '' }] : []
          return [...own, ...(free.get(id) ?? [])]
        })
        for (const [parent, beneath] of Map.groupBy(read, (one) => one.parent)) {
          for (const [kind, told] of Map.groupBy(beneath, (one) => one.kind)) {
            const had = before.filter((one) => one.parent === parent && one.kind === kind && kind !== 'text')
            if (kind !== 'text')
              expect(told.map(({ ordinal }) => ordinal)).toEqual(had.map(({ id }) => old.get(id)?.ordinal))
          }
        }
      }),
    )
  })

  it('no clause has a freed number, whatever was deleted, moved and inserted', () => {
    fc.assert(
      fc.property(anyDeletion, anyText, ({ text }, others) => {
        const strange = others.map((one) => ({ ...one, id: one.id.replace('c', 'x') }))
        const added = strange.map((one) => ({ ...one, parent: one.parent.replace('c', 'x') }))
        const after = { ...text, clauses: [...added, ...text.clauses] }
        const numbers = numberDraft(after)
        const kinds = new Map(after.clauses.map(({ id, kind }) => [id, shownKind(kind)]))
        const scoped = (kind: string, parent: string): string =>
          isCountedThrough(shownKind(kind), kinds.get(parent)) ? '' : parent
        const taken = after.clauses.map(
          ({ id, kind, parent }) =>
            `${scoped(kind, parent)} ${named({ kind, ordinal: numbers.get(id)?.ordinal ?? '' })}`,
        )
        for (const one of freedNumbers(after, numbers))
          expect(taken).not.toContain(`${scoped(one.kind, one.parent)} ${named(one)}`)
      }),
    )
  })

  it('restored, nothing is free, also where numbers were kept again meanwhile', () => {
    fc.assert(
      fc.property(anyDeletion, ({ before, text }) => {
        for (const kept of [text, frozenAs(text)]) {
          const restored = { ...kept, clauses: before }
          expect(freedNumbers(restored)).toEqual([])
          expect([...numberDraft(restored)]).toEqual([...numberDraft(textOf(before))])
        }
      }),
    )
  })

  it('kept again, the same numbers are free in the same places', () => {
    fc.assert(
      fc.property(anyDeletion, ({ text }) => {
        expect(freedNumbers(frozenAs(text))).toEqual(freedNumbers(text))
      }),
    )
  })
})
