/** What is copied reads in a word processor as it reads here, and comes back as the same structure and words. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Clause, Draft } from '../clause/clause.ts'
import { freezeNumbers, numberDraft } from '../clause/number.ts'
import type { Words } from '../clause/words.ts'
import { footnoteOf, referenceTo } from '../embed/embed.ts'
import { importFile } from './import.ts'
import { copyOut } from './write-clipboard.ts'

interface Shape {
  readonly kind: string
  readonly words: Words
  readonly beneath?: readonly Shape[]
}

/** A draft from shapes; ids are the places in reading order. */
function draftOf(shapes: readonly Shape[], language = 'en'): Draft {
  const clauses: Clause[] = []
  const add = (all: readonly Shape[], parent: string, depth: number): void => {
    for (const { kind, words, beneath = [] } of all) {
      const id = `c${clauses.length}`
      clauses.push({ id, kind, parent, depth, words })
      add(beneath, id, depth + 1)
    }
  }
  add(shapes, '', 0)
  return { title: '', language, symbol: '', clauses }
}

const shape = (kind: string, text: string, ...beneath: readonly Shape[]): Shape => ({
  kind,
  words: text === '' ? [] : [{ insert: text }],
  beneath,
})

function whole(draft: Draft) {
  const last = draft.clauses.at(-1)
  const end = last?.words.reduce((sum, { insert }) => sum + (typeof insert === 'string' ? insert.length : 1), 0) ?? 0
  return copyOut(draft, { clause: 'c0', offset: 0 }, { clause: last?.id ?? '', offset: end })
}

function readBack(html: string): Draft {
  const imported = importFile('pasted.html', new TextEncoder().encode(html), { title: '' })
  if (!imported.ok) throw new Error(imported.error)
  return imported.draft
}

/** Number, kind and words with their marks of every clause, a line each. */
function lines(draft: Draft): string[] {
  const numbers = numberDraft(draft)
  return draft.clauses.map(
    ({ id, kind, depth, words }) => `${depth} ${numbers.get(id)?.label} ${kind} ${JSON.stringify(words)}`,
  )
}

const treaty = draftOf([
  shape('preamble', 'Preamble', shape('recital', 'Recalling the Charter,'), shape('recital', 'Noting the harm,')),
  shape('part', 'Scope', shape('article', 'Goods', shape('paragraph', 'It covers:', shape('point', 'chairs;', shape('point', 'metal;'))))),
]) // oxfmt-ignore

test('numbers are written out and hang, and nothing is a list', () => {
  expect(whole(treaty).html.split('\n')).toEqual([
    '<h2>Preamble</h2>',
    '<p style="margin:0 0 8pt;margin-left:0pt">Recalling the Charter,</p>',
    '<p style="margin:0 0 8pt;margin-left:0pt">Noting the harm,</p>',
    '<h2>Part I<br>Scope</h2>',
    '<h3>Article 1<br>Goods</h3>',
    '<p style="margin:0 0 8pt;margin-left:36pt;text-indent:-36pt">1.<span style="mso-tab-count:1">&nbsp;&nbsp; </span>It covers:</p>',
    '<p style="margin:0 0 8pt;margin-left:72pt;text-indent:-36pt">(a)<span style="mso-tab-count:1">&nbsp;&nbsp; </span>chairs;</p>',
    '<p style="margin:0 0 8pt;margin-left:108pt;text-indent:-36pt">(i)<span style="mso-tab-count:1">&nbsp;&nbsp; </span>metal;</p>',
  ])
  expect(whole(treaty).text.split('\n\n').slice(3)).toEqual([
    'Part I. Scope',
    'Article 1. Goods',
    '1. It covers:',
    '    (a) chairs;',
    '        (i) metal;',
  ])
})

test('words of one clause are words only; a clause cut at its beginning has no number', () => {
  const part = copyOut(treaty, { clause: 'c5', offset: 3 }, { clause: 'c5', offset: 9 })
  expect(part).toEqual({ html: 'covers', text: 'covers' })
  const { text } = copyOut(treaty, { clause: 'c5', offset: 3 }, { clause: 'c6', offset: 6 })
  expect(text).toBe('covers:\n\n    (a) chairs')
})

test('frozen numbers go out as they stand, bis included, and come back', () => {
  const before = draftOf([shape('article', 'A', shape('paragraph', 'One.'), shape('paragraph', 'Two.'))])
  const frozen = freezeNumbers(before.clauses, 'en')
  const added: Clause = { id: 'new', kind: 'paragraph', parent: 'c0', depth: 1, words: [{ insert: 'Between.' }] }
  const [a, one, two] = before.clauses
  if (!a || !one || !two) throw new Error('three clauses')
  const draft: Draft = { ...before, frozen, clauses: [a, one, added, two] }
  const { html, text } = copyOut(draft, { clause: 'c0', offset: 0 }, { clause: 'c2', offset: 4 })
  expect(text.split('\n\n')).toEqual(['Article 1. A', '1. One.', '1 bis. Between.', '2. Two.'])
  const back = readBack(html)
  expect([...numberDraft(back).values()].map(({ label }) => label)).toEqual(['Article 1', '1.', '1 bis.', '2.'])
})

const added = (id: string, kind: string, parent: string, depth: number): Clause => ({
  id,
  kind,
  parent,
  depth,
  words: [{ insert: 'new;' }],
})
const citationsIn = (draft: Draft): string[] => [...numberDraft(draft).values()].map(({ citation }) => citation)

test.each(['en', 'fr'])('numbers before the first go out with their minus sign and come back, in %s', (language) => {
  const before = draftOf([shape('article', 'A', shape('paragraph', 'One:', shape('point', 'act;')))], language)
  const frozen = freezeNumbers(before.clauses, language)
  const [a, one, act] = before.clauses
  if (!a || !one || !act) throw new Error('three clauses')
  const clauses = [
    added('x', 'article', '', 0),
    a,
    added('y', 'paragraph', 'c0', 1),
    added('y2', 'paragraph', 'c0', 1),
    one,
  ]
  const draft: Draft = { ...before, frozen, clauses: [...clauses, added('z', 'point', one.id, 2), act] }
  expect(citationsIn(draft)).toEqual([
    'Article –1', 'Article 1', 'Article 1(–1)', 'Article 1(–1 bis)', 'Article 1(1)', 'Article 1(1)(–a)', 'Article 1(1)(a)',
  ]) // oxfmt-ignore
  const { html } = copyOut(draft, { clause: 'x', offset: 0 }, { clause: act.id, offset: 4 })
  expect(citationsIn(readBack(html))).toEqual(citationsIn(draft))
})

test('references go out as what they say, footnotes as footnotes', () => {
  const draft = draftOf([
    shape('article', 'A', {
      kind: 'paragraph',
      words: [{ insert: 'See ' }, { insert: referenceTo('c0') }, { insert: footnoteOf([{ insert: 'Or not.' }]) }],
    }),
  ])
  const { html, text } = whole(draft)
  expect(html).toContain('See this article<a style="mso-footnote-id:ftn1" href="#_ftn1"')
  expect(html).toContain('<div style="mso-element:footnote" id="ftn1">')
  expect(text.split('\n\n')).toEqual(['Article 1. A', '1. See this article¹', '¹ Or not.'])
})

test('Arabic hangs its numbers at the right', () => {
  expect(whole(draftOf([shape('article', 'ا', shape('paragraph', 'ب.'))], 'ar')).html).toContain(
    '<p dir="rtl" style="margin:0 0 8pt;margin-right:36pt;text-indent:-36pt">1.',
  )
})

const piece = fc.constantFrom('shall', 'export', '[shall]', '5 %', '“term”', '<b>', '&amp;', 'x/y', 'Annex', '(of goods)', '2019/125', 'ﬁne', '–') // oxfmt-ignore
const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => `Each ${parts.join(' ')}`)
const words: fc.Arbitrary<Words> = fc
  .tuple(text, fc.constantFrom(undefined, 'strong', 'em', 'underline', 'superscript'), text)
  .map(([plain, mark, rest]) =>
    mark === undefined
      ? [{ insert: `${plain}.` }]
      : [{ insert: `${plain} ` }, { insert: 'marked', attributes: { [mark]: true } }, { insert: ` ${rest}.` }],
  )
const item = (kind: string, beneath: fc.Arbitrary<Shape[]>): fc.Arbitrary<Shape> =>
  fc.record({ kind: fc.constant(kind), words, beneath })
const none = fc.constant<Shape[]>([])
const points = fc.array(item('point', fc.array(item('point', none), { maxLength: 2 })), { maxLength: 3 })
const paragraphs = fc.array(item('paragraph', points), { minLength: 1, maxLength: 3 })
const titled = (kind: string, beneath: fc.Arbitrary<Shape[]>): fc.Arbitrary<Shape> =>
  fc.record({
    kind: fc.constant(kind),
    words: fc.constantFrom('Scope', 'General provisions', '').map((title) => (title === '' ? [] : [{ insert: title }])),
    beneath,
  })
const articles = fc.array(titled('article', paragraphs), { minLength: 1, maxLength: 3 })
const drafts = fc
  .tuple(fc.boolean(), articles, articles)
  .map(([parted, some, others]) =>
    draftOf(parted ? [{ kind: 'part', words: [{ insert: 'Aims' }], beneath: some }, { kind: 'part', words: [{ insert: 'Means' }], beneath: others }] : some),
  ) // oxfmt-ignore

test('what was copied comes back by way of the importer with the same structure, numbers, words and marks', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      expect(lines(readBack(whole(draft).html))).toEqual(lines(draft))
    }),
    { numRuns: 100 },
  )
})
