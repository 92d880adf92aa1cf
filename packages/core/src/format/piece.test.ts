/** Pieces: what is copied elsewhere becomes provisions of the text that it goes into, and no word of it goes. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberClauses } from '../clause/number.ts'
import { textOf } from '../clause/words.ts'
import { exportDraft } from './export.ts'
import { rowAttribute } from './html.ts'
import { importFile } from './import.ts'
import { readPiece, type Piece } from './piece.ts'

const into = 'Object\nOne words here.'

/** Numbers, kinds and words, a line each. */
function shown(piece: Partial<Piece>): string[] {
  const { clauses } = readPiece({ kind: 'plain', source: '', into, ...piece })
  const numbers = numberClauses(clauses, 'en')
  return clauses.map(({ id, kind, words }) => `${numbers.get(id)?.label} ${kind}: ${textOf(words)}`)
}

const plain = (...lines: readonly string[]): string[] => shown({ source: lines.join('\n') })
const first = (...lines: readonly string[]): string[] => shown({ source: lines.join('\n'), into: '' })
const html = (source: string): string[] => shown({ kind: 'html', source })

describe('numbered lines are provisions, whether or not they end a sentence', () => {
  test('in plain text', () => {
    expect(plain('1. Thumb-cuffs', '2. Leg irons', '(a) of steel', '3. Chains')).toEqual([
      '1. paragraph: Thumb-cuffs',
      '2. paragraph: Leg irons',
      '(a) point: of steel',
      '3. paragraph: Chains',
    ])
    expect(plain('1. Thumb-cuffs')).toEqual(['1. paragraph: Thumb-cuffs'])
  })

  test('in a list', () => {
    expect(
      html('<p>1. <b>Bold</b> first</p><p>(a) Alpha one</p><p>(b) Alpha two</p><p>2. Second</p><p>Loose</p>'),
    ).toEqual([
      '1. paragraph: Bold first',
      '(a) point: Alpha one',
      '(b) point: Alpha two',
      '2. paragraph: Second',
      ' text: Loose',
    ])
  })
})

describe('a piece has no title', () => {
  test('whatever its first line is', () => {
    expect(plain('Thumb-cuffs', '1. Of steel.')).toEqual([' text: Thumb-cuffs', '1. paragraph: Of steel.'])
    expect(html('<h1>Charter</h1><p>1. Each shall act.</p>')).toEqual([
      ' text: Charter',
      '1. paragraph: Each shall act.',
    ])
  })

  test('unless there is no text yet', () => {
    expect(shown({ source: 'CHARTER\n\nArticle 1\n\n1. Each shall act.', into: ' \n ' })).toEqual([
      ' title: CHARTER',
      'Article 1 article: ',
      '1. paragraph: Each shall act.',
    ])
  })
})

/** Kinds and words in their tree, a line each. */
function tree(piece: Partial<Piece>): string[] {
  return readPiece({ kind: 'plain', source: '', into, ...piece }).clauses.map(({ depth, kind, words }) =>
    `${'  '.repeat(depth)}${kind} ${textOf(words)}`.trimEnd(),
  )
}

describe('of a whole instrument no heading stands beneath another that is no division', () => {
  const expected = [
    'title DRAFT CONVENTION',
    'preamble',
    '  text The States Parties to this Convention,',
    '  recital Recalling the Charter,',
    '  text Have agreed as follows:',
    'chapter General',
    '  article Object',
    '    paragraph Each shall act.',
    'annex Goods',
    '  paragraph Chairs',
  ]

  test('in plain text', () => {
    const lines = ['DRAFT CONVENTION', 'The States Parties to this Convention,', 'Recalling the Charter,', 'Have agreed as follows:', 'Chapter I\nGeneral', 'Article 1\nObject', '1. Each shall act.', 'Annex I\nGoods', '1. Chairs'] // oxfmt-ignore
    const read = tree({ source: lines.join('\n\n') })
    expect(read).toEqual(expected)
    expect(tree({ source: lines.join('\n\n').replace('DRAFT CONVENTION', 'Draft Convention') })[0]).toBe(
      'title Draft Convention',
    )
  })

  test('in a page', () => {
    const source =
      '<h1>DRAFT CONVENTION</h1><p>Adopted<br>10 December</p><p>The States Parties to this Convention,</p><p>Recalling the Charter,</p><p>Have agreed as follows:</p><h2>Chapter I</h2><p>General</p><h3>Article 1</h3><p>Object</p><p>1. Each shall act.</p><h2>Annex I</h2><p>Goods</p><p>1. Chairs</p>'
    const [title, ...rest] = expected
    expect(tree({ kind: 'html', source })).toEqual([title, 'text Adopted\n10 December', ...rest])
  })

  test('nor in a text with a foreword, or with headings between articles', () => {
    expect(
      tree({ source: 'FOREWORD\n\nWe met in Geneva.\n\nINTRODUCTION\n\nWe thank all.\n\nArticle 1\n\n1. Each.' }),
    ).toEqual([
      'title FOREWORD',
      'text We met in Geneva.',
      'text INTRODUCTION',
      '  text We thank all.',
      'article',
      '  paragraph Each.',
    ])
    const between = '<h2>Article 1</h2><p>1. Each.</p><h2>Trade</h2><h3>Article 2</h3><p>1. All.</p>'
    expect(tree({ kind: 'html', source: between })).toEqual([
      'article', '  paragraph Each.', 'text Trade', 'article', '  paragraph All.',
    ]) // oxfmt-ignore
  })
})

describe('where there is no text yet', () => {
  test('a sentence is words, and not a title', () => {
    expect(first('Each State shall prohibit the export of', 'thumb-cuffs.')).toEqual([
      ' text: Each State shall prohibit the export of thumb-cuffs.',
    ])
    expect(first('Each State shall prohibit cuffs')).toEqual([' text: Each State shall prohibit cuffs'])
    expect(first('Cuffs of con-', 'straint')).toEqual([' text: Cuffs of constraint'])
  })

  test('lines of a list have no title above them', () => {
    expect(first('Thumb-cuffs', 'Leg irons', 'Chains')).toEqual([
      ' text: Thumb-cuffs',
      ' text: Leg irons',
      ' text: Chains',
    ])
  })

  test('an Arabic draft has its recitals in a preamble, and nothing beneath its title', () => {
    expect(
      first(
        'مشروع اتفاقية',
        'إن الدول الأطراف في هذه الاتفاقية،',
        'إذ تشير إلى الميثاق،',
        'قد اتفقت على ما يلي:',
        'المادة 1',
        '1- تتعاون الدول.',
      ),
    ).toEqual([
      ' title: مشروع اتفاقية',
      ' preamble: ',
      ' text: إن الدول الأطراف في هذه الاتفاقية،',
      'PP1 recital: إذ تشير إلى الميثاق،',
      ' text: قد اتفقت على ما يلي:',
      'المادة 1 article: ',
      '1. paragraph: تتعاون الدول.',
    ])
  })

  test('a line that stands alone over more is a title, as is one over articles or recitals', () => {
    expect(first('Scope', '', 'Each State shall act.')[0]).toBe(' title: Scope')
    expect(first('Charter', 'Article 1', '1. Each shall act.')[0]).toBe(' title: Charter')
    expect(first('Declaration', 'Considering that States act,', 'Recalling the Charter,')[0]).toBe(
      ' title: Declaration',
    )
  })
})

describe('a long title ends with its line where no blank line is between', () => {
  const wide = 'Each State Party shall take the measures that are needed to give effect.'

  test.each([
    ['the first, before recitals', 'Draft Convention on the Tools of Torture and on All Trade in Them', 'Considering that the purposes of the Charter include respect for all,'],
    ['the first, before the parties', 'Draft Convention on the Tools of Torture and on All Trade in Them', 'The States Parties to this Convention,'],
    ['the first, before a heading', 'Draft Convention on the Tools of Torture and on All Trade in Them', 'Article 1'],
    ['in capitals, before anything', 'DRAFT CONVENTION ON THE TOOLS OF TORTURE AND ON ALL TRADE IN THEM', 'We present this draft to the Group.'],
  ])('%s', (_which, title, next) => {
    const source = `${title}\n${next}\n\nArticle 2\n\n1. ${wide}`
    expect(shown({ source, into: '' })[0]).toBe(` title: ${title}`)
    expect(shown({ source })[0]).toBe(` title: ${title}`)
  }) // oxfmt-ignore

  test('and a line that goes on is none', () => {
    const line = 'Each State Party to this instrument shall take such measures under'
    expect(plain(line, 'Article 5', '', '1. Each.')[0]).toBe(` text: ${line}`)
  })
})

describe('lines', () => {
  test('of a page are put together where a sentence goes on, words that were cut as well', () => {
    expect(
      plain(
        'The States Parties to the present Con-',
        'vention, considering that the obligations of States un- ',
        'der the Charter and in particular Article 55 to promote',
        'universal respect for human rights,',
        '',
        'Article 1',
        '',
        '1. For the purposes of this Convention, the term',
        '“torture” means any act by which severe pain.',
        '2. This article is without prejudice.',
      ),
    ).toEqual([
      ' text: The States Parties to the present Convention, considering that the obligations of States under the Charter and in particular Article 55 to promote universal respect for human rights,',
      'Article 1 article: ',
      '1. paragraph: For the purposes of this Convention, the term “torture” means any act by which severe pain.',
      '2. paragraph: This article is without prejudice.',
    ])
  })

  test('that may be paragraphs of their own stay apart', () => {
    expect(plain('Each State Party shall keep records of exports.', 'Records are kept for ten years.')).toHaveLength(2)
    expect(plain('Each State Party shall keep a record', 'Records of what was exported')).toHaveLength(2)
    expect(plain('apples', 'pears', 'plums')).toHaveLength(3)
  })

  test.each([
    [
      'law-enforcement stands in the text with its hyphen',
      'officers of law-\nenforcement bodies of a State',
      'law-enforcement',
    ],
    ['both halves stand there', 'the State and its hand-\ncuffs of any metal at all', 'hand-cuffs'],
    ['it often has one', 'the principle of non-\ndiscrimination in all of it', 'non-discrimination'],
    [
      'the next line begins with a capital',
      'the agreement between the Franco-\nGerman bodies and a State',
      'Franco-German',
    ],
    ['it stands for a word to come', 'all of the short-\nand long-term effects of it', 'short- and long-term'],
  ])('keep the hyphen of a word in doubt: %s', (_why, source, expected) => {
    const known = `${into} Law-enforcement. A hand. Cuffs.`
    expect(shown({ source, into: known }).join('\n')).toContain(expected)
  })

  test('come without soft hyphens', () => {
    expect(plain('of the con\u00ADven\u00AD\ntion')).toEqual([' text: of the convention'])
    expect(html('<p>soft&shy;hyphen\u00ADs</p>')).toEqual([' text: softhyphens'])
  })

  test('lose it where the word stands in the text, or a short half is hardly a word of its own', () => {
    expect(plain('to another State or to an-', 'other place, and not to the other')[0]).toContain('or to another place')
    expect(
      shown({ source: 'the use of the law-\nful means of a State Party', into: 'Law is full of lawful acts.' }),
    ).toEqual([' text: the use of the lawful means of a State Party'])
  })
})

test('a row of a table is words, whatever stands in its first cell', () => {
  const rows = ['1.1 | Chairs |', 'Article 5 | Scope', '(a) | Whips', '| | 2']
  const source = rows.map((row) => `<p ${rowAttribute}>${row}</p>`).join('')
  expect(html(`<p>1. Goods:</p>${source}<p>2. Others</p>`)).toEqual([
    '1. paragraph: Goods:',
    ...rows.map((row) => ` text: ${row}`),
    '2. paragraph: Others',
  ])
  const { clauses } = readPiece({ kind: 'html', source, into })
  const bytes = (kind: string) => new TextEncoder().encode(exportDraft({ title: '', language: 'en', symbol: '', clauses }, kind)) // oxfmt-ignore
  for (const kind of ['md', 'html', 'txt']) expect(new TextDecoder().decode(bytes(kind))).toContain('| | 2')
  const read = importFile('rows.md', bytes('md'))
  expect(read.ok && read.draft.clauses.map(({ words }) => textOf(words))).toContain('| | 2')
})

describe('a line break', () => {
  test('within a paragraph stays one, at its ends it goes', () => {
    expect(html('<p><br>First line <b>goes<br></b> on<br></p><p>Next</p>')).toEqual([
      ' text: First line goes\non',
      ' text: Next',
    ])
    expect(html('<p>As in paragraph<br>(a) of this Article</p>')).toEqual([
      ' text: As in paragraph\n(a) of this Article',
    ])
  })

  test('before the number of a list parts provisions', () => {
    expect(
      html('<p>We propose<br>1. Each Party shall:<br>(a) act<br>(b) report;<br>as it sees fit.<br>2. End</p>'),
    ).toEqual([
      ' text: We propose',
      '1. paragraph: Each Party shall:',
      '(a) point: act',
      '(b) point: report;\nas it sees fit.',
      '2. paragraph: End',
    ])
  })

  test('behind a heading and at a blank line parts clauses', () => {
    expect(html('<p>Dear all,<br><br>Best,<br>Anna</p>')).toEqual([' text: Dear all,', ' text: Best,\nAnna'])
    expect(html('<p>Article 7<br>Production</p><p>Each State shall act.</p>')).toEqual([
      'Article 7 article: Production',
      ' text: Each State shall act.',
    ])
    expect(html('<h3>Article 7<br>Production</h3><p>Each State<footnote>See<br>there</footnote> shall.</p>')).toEqual([
      'Article 7 article: Production',
      ' text: Each State\uFFFC shall.',
    ])
  })
})

describe('spaces', () => {
  const french = 'Mr\u00A0X: «\u202F10\u00A0%\u2009»'

  test('that a writer chose stay', () => {
    expect(html(`<p>${french} <b>and\u00A0</b>so on</p><p>More</p>`)).toEqual([
      ` text: ${french} and\u00A0so on`,
      ' text: More',
    ])
    expect(plain(french, 'More')).toEqual([` text: ${french}`, ' text: More'])
  })

  test('in a row are one, and at an end none', () => {
    expect(html('<p>\u00A0one\u00A0 two<b>\u00A0</b> three \u00A0four \n five\u00A0\u00A0six\u202F</p>')).toEqual([
      ' text: one two three four five six',
    ])
  })

  test('are no letters of a number or a heading', () => {
    expect(html('<p>1.\u00A0One</p><p>(a)\u00A0\u00A0point</p><p>1\u00A0bis.\u00A0Two</p>')).toEqual([
      '1. paragraph: One',
      '(a) point: point',
      '1 bis. paragraph: Two',
    ])
    expect(html('<p>Article\u00A07\u00A0bis</p><p>1.\u00A0One</p>')).toEqual([
      'Article 7 bis article: ',
      '1. paragraph: One',
    ])
  })
})

describe('what is struck out stays out, and is counted', () => {
  test.each([
    [
      'a tracked deletion',
      'Kept <ins>new </ins><del cite="mailto:Ann" datetime="2026-01-01T10:00">old words </del>end',
      2,
    ],
    ['a struck word', 'Kept <s>old</s> new <strike>and</strike> end', 2],
    [
      'a struck style',
      'Kept <span style="color:red;text-decoration: underline line-through">old <b>words</b></span> new end',
      2,
    ],
    ['part of a word', 'Kept <del>re</del>new end', 1],
    ['a footnote', 'Kept new<del><footnote>A note.</footnote></del> end', 2],
  ])('%s', (_what, source, struck) => {
    const read = readPiece({ kind: 'html', source: `<p>${source}</p>`, into })
    expect(read.clauses.map(({ words }) => textOf(words))).toEqual(['Kept new end'])
    expect(read.struck).toBe(struck)
  })

  test('with the number of a paragraph of which nothing else is left', () => {
    expect(
      html('<p>1. One</p><p>2. <del>Two</del></p><p><del>3. Three</del></p><p>(a) <s>x</s></p><p>2. Two anew</p>'),
    ).toEqual(['1. paragraph: One', '2. paragraph: Two anew'])
  })
})

const scraps = ['Article 1', 'Title', '1. one', '(a) point', '- dash', 'PART II', 'Plain words.', 'goes on in lower case and further,', 'of the con-', 'vention of all States and un-', 'der it', 'short-', 'and long-term', 'co-', 'Chair', '20-', 'year', 'soft\u00AD', '', 'Annex A', '2) two', 'المادة 3', '١- نص', '(أ) بند', 'الإنتاج', 'а) первый', '第三条', '各缔约国应：'] // oxfmt-ignore

function letters(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? []
}

test.each([
  ['plain', '\n'],
  ['html', '<br>'],
] as const)('no letter of any %s piece is lost', (kind, end) => {
  const pieces = fc.array(fc.constantFrom(...scraps), { maxLength: 25 }).map((lines) => lines.join(end))
  fc.assert(
    fc.property(pieces, fc.constantFrom('', 'Some words.'), (source, around) => {
      let at = 0
      const wanted = letters(source.replaceAll('<br>', ' '))
      for (const letter of letters(shown({ kind, source, into: around }).join('\n'))) if (letter === wanted[at]) at++
      expect(wanted.slice(at)).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
