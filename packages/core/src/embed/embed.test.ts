/** References and footnotes: what they say from where they stand, what files and comparisons make of them. */

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Clause, Draft } from '../clause/clause.ts'
import { freezeNumbers } from '../clause/number.ts'
import { textOf, type Run, type Words } from '../clause/words.ts'
import { compare } from '../compare/compare.ts'
import { exportDraft } from '../format/export.ts'
import { checkFidelity } from '../format/fidelity.ts'
import { importFile } from '../format/import.ts'
import { citerOf } from './cite.ts'
import { footnoteOf, readEmbed, referenceTo } from './embed.ts'
import { footnotesIn } from './notes.ts'
import { spelledDraft } from './spell.ts'

const to = (clause: string): Run => ({ insert: referenceTo(clause) })
const note = (words: string): Run => ({ insert: footnoteOf([{ insert: words }]) })
const wordsOf = (parts: readonly (string | Run)[]): Words =>
  parts.map((part) => (typeof part === 'string' ? { insert: part } : part))

const bare = (clause: string): Run => ({ insert: referenceTo(clause, 'number') })
/** `id kind parent` and words. */
function draft(language: string, ...lines: readonly (readonly [string, ...(string | Run)[]])[]): Draft {
  const depths = new Map([['', -1]])
  const clauses = lines.map(([head, ...words]): Clause => {
    const [id = '', kind = '', parent = ''] = head.split(' ')
    const depth = (depths.get(parent) ?? -1) + 1
    depths.set(id, depth)
    return { id, kind, parent, depth, words: wordsOf(words) }
  })
  return { title: 'T', language, symbol: '', clauses }
}

const shape = (language: string, ...words: readonly (string | Run)[]): Draft =>
  draft(
    language,
    ['a1 article', 'Object'],
    ['a1p1 paragraph a1', ...words],
    ['a1p2 paragraph a1', 'Goods:'],
    ['a1p2a point a1p2', 'chairs'],
    ['a1p2ai point a1p2a', 'of steel'],
    ['a2 article', 'Terms'],
    ['a2t text a2', 'In this text:'],
    ['a2ta point a2t', 'goods'],
    ['n1 annex', 'List'],
    ['n1e entry n1', 'Cuffs'],
    ['n1e1 entry n1e', 'of metal'],
  )

const says = (whole: Draft, clause = 'a1p1'): string =>
  textOf(spelledDraft(whole).clauses.find(({ id }) => id === clause)?.words ?? [])

const insertedBefore = ({ clauses, ...rest }: Draft): Draft => ({
  ...rest,
  clauses: [{ id: 'new', kind: 'article', parent: '', depth: 0, words: [{ insert: 'New' }] }, ...clauses],
})
const changesOf = (old: Draft, now: Draft, clause = 'a1p1') =>
  compare(old, now).pairs.find((pair) => pair.new.some(({ id }) => id === clause))

describe('a reference says', () => {
  test.each([
    ['en', 'a1p2', 'see paragraph 2'],
    ['en', 'a1p2a', 'see paragraph 2(a)'],
    ['en', 'a1p2ai', 'see paragraph 2(a)(i)'],
    ['en', 'a1', 'see this article'],
    ['en', 'a2', 'see article 2'],
    ['en', 'a2ta', 'see article 2(a)'],
    ['en', 'n1', 'see annex I'],
    ['en', 'n1e1', 'see annex I, item 1.1'],
    ['fr', 'a1p2a', 'see paragraphe 2 a)'],
    ['fr', 'a2ta', 'see article 2, alinéa a)'],
    ['es', 'a1p2ai', 'see párrafo 2 a) i)'],
    ['ru', 'a2ta', 'see подпункт a) статьи 2'],
    ['ru', 'a2', 'see статья 2'],
    ['zh', 'a1p2ai', 'see 第2款(a)项(i)目'],
    ['zh', 'a2ta', 'see 第2条(a)项'],
    ['ar', 'a1p2a', 'see الفقرة 2 (أ)'],
  ])('in %s of %s: %s', (language, target, words) => {
    expect(says(shape(language, 'see ', to(target)))).toBe(words)
  })

  it('its number alone, where that was asked for', () => {
    expect(says(shape('en', 'paragraphs 1 and ', bare('a1p2'), '; articles 1 and ', bare('a2')))).toBe(
      'paragraphs 1 and 2; articles 1 and 2',
    )
    expect(says(shape('fr', bare('a2ta')))).toBe('2, alinéa a)')
  })

  it('a capital where it begins a sentence', () => {
    expect(says(shape('en', to('a2'), ' applies. ', to('a1p2'), ' does not.'))).toBe(
      'Article 2 applies. Paragraph 2 does not.',
    )
  })

  it('that its clause is deleted, where it is not in the text', () => {
    expect(says(shape('en', 'see ', to('gone')))).toBe('see [reference to a deleted clause]')
    expect(says(shape('fr', 'voir ', to('gone')))).toBe('voir [renvoi à une disposition supprimée]')
  })

  it('a frozen number', () => {
    const before = shape('en', 'see ', to('a2'))
    const frozen = freezeNumbers(before.clauses, 'en')
    const inserted: Clause = { id: 'new', kind: 'article', parent: '', depth: 0, words: [] }
    const at = before.clauses.findIndex(({ id }) => id === 'a2')
    const clauses = before.clauses.toSpliced(at, 0, inserted)
    expect(says({ ...before, clauses, frozen })).toBe('see article 2')
    expect(citerOf({ ...before, clauses, frozen }).cite('new', { unit: 'a1', opens: false })).toBe('article 1 bis')
  })
})

describe('reading an embedded object', () => {
  it('is total, and knows its own', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.object(), fc.record({ reference: fc.anything() }), fc.record({ footnote: fc.anything() })),
        (value) => {
          expect(['reference', 'footnote', 'unknown']).toContain(readEmbed(value).kind)
        },
      ),
    )
    expect(readEmbed(referenceTo('a'))).toEqual({ kind: 'reference', clause: 'a', form: 'named' })
    expect(readEmbed({ reference: { clause: 'a', later: 1 } }).kind).toBe('reference')
    expect(readEmbed({ footnote: { words: [{ insert: { reference: { clause: 'a' } } }] } }).kind).toBe('unknown')
  })
})

describe('comparison', () => {
  it('does not call a renumbered target an amendment', () => {
    const old = shape('en', 'see ', to('a2'))
    const pair = changesOf(old, insertedBefore(old))
    expect(pair?.changes).toEqual(['renumbered'])
    expect(pair?.words).toEqual([['=', 'see article 3']])
  })

  it('calls another target an amendment, even where it has the old number', () => {
    const old = shape('en', 'see ', to('a2'))
    const without = shape('en', 'see ', to('n1')).clauses.filter(({ id }) => !id.startsWith('a2'))
    expect(changesOf(old, { ...old, clauses: without })?.changes).toContain('amended')
    const renamed = old.clauses.map((clause) => ({
      ...clause,
      id: clause.id.replace('a2', 'b2'),
      parent: clause.parent.replace('a2', 'b2'),
    }))
    const now = {
      ...old,
      clauses: renamed.map((clause) =>
        clause.id === 'a1p1' ? { ...clause, words: wordsOf(['see ', to('b2')]) } : clause,
      ),
    }
    expect(changesOf(old, now)?.changes).toContain('amended')
  })

  it('says what a deleted target was, and does not call that an amendment', () => {
    const old = shape('en', 'see ', to('n1'))
    const now = { ...old, clauses: old.clauses.filter(({ id }) => !id.startsWith('n1')) }
    expect(changesOf(old, now)?.changes).toEqual(['same'])
    expect(changesOf(old, now)?.words).toEqual([['=', 'see annex I [deleted]']])
  })

  it('reads typed words and a live reference alike', () => {
    expect(changesOf(shape('en', 'see article 2'), shape('en', 'see ', to('a2')))?.changes).toEqual(['same'])
  })

  it('sees a changed footnote', () => {
    const pair = changesOf(shape('en', 'see', note('old words')), shape('en', 'see', note('new words')))
    expect(pair?.changes).toEqual(['amended'])
  })
})

describe('files', () => {
  const whole = shape('en', 'see ', to('a2'), ' and the rest', note('As amended.'), '.', note('Second.'))

  it('have references written out and footnotes at the end', () => {
    expect(exportDraft(whole, 'txt')).toContain('1. see article 2 and the rest¹.²\n')
    expect(exportDraft(whole, 'txt')).toMatch(/¹ As amended\.\n\n² Second\.\n$/)
    expect(exportDraft(whole, 'md')).toContain('1. see article 2 and the rest[^1].[^2]\n')
    expect(exportDraft(whole, 'md')).toMatch(/\[\^1\]: As amended\.\n\n\[\^2\]: Second\.\n$/)
    expect(exportDraft(whole, 'html')).toContain('see <a href="#a2">article 2</a> and the rest<sup id="sign-1">')
    expect(exportDraft(whole, 'html')).toContain('<li id="note-2">Second.')
  })

  it('keep them as they are in JSON', () => {
    const read = importFile('t.json', new TextEncoder().encode(exportDraft(whole, 'json')))
    expect(read.ok && read.draft.clauses).toEqual(whole.clauses)
  })

  it('bring footnotes in from Markdown, and out again', () => {
    const source = exportDraft(whole, 'md') ?? ''
    const read = importFile('t.md', new TextEncoder().encode(source))
    if (!read.ok) throw new Error(read.error)
    expect(footnotesIn(read.draft.clauses).map(({ number, words }) => `${number} ${textOf(words)}`)).toEqual([
      '1 As amended.',
      '2 Second.',
    ])
    expect(exportDraft(read.draft, 'md')).toBe(source)
    expect(checkFidelity('t.md', source, read.draft)).toMatchObject({ lost: [], invented: [] })
  })

  it('lose no note: not one that nothing refers to, nor a sign without a note', () => {
    const source = '# T\n\n1. Yes.[^a]\n\n[^b]: Left alone.\n\n2. No.[^c]\n\n[^a]: First line\nand second *line*.\n'
    const read = importFile('t.md', new TextEncoder().encode(source))
    if (!read.ok) throw new Error(read.error)
    expect(checkFidelity('t.md', source, read.draft)).toMatchObject({ lost: [], invented: [] })
    expect(footnotesIn(read.draft.clauses).map(({ words }) => textOf(words))).toEqual(['First line and second line.'])
  })
})
