/** What the sample texts promise: their structure, right references, real divergences, and no real State. */

import { describe, expect, test } from 'vitest'
import { numberClauses, textOf, type Clause, type Draft } from '@travaux/core'
import { framework, frameworkOutline } from './framework.ts'
import { bodyName, fictionalStates, members } from './people.ts'
import { remarks } from './remarks.ts'
import { zero, zeroEdits, zeroOutline } from './zero.ts'

const wordsOf = (clause: Clause) => textOf(clause.words)
const ofKind = (draft: Draft, kind: string) => draft.clauses.filter((clause) => clause.kind === kind)
const fullText = (draft: Draft) => draft.clauses.map(wordsOf).join('\n')
const wordCount = (draft: Draft) => fullText(draft).split(/\s+/).length
const byId = (clauses: readonly Clause[]) => new Map(clauses.map((clause) => [clause.id, clause]))
const editsThat = (does: string) => zeroEdits.filter((edit) => edit.does === does)

describe.each([
  ['the baseline', framework],
  ['the zero draft', zero],
] as const)('%s', (_name, draft) => {
  test('has unique, readable ids', () => {
    expect(byId(draft.clauses).size).toBe(draft.clauses.length)
    expect(draft.clauses.filter(({ id }) => !/^[A-Za-z0-9_-]{1,64}$/.test(id))).toEqual([])
  })

  test('is in reading order, every clause one level beneath a parent that came before it', () => {
    const open: Clause[] = []
    for (const clause of draft.clauses) {
      open.length = clause.depth
      expect([clause.id, open.at(-1)?.id ?? '']).toEqual([clause.id, clause.parent])
      open.push(clause)
    }
  })

  test('opens by saying that it is a sample', () => {
    expect(draft.clauses[0]?.kind).toBe('text')
    expect(wordsOf(draft.clauses[0] as Clause)).toMatch(/^Sample text for demonstration\./)
    expect(draft.title).toContain('sample')
  })

  test('has eight parts and three annexes', () => {
    expect(ofKind(draft, 'part')).toHaveLength(8)
    expect(ofKind(draft, 'annex')).toHaveLength(3)
  })

  test('has recitals that open with a participle and end with a comma', () => {
    for (const recital of ofKind(draft, 'recital')) expect(wordsOf(recital)).toMatch(/^[A-Z]\w+(ing|ed) .*,$/s)
  })

  test('has provisions beneath every article', () => {
    const parents = new Set(draft.clauses.map(({ parent }) => parent))
    expect(ofKind(draft, 'article').filter(({ id }) => !parents.has(id))).toEqual([])
  })

  test('never leaves a numbered paragraph alone in its article', () => {
    const paragraphs = Map.groupBy(
      ofKind(draft, 'paragraph').filter(({ parent }) => !parent.startsWith('annex')),
      ({ parent }) => parent,
    )
    expect([...paragraphs].filter(([, siblings]) => siblings.length === 1)).toEqual([])
  })

  test('has words in every clause, tidily spaced and without em dashes, references resolved', () => {
    const untidy = /^\s|\s$|\s\s|\s[,.;:]|\s\]|\[\s|,[,.;]|[.;]\.|[{}\u2014]/
    expect(
      draft.clauses.filter((clause) => wordsOf(clause) === '' || untidy.test(wordsOf(clause))).map(({ id }) => id),
    ).toEqual([])
  })

  test('refers only to articles, parts and annexes that exist', () => {
    const labels = new Set([...numberClauses(draft.clauses, 'en').values()].map(({ label }) => label.toLowerCase()))
    const named = fullText(draft).match(/\b(article \d+|(part|annex) [IVX]+)\b/g) ?? []
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter((reference) => !labels.has(reference.toLowerCase()))).toEqual([])
  })

  test('refers only to paragraphs that exist', () => {
    const citations = new Set([...numberClauses(draft.clauses, 'en').values()].map(({ citation }) => citation))
    const pairs = [...fullText(draft).matchAll(/paragraph (\d+) of article (\d+)/g)].map(
      ([, paragraph, article]) => `Article ${article}(${paragraph})`,
    )
    expect(pairs.length).toBeGreaterThan(5)
    expect(pairs.filter((citation) => !citations.has(citation))).toEqual([])
  })

  test('names no real country', () => {
    expect(realCountriesIn(fullText(draft))).toEqual([])
  })
})

describe('the baseline alone', () => {
  test('has 6 recitals, 38 articles and 4,000 to 6,000 words', () => {
    expect(ofKind(framework, 'recital')).toHaveLength(6)
    expect(ofKind(framework, 'article')).toHaveLength(38)
    expect(wordCount(framework)).toBeGreaterThan(4000)
    expect(wordCount(framework)).toBeLessThan(6000)
  })

  test('has no brackets: nothing in it is open', () => {
    expect(fullText(framework)).not.toMatch(/[[\]]/)
  })

  test('numbers each article as its id says', () => {
    expect(ofKind(framework, 'article').map(({ id }) => id)).toEqual(
      Array.from({ length: 38 }, (_, index) => `art${index + 1}`),
    )
  })
})

describe('the zero draft against the baseline', () => {
  const before = byId(frameworkOutline)
  const after = byId(zeroOutline)

  test('rewords at least 25 clauses, references that only changed number not counted', () => {
    const reworded = zeroOutline.filter(
      (clause) => before.has(clause.id) && wordsOf(before.get(clause.id) as Clause) !== wordsOf(clause),
    )
    expect(reworded.length).toBeGreaterThanOrEqual(25)
  })

  test('moves at least 5 clauses beneath another parent, an article among them', () => {
    const moved = zeroOutline.filter(
      (clause) => before.has(clause.id) && before.get(clause.id)?.parent !== clause.parent,
    )
    expect(moved.length).toBeGreaterThanOrEqual(5)
    expect(moved.some(({ kind }) => kind === 'article')).toBe(true)
  })

  test('splits at least 4, merges at least 3, deletes at least 6 and inserts at least 12', () => {
    expect(editsThat('split').length).toBeGreaterThanOrEqual(4)
    expect(editsThat('merge').length).toBeGreaterThanOrEqual(3)
    expect(editsThat('remove').length).toBeGreaterThanOrEqual(6)
    expect(editsThat('insert').length).toBeGreaterThanOrEqual(12)
  })

  test('has none of the deleted clauses and all of the inserted ones', () => {
    expect(editsThat('remove').filter(({ clause }) => after.has(clause))).toEqual([])
    expect(editsThat('insert').filter(({ clause }) => before.has(clause) || !after.has(clause))).toEqual([])
  })
})

describe('what is open in the zero draft', () => {
  test('stands in balanced brackets, nested in places', () => {
    const depths = zero.clauses.map((clause) => ({ id: clause.id, ...bracketDepths(wordsOf(clause)) }))
    expect(depths.filter(({ least, last }) => least < 0 || last !== 0)).toEqual([])
    expect(depths.filter(({ most }) => most > 1).length).toBeGreaterThan(2)
  })

  test('is attributed to fictional States only', () => {
    const names = [...fullText(zero).matchAll(/\[([^[\]:]+):/g)].flatMap(([, states]) => (states ?? '').split(', '))
    expect(names.length).toBeGreaterThan(20)
    expect(new Set(names)).toEqual(new Set(fictionalStates))
  })

  test('includes placeholders and rival wordings of two provisions', () => {
    for (const placeholder of ['[n]', '[date]', '[X]']) expect(fullText(zero)).toContain(placeholder)
    expect(new Set(ofKind(zero, 'alternative').map(({ parent }) => parent)).size).toBe(2)
  })
})

describe('the people', () => {
  test('are eleven samples with unique ids, names and codes', () => {
    expect(members).toHaveLength(11)
    for (const key of ['id', 'name', 'code', 'delegation'] as const)
      expect(new Set(members.map((member) => member[key])).size).toBe(11)
    expect(members.every(({ sample }) => sample)).toBe(true)
    expect(bodyName).toMatch(/^Sample/)
  })

  test('fill every role', () => {
    const roles = Map.groupBy(members, ({ role }) => role)
    expect([...roles].map(([role, held]) => [role, held.length])).toEqual([
      ['secretariat', 1],
      ['chair', 1],
      ['drafter', 5],
      ['delegate', 3],
      ['observer', 1],
    ])
  })

  test('speak, as delegates, for fictional States', () => {
    const delegates = members.filter(({ role }) => role === 'delegate')
    expect(delegates.filter(({ delegation }) => !(fictionalStates as readonly string[]).includes(delegation))).toEqual(
      [],
    )
  })
})

describe.each(remarks.map((remark) => [remark.id, remark] as const))('the thread %s', (_id, remark) => {
  test('quotes words that stand exactly once in its clause', () => {
    const clause = byId(zero.clauses).get(remark.clause)
    expect(clause && wordsOf(clause).split(remark.quote).length).toBe(2)
  })

  test('is said by members, opens as a sample and names no real country', () => {
    const ids = new Set(members.map(({ id }) => id))
    const speakers = [...remark.comments.map(({ by }) => by), ...(remark.resolvedBy ? [remark.resolvedBy] : [])]
    expect(speakers.filter((by) => !ids.has(by))).toEqual([])
    expect(remark.comments[0]?.words).toMatch(/^\[Sample\] /)
    expect(realCountriesIn(remark.comments.map(({ words }) => words).join('\n'))).toEqual([])
  })
})

test('the threads have unique ids, and some are resolved', () => {
  expect(new Set(remarks.map(({ id }) => id)).size).toBe(remarks.length)
  expect(remarks.filter(({ resolvedBy }) => resolvedBy).length).toBeGreaterThanOrEqual(2)
})

/** The running depth of square brackets: the least, the most and the last. */
function bracketDepths(words: string): { least: number; most: number; last: number } {
  let last = 0
  let least = 0
  let most = 0
  for (const sign of words.match(/[[\]]/g) ?? []) {
    last += sign === '[' ? 1 : -1
    least = Math.min(least, last)
    most = Math.max(most, last)
  }
  return { least, most, last }
}

/** The English names of the countries that the runtime knows, as far as they stand in the words. */
function realCountriesIn(words: string): readonly string[] {
  return countries.filter((name) => new RegExp(`\\b${name.replace(/\W/g, '.')}\\b`).test(words))
}

const countries = countryNames()

function countryNames(): readonly string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index))
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => code !== 'UN' && code !== 'ZZ')
  return codes.flatMap((code) => names.of(code) ?? [])
}
