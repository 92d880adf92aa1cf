/** Searches find what they say and nothing else; replacing is one step and keeps marks. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Hand } from '../edit/hand.ts'
import { Undo } from '../edit/undo.ts'
import { footnoteOf, referenceTo } from '../embed/embed.ts'
import { footnotesIn } from '../embed/notes.ts'
import { readClauses } from '../yjs/read.ts'
import { EMBED, textOf, type Words } from '../clause/words.ts'
import { clausesOf, textIn } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import { findWords, type Search } from './find.ts'
import { replaceWords, type Replaced } from './replace.ts'

const search = (words: string, options: Partial<Search> = {}): Search => ({
  words,
  matchCase: false,
  wholeWord: false,
  pattern: false,
  inBrackets: false,
  ...options,
})

function textWith(...clauses: readonly (string | Words)[]): Hand {
  const doc = new Y.Doc()
  writeDraft(doc, {
    title: '',
    language: 'en',
    symbol: '',
    clauses: clauses.map((words, index) => ({
      id: `c${index}`,
      kind: index === 0 ? 'article' : 'paragraph',
      parent: '',
      depth: 0,
      words: typeof words === 'string' ? [{ insert: words }] : words,
    })),
  })
  return { doc, by: 'm', now: () => 0, newId: () => 'n', origin: { name: 'test' } }
}

function found(hand: Hand, wanted: Search): string[] {
  const result = findWords(hand.doc, wanted)
  if (!result.ok) return [result.says]
  const texts = new Map(readClauses(hand.doc).map(({ id, words }) => [id, textOf(words)]))
  return result.matches.map(({ clause, from, to }) => `${clause}@${from} ${texts.get(clause)?.slice(from, to)}`)
}

const shown = (hand: Hand): string[] => readClauses(hand.doc).map(({ words }) => textOf(words))

describe('finding', () => {
  const hand = textWith('Export', 'The export [of exports] and re-export', 'États exportateurs')

  test.each<[string, Search, string[]]>([
    ['any case', search('EXPORT'), ['c0@0 Export', 'c1@4 export', 'c1@15 export', 'c1@31 export', 'c2@6 export']],
    ['the same case', search('Export', { matchCase: true }), ['c0@0 Export']],
    ['whole words', search('export', { wholeWord: true }), ['c0@0 Export', 'c1@4 export', 'c1@31 export']],
    ['whole words with accents', search('tats', { wholeWord: true }), []],
    ['in brackets', search('export', { inBrackets: true }), ['c1@15 export']],
    ['in kinds', search('export', { kinds: ['article'] }), ['c0@0 Export']],
    ['patterns', search('re-\\w+', { pattern: true }), ['c1@28 re-export']],
    ['signs as they are', search('[of'), ['c1@11 [of']],
    ['nothing by nothing', search(''), []],
    ['nothing by an empty match', search('x*', { pattern: true, kinds: ['article'] }), ['c0@1 x']],
  ])('%s', (_name, wanted, expected) => {
    expect(found(hand, wanted)).toEqual(expected)
  })

  test('a wrong pattern is said to be wrong', () => {
    expect(found(hand, search('(', { pattern: true }))[0]).toContain('not a regular expression')
  })
})

describe('what is typed finds what is meant', () => {
  test.each<[string, string, string, string]>([
    ['a typed apostrophe', "l'article", 'de l’article', 'l’article'],
    ['single quotes', "'a'", 'so ‘a’', '‘a’'],
    ['double quotes', '"a"', 'so “a”', '“a”'],
    ['low quotes', '"a"', 'so „a“', '„a“'],
    ['French quotes', '"a"', 'so «a»', '«a»'],
    ['French quotes with their spaces', '"a"', 'so «\u00A0a\u202F»', '«\u00A0a\u202F»'],
    ['a no-break space', '10 %', 'by 10\u00A0%', '10\u00A0%'],
    ['a narrow no-break space', '10 %', 'by 10\u202F%', '10\u202F%'],
    ['a thin space', '1 000', 'by 1\u2009000', '1\u2009000'],
    ['a no-break hyphen', 're-export', 'the re\u2011export', 're\u2011export'],
    ['a hyphen', 're-export', 'the re\u2010export', 're\u2010export'],
    ['over soft hyphens', 'soft', 'as so\u00ADf\u00ADt', 'so\u00ADf\u00ADt'],
    ['over joiners', 'لا', 'ل\u200Dا', 'ل\u200Dا'],
    ['without the soft hyphens that are typed', 's\u00ADoft', 'a soft one', 'soft'],
    ['soft hyphens alone', '\u00AD', 'so\u00ADft', '\u00AD'],
    ['composed, decomposed', 'état', 'e\u0301tat', 'e\u0301tat'],
    ['decomposed, composed', 'e\u0301tat', 'état', 'état'],
    ['composed in part', 'ệ', 'e\u0323\u0302 ê\u0323', 'e\u0323\u0302 ê\u0323'],
    ['in any case', 'ÉTAT', 'e\u0301tat', 'e\u0301tat'],
    ['Korean', '가'.normalize('NFD'), '가', '가'],
  ])('%s', (_name, typed, text, match) => {
    const hand = textWith(text)
    const words = typed === 'ệ' ? `${typed} ${typed}` : typed
    expect(found(hand, search(words))).toEqual([`c0@${text.indexOf(match)} ${match}`])
    all(hand, search(words), '<>')
    expect(shown(hand)).toEqual([text.replace(match, '<>')])
  })

  test.each<[string, Search, string]>([
    ['a letter is not found in one with an accent', search('e'), 'é e\u0301'],
    ['a space finds no line break', search('a b'), 'a\nb'],
    ['a curly quote finds no straight one', search('’'), "l'article"],
    ['a pattern is strict', search("l'a", { pattern: true }), 'l’article'],
    ['a whole word does not begin behind an accent', search('tat', { wholeWord: true }), 'e\u0301tat'],
    ['a whole word does not end at a soft hyphen', search('so', { wholeWord: true }), 'so\u00ADft'],
  ])('%s', (_name, wanted, text) => {
    expect(found(textWith(text), wanted)).toEqual([])
  })

  test('law: whatever is typed finds itself', () => {
    const sign = fc.constantFrom(...Array.from('aé \'"-’«»[.*\n\u00A0\u0301\u0323\u00AD\u200D'))
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 3 }), (signs) => {
        const text = `a${signs.join('')}`
        const hand = textWith(text)
        expect(found(hand, search(text))).not.toEqual([])
      }),
    )
  })
})

/** Replaces every match, and says how many. */
function all(hand: Hand, wanted: Search, by: string): Replaced {
  const result = findWords(hand.doc, wanted)
  return replaceWords(hand, wanted, result.ok ? result.matches : [], by)
}

describe('replacing', () => {
  test('all at once is one step for undo', () => {
    const hand = textWith('shall shall', 'shall')
    const undo = new Undo(hand)
    expect(all(hand, search('shall'), 'should')).toEqual({ replaced: 3, left: 0 })
    expect(shown(hand)).toEqual(['should should', 'should'])
    undo.undo()
    expect(shown(hand)).toEqual(['shall shall', 'shall'])
  })

  test('groups of a pattern can be used', () => {
    const hand = textWith('article 5 (2)')
    all(hand, search('article (\\d+) \\((\\d+)\\)', { pattern: true }), 'article $1($2)')
    expect(shown(hand)).toEqual(['article 5(2)'])
  })

  test('signs of a replacement are meant as they stand without a pattern', () => {
    const hand = textWith('price')
    all(hand, search('price'), '$1 & $&')
    expect(shown(hand)).toEqual(['$1 & $&'])
  })

  test('the new words take the marks of the old', () => {
    const hand = textWith([{ insert: 'may ' }, { insert: 'shall', attributes: { strong: true } }, { insert: ' act' }])
    all(hand, search('shall'), 'should')
    expect(readClauses(hand.doc)[0]?.words[1]).toEqual({ insert: 'should', attributes: { strong: true } })
  })

  test.each<[string, Search, string, string, string]>([
    ['at a sentence’s start', search('goods'), 'items', 'Goods of GOODS are goods.', 'Items of ITEMS are items.'],
    ['of words looked for with theirs', search('Goods'), 'items', 'Goods, goods, GOODS', 'Items, items, ITEMS'],
    ['behind quotes', search('"goods"'), '"items"', '“Goods”', '"Items"'],
    ['of one letter', search('a', { wholeWord: true }), 'the', 'A party, a State', 'The party, the State'],
    ['with accents', search('états'), 'à', 'États, ÉTATS', 'À, À'],
    ['not on what follows a number', search('goods'), '2 items', 'Goods', '2 items'],
    ['nor in letters that have none', search('goods'), 'مواد', 'Goods', 'مواد'],
    ['nor taken away', search('goods'), 'Items', 'goods, Goods, GOODS', 'Items, Items, ITEMS'],
    ['not where the words were typed so', search('UN'), 'United Nations', 'UN, un', 'United Nations, United Nations'],
    ['not where only they are to change', search('goods'), 'goods', 'Goods and GOODS', 'goods and goods'],
    ['not where the case counts', search('Goods', { matchCase: true }), 'items', 'Goods goods', 'items goods'],
    ['not in a pattern', search('goods?', { pattern: true }), 'items', 'Goods', 'items'],
  ])('capitals are kept %s', (_name, wanted, by, text, expected) => {
    const hand = textWith(text)
    all(hand, wanted, by)
    expect(shown(hand)).toEqual([expected])
  })

  test('capitals are kept in footnotes', () => {
    const hand = textWith([note({ insert: 'Goods' })])
    all(hand, search('goods'), 'items')
    expect(notes(hand)).toEqual(['Items'])
  })

  test('a match that has changed meanwhile is left alone', () => {
    const hand = textWith('shall')
    expect(replaceWords(hand, search('shall'), [{ clause: 'c0', from: 1, to: 6 }], 'x')).toEqual({
      replaced: 0,
      left: 0,
    })
  })
})

describe('references', () => {
  const parts = ['see ', { insert: referenceTo('c2') }, ' and more'] as const
  const withReference = (): Hand =>
    textWith(
      'Export',
      parts.map((part) => (typeof part === 'string' ? { insert: part } : part)),
      'Rest',
    )

  test('are found as they are shown, and whole', () => {
    expect(found(withReference(), search('paragraph 2'))).toEqual(['c1@4 \uFFFC'])
    expect(found(withReference(), search('see para'))).toEqual(['c1@0 see \uFFFC'])
    expect(found(withReference(), search('more'))).toEqual(['c1@10 more'])
  })

  test.each<[string, Search, Replaced, string]>([
    [
      'are never replaced as if they were words',
      search('paragraph 2'),
      { replaced: 0, left: 1 },
      'see \uFFFC and more',
    ],
    ['stay among words that are replaced', search('e'), { replaced: 5, left: 0 }, 'sxx \uFFFC and morx'],
    ['are said to be left', search('see .* a|more', { pattern: true }), { replaced: 1, left: 1 }, 'see \uFFFC and x'],
    [
      'tell what stands beside them',
      search('(?<=2) and', { pattern: true }),
      { replaced: 1, left: 0 },
      'see \uFFFCx more',
    ],
  ])('%s', (_name, wanted, told, text) => {
    const hand = withReference()
    expect(all(hand, wanted, 'x')).toEqual(told)
    expect(shown(hand)[1]).toBe(text)
  })
})

const note = (...words: Words) => ({ insert: footnoteOf(words) })

const notes = (hand: Hand): string[] => footnotesIn(readClauses(hand.doc)).map(({ words }) => textOf(words))
const places = (hand: Hand, wanted: Search) => {
  const result = findWords(hand.doc, wanted)
  return result.ok ? result.matches.map(({ from, to, note: within }) => [from, to, within?.from, within?.to]) : []
}

describe('footnotes', () => {
  const bold = { strong: true }
  const withNotes = (): Hand =>
    textWith('Export', [
      { insert: 'It shall' },
      {
        ...note({ insert: 'He ' }, { insert: 'shall', attributes: bold }, { insert: ', she [shall].' }),
        attributes: bold,
      },
      { insert: ' and shall' },
      note({ insert: 'shall' }),
    ])

  test('are looked into where their signs stand', () => {
    expect(places(withNotes(), search('shall'))).toEqual([
      [3, 8, undefined, undefined],
      [8, 9, 3, 8],
      [8, 9, 15, 20],
      [14, 19, undefined, undefined],
      [19, 20, 0, 5],
    ])
  })

  test('are looked into in their brackets and by the kind of their clause', () => {
    expect(places(withNotes(), search('shall', { inBrackets: true }))).toEqual([[8, 9, 15, 20]])
    expect(places(withNotes(), search('shall', { kinds: ['article'] }))).toEqual([])
    expect(places(withNotes(), search('shall', { kinds: ['paragraph'] }))).toHaveLength(5)
  })

  test('have their words replaced in the same step, and keep their marks and what marks them', () => {
    const hand = withNotes()
    const undo = new Undo(hand)
    expect(all(hand, search('shall'), 'will not')).toEqual({ replaced: 5, left: 0 })
    expect(shown(hand)[1]).toBe(`It will not${EMBED} and will not${EMBED}`)
    expect(notes(hand)).toEqual(['He will not, she [will not].', 'will not'])
    const sign = readClauses(hand.doc)[1]?.words[1]
    expect(sign).toEqual({
      ...note({ insert: 'He ' }, { insert: 'will not', attributes: bold }, { insert: ', she [will not].' }),
      attributes: bold,
    })
    undo.undo()
    expect(readClauses(hand.doc)).toEqual(readClauses(withNotes().doc))
    undo.redo()
    expect(notes(hand)).toEqual(['He will not, she [will not].', 'will not'])
  })

  test('are replaced one match at a time', () => {
    const hand = withNotes()
    const result = findWords(hand.doc, search('shall'))
    expect(replaceWords(hand, search('shall'), result.ok ? result.matches.slice(2, 3) : [], 'may').replaced).toBe(1)
    expect(notes(hand)).toEqual(['He shall, she [may].', 'shall'])
  })

  test('go where no words are left in them', () => {
    const hand = withNotes()
    all(hand, search('^shall$', { pattern: true }), '')
    expect(shown(hand)[1]).toBe(`It shall${EMBED} and shall`)
  })

  test('stay where they are for others who write beside them', () => {
    const hand = withNotes()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(hand.doc))
    const stored = clausesOf(other).get('c1')
    if (stored) textIn(stored)?.insert(8, ' always')
    all(hand, search('shall'), 'may')
    Y.applyUpdate(hand.doc, Y.encodeStateAsUpdate(other))
    expect(shown(hand)[1]).toBe(`It may always${EMBED} and may${EMBED}`)
    expect(notes(hand)).toEqual(['He may, she [may].', 'may'])
  })

  test('are not taken for words of their clause', () => {
    const hand = withNotes()
    expect(all(hand, search('.*', { pattern: true }), 'x')).toEqual({ replaced: 3, left: 1 })
    expect(notes(hand)).toEqual(['x', 'x'])
  })
})
