/** What checking a text finds, in one line each: kind, place, words, and what could be put there. */

import { describe, expect, it, test } from 'vitest'
import type { Clause, Draft } from '../clause/clause.ts'
import type { Words } from '../clause/words.ts'
import { referenceTo } from '../embed/embed.ts'
import { definitionsOf } from '../term/define.ts'
import { checkText } from './check.ts'

function draft(language: string, ...lines: readonly (readonly [string, string | Words])[]): Draft {
  const clauses = lines.map(([head, words]): Clause => {
    const [id = '', kind = '', parent = ''] = head.split(' ')
    return {
      id,
      kind,
      parent,
      depth: parent === '' ? 0 : 1,
      words: typeof words === 'string' ? [{ insert: words }] : words,
    }
  })
  return { title: 'T', language, symbol: '', clauses }
}

const found = (whole: Draft): string[] =>
  checkText(whole).map(
    ({ kind, citation, words, fix }) => `${kind} ${citation}: ${words}${fix ? ` -> ${fix.target}` : ''}`,
  )

const three = (language: string, words: string): Draft =>
  draft(
    language,
    ['a1 article', 'One'],
    ['p1 paragraph a1', words],
    ['p2 paragraph a1', 'two:'],
    ['p2a point p2', 'a point'],
    ['a2 article', 'Two'],
    ['t text a2', 'words:'],
    ['ta point t', 'a point'],
    ['n annex', 'List'],
  )

describe('typed references', () => {
  test.each([
    ['en', 'see article 2.', 'article 2', 'a2'],
    ['en', 'see paragraph 2(a).', 'paragraph 2(a)', 'p2a'],
    ['en', 'see article 1, paragraph 2 (a), and', 'article 1, paragraph 2 (a)', 'p2a'],
    ['en', 'see article 1(2)(a)', 'article 1(2)(a)', 'p2a'],
    ['en', 'see paragraph 2 of article 1', 'paragraph 2 of article 1', 'p2'],
    ['en', 'see subparagraph (a) of paragraph 2', 'subparagraph (a) of paragraph 2', 'p2a'],
    ['en', 'in Article 2 (a) and', 'Article 2 (a)', 'ta'],
    ['en', 'listed in annex I;', 'annex I', 'n'],
    ['fr', 'voir l’article 2.', 'article 2', 'a2'],
    ['fr', 'au paragraphe 2 de l’article 1', 'paragraphe 2 de l’article 1', 'p2'],
    ['fr', 'à l’alinéa a) du paragraphe 2 du présent article', 'alinéa a) du paragraphe 2 du présent article', 'p2a'],
    ['fr', 'article 1, paragraphe 2 a)', 'article 1, paragraphe 2 a)', 'p2a'],
    ['es', 'el párrafo 2 a) del presente artículo', 'párrafo 2 a) del presente artículo', 'p2a'],
    ['es', 'el anexo I', 'anexo I', 'n'],
  ])('in %s: %s', (language, words, says, target) => {
    const findings = checkText(three(language, words)).filter(({ kind }) => kind === 'typedReference')
    expect(findings.map((one) => [one.words, one.fix?.target])).toEqual([[says, target]])
  })

  test.each([
    ['en', 'under article 2 of the Charter'],
    ['en', 'under article 2 common to the four'],
    ['en', 'Recalling the Covenant, in particular article 2,'],
    ['en', 'articles 1 and 2'],
    ['en', 'subarticle 2, a particle 2'],
    ['fr', 'l’article 2 de la Charte'],
    ['fr', 'l’article 2 du pacte'],
    ['es', 'el artículo 2 del pacto'],
    ['ru', 'статья 2'],
  ])('leaves alone what may be of another instrument, in %s: %s', (language, words) => {
    expect(found(three(language, words))).toEqual([])
  })

  it('says where one points at nothing', () => {
    expect(found(three('en', 'see article 9 and paragraph 2(b).'))).toEqual([
      'nowhere Article 1(1): article 9',
      'nowhere Article 1(1): paragraph 2(b)',
    ])
  })

  it('takes this convention for the text itself', () => {
    expect(found(three('en', 'see article 2 of this Convention'))).toEqual([
      'typedReference Article 1(1): article 2 -> a2',
    ])
  })
})

const terms = (language: string, words: string | Words, heading = 'Definitions'): string[] =>
  definitionsOf(draft(language, ['a article', heading], ['p point a', words]).clauses).map(({ term }) => term)

describe('definitions', () => {
  test.each([
    ['en', '“prohibited goods” means goods;', ['prohibited goods']],
    ['en', '"Party" shall mean a State;', ['Party']],
    ['en', 'For the purposes of this text, the term ‘goods’ includes parts;', ['goods']],
    ['en', '“export”, “import” and “transit” mean what they do;', ['export', 'import', 'transit']],
    ['en', '“Goods”: anything;', ['Goods']],
    ['en', 'the Conference of the Parties (hereinafter “the Conference”)', ['the Conference']],
    ['fr', 'On entend par « biens interdits » les biens;', ['biens interdits']],
    ['fr', '« Partie » désigne un État;', ['Partie']],
    ['fr', 'L’expression « bien » s’entend de tout;', ['bien']],
    ['es', 'Por «bienes» se entenderá todo;', ['bienes']],
    ['ru', '«товары» означает всё;', ['товары']],
    ['zh', '“货物”系指一切', ['货物']],
    ['en', 'the word “shall” is strong', []],
  ])('in %s: %s', (language, words, expected) => {
    expect(terms(language, words)).toEqual(expected)
  })

  it('are also what is marked', () => {
    expect(terms('en', [{ insert: 'Any ' }, { insert: 'goods', attributes: { term: true } }], 'Scope')).toEqual([
      'goods',
    ])
  })
})

describe('terms', () => {
  it('that nobody uses, or are defined twice, or quoted and used but defined nowhere', () => {
    const whole = draft(
      'en',
      ['a article', 'Use of terms'],
      ['p1 point a', '“prohibited good” means goods;'],
      ['p2 point a', '“Licence” means leave;'],
      ['p3 point a', '“Licence” means leave again;'],
      ['p4 point a', '“broker” means nobody;'],
      ['p5 point a', 'what the “Standing Committee” says;'],
      ['b article', 'Rest'],
      ['q paragraph b', 'Prohibited goods need a Licence; the Standing Committee sees to it. A licence fee is due.'],
    )
    expect(found(whole)).toEqual([
      'definedTwice Article 1(c): Licence',
      'undefined Article 1(e): Standing Committee',
      'unused Article 1(d): broker',
    ])
  })
})

it('finds broken references and brackets without a partner', () => {
  const whole = draft(
    'en',
    ['a article', 'One'],
    ['p paragraph a', [{ insert: 'see ' }, { insert: referenceTo('x') }, { insert: ' [here' }]],
  )
  expect(found(whole)).toEqual([
    'brokenReference Article 1(1): [reference to a deleted clause]',
    'unbalanced Article 1(1): see \uFFFC [here',
  ])
})
