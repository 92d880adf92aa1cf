/** Formats: what sources look like and what becomes of them, the laws of the round trip, and refusals in plain sentences. */

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Clause, Draft } from '../clause/clause.ts'
import { canonicalForm } from '../clause/canonical.ts'
import { keepAll } from '../clause/freed.ts'
import { numberClauses } from '../clause/number.ts'
import { textOf } from '../clause/words.ts'
import { exportDraft } from './export.ts'
import { checkFidelity } from './fidelity.ts'
import { isFreedLine } from './freed.ts'
import { importFile } from './import.ts'

function read(name: string, source: string): Draft {
  const imported = importFile(name, new TextEncoder().encode(source))
  if (!imported.ok) throw new Error(imported.error)
  const { lost, invented } = checkFidelity(name, source, imported.draft)
  expect({ lost, invented }).toEqual({ lost: [], invented: [] })
  return imported.draft
}

/** The tree in one line for each clause: `Article 1(2)(a) point: words`. */
function tree({ clauses, language }: Draft): string[] {
  const numbers = numberClauses(clauses, language)
  return clauses.map(({ id, kind, words }) => `${numbers.get(id)?.citation} ${kind}: ${textOf(words)}`)
}

describe('Markdown', () => {
  it('reads articles, titles on the next line without a space, paragraphs and points', () => {
    const source =
      '## Treaty\n\n### Article  1  \n\n####Scope\n\n1. It applies:\n\n(a)to goods;\n\n(b)to services.\n2. It ends.\n\n### Article  2  \n\nAll of it.'
    expect(tree(read('t.md', source))).toEqual([
      'Title title: Treaty',
      'Article 1 article: Scope',
      'Article 1(1) paragraph: It applies:',
      'Article 1(1)(a) point: to goods;',
      'Article 1(1)(b) point: to services.',
      'Article 1(2) paragraph: It ends.',
      'Article 2 article: ',
      'Article 2, subparagraph 1 text: All of it.',
    ])
  })

  it('takes a run-together preamble apart at its participles', () => {
    const source =
      'The Parties to this Treaty,Considering that goods matter,Recalling Article 1 of the Charter, Mindful of the past, Have agreed as follows:\n\n### Article 1\n\nYes.'
    expect(tree(read('t.md', source)).slice(0, 6)).toEqual([
      'Preamble preamble: ',
      'Preamble, subparagraph 1 text: The Parties to this Treaty,',
      'Preamble, 1 recital: Considering that goods matter,',
      'Preamble, 2 recital: Recalling Article 1 of the Charter,',
      'Preamble, 3 recital: Mindful of the past,',
      'Preamble, subparagraph 2 text: Have agreed as follows:',
    ])
  })

  it('takes a number out of its emphasis', () => {
    const source = '## Article 1\n\n**1.** First.\n\n__2. Second__ thing.\n\n**Third** thing.'
    expect(tree(read('t.md', source)).slice(1)).toEqual([
      'Article 1(1) paragraph: First.',
      'Article 1(2) paragraph: Second thing.',
      'Article 1(2), subparagraph 1 text: Third thing.',
    ])
  })

  it('keeps a typed number that counting would change', () => {
    const { clauses } = read('t.md', '### Article 4 bis\n\nYes.\n\n### Article 7\n\n(x) No.')
    expect(clauses.map(({ label }) => label)).toEqual(['Article 4 bis', undefined, 'Article 7', '(x)'])
  })

  it('nests Roman points beneath letters, and tells the letter i from the numeral', () => {
    const points = ['(a) one', '(b) two:', '(i) three', '(ii) four', '(c) five'].join('\n\n')
    expect(tree(read('t.md', `### Article 1\n\n1. List:\n\n${points}`)).slice(2)).toEqual([
      'Article 1(1)(a) point: one',
      'Article 1(1)(b) point: two:',
      'Article 1(1)(b)(i) point: three',
      'Article 1(1)(b)(ii) point: four',
      'Article 1(1)(c) point: five',
    ])
    const letters = 'abcdefghij'.split('').map((name) => `(${name}) ${name}${name}`)
    expect(tree(read('t.md', `### Article 1\n\n${letters.join('\n\n')}`)).at(-2)).toBe('Article 1(i) point: ii')
  })

  it('reads sections within articles, annexes, and numbered headings within annexes', () => {
    const source =
      '# C\n\n## ARTICLE I. AIMS\n\n### Section 1\n\nOne.\n\nTwo.\n\n### Section 2\n\nThree.\n\n## APPENDIX II: LISTS\n\n### 1\n\nGoods.\n\n### 2.1. More\n\nText.'
    expect(tree(read('t.md', source)).slice(1)).toEqual([
      'Article I article: AIMS',
      'Article I(1) paragraph: One.',
      'Article I(1), subparagraph 1 text: Two.',
      'Article I(2) paragraph: Three.',
      'Annex II annex: LISTS',
      'Annex II, 1 paragraph: Goods.',
      'Annex II, 1(2.1) paragraph: More',
      'Annex II, 1(2.1), subparagraph 1 text: Text.',
    ])
  })

  it('reads chapters above sections above articles, in French', () => {
    const source =
      '# Loi\n\n## TITRE PREMIER - DES BIENS\n\n### Section 1\n\n#### Article premier\n\nUn.\n\n#### Article 2\n\na) deux ;\n\nb) trois.'
    expect(tree(read('t.md', source)).slice(1)).toEqual([
      'Part PREMIER part: DES BIENS',
      'Part PREMIER, Chapter 1 chapter: ',
      'Article premier article: ',
      'Article premier, subparagraph 1 text: Un.',
      'Article 2 article: ',
      'Article 2(a) point: deux ;',
      'Article 2(b) point: trois.',
    ])
  })

  it('keeps emphasis as marks, drops link targets and comments, and counts a list of ones', () => {
    const { clauses } = read(
      't.md',
      '### Article 1\n\n<!-- gone -->\n\n1. **Must** see [the *Charter*](https://example.org/x_(y)).\n1. Two.\n1. Three.',
    )
    expect(clauses[1]?.words).toEqual([
      { insert: 'Must', attributes: { strong: true } },
      { insert: ' see the ' },
      { insert: 'Charter', attributes: { em: true } },
      { insert: '.' },
    ])
    expect(clauses.map(({ label }) => label)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('plain text', () => {
  it('unwraps hard-wrapped lines and finds where a paragraph ends without a blank line', () => {
    const source = [
      'LICENCE',
      '',
      '1.Definitions',
      'In this Licence the following terms have the meaning which is given to them in the list',
      'below:',
      '— the Work: all that is licensed.',
      '— the Licensor: who licenses it.',
      'These terms are used throughout, whether in the singular or in the plural, without prejudice',
      'to other terms.',
      '',
      '2.Scope',
      'Everything is in scope.',
    ].join('\n')
    expect(tree(read('t.txt', source))).toEqual([
      'Title title: LICENCE',
      'Article 1 article: Definitions',
      'Article 1, subparagraph 1 text: In this Licence the following terms have the meaning which is given to them in the list below:',
      'Article 1, subparagraph 1 text: the Work: all that is licensed.',
      'Article 1, subparagraph 2 text: the Licensor: who licenses it.',
      'Article 1, subparagraph 2 text: These terms are used throughout, whether in the singular or in the plural, without prejudice to other terms.',
      'Article 2 article: Scope',
      'Article 2, subparagraph 1 text: Everything is in scope.',
    ])
  })

  it('reads the headings of a French text that marks none', () => {
    const source =
      'CONVENTION\n\nTITRE PREMIER - GÉNÉRALITÉS\n\nChapitre Ier : Objet\n\nArticle premier. - Buts\n\nElle a deux buts.\n\nArticle 2 (Définitions)\n\n1° « Bien » désigne un objet.\n\nArticle 3 Champ d’application\n\nElle vaut partout.\n\nArt. 4. - Elle prime l’article 3\n\nArticle 5 de la Charte\n'
    expect(tree(read('t.txt', source))).toEqual([
      'Title title: CONVENTION',
      'Part PREMIER part: GÉNÉRALITÉS',
      'Part PREMIER, Chapter Ier chapter: Objet',
      'Article premier article: Buts',
      'Article premier, subparagraph 1 text: Elle a deux buts.',
      'Article 2 article: (Définitions)',
      'Article 2(1) paragraph: « Bien » désigne un objet.',
      'Article 3 article: Champ d’application',
      'Article 3, subparagraph 1 text: Elle vaut partout.',
      'Article 4 article: Elle prime l’article 3',
      'Article 4, subparagraph 1 text: Article 5 de la Charte',
    ])
  })

  test.each([
    ['Article', 'Object', 'Definitions', '(a)', '\n'],
    ['Article', 'Object', 'Definitions', '(a)', '\n\n'],
    ['Article', 'Objet', 'Définitions', 'a)', '\n'],
  ])('takes a first line %s 1 for what it says, and no title (%s, %s, %s)', (article, object, terms, point, end) => {
    const lines = [`${article} 1`, object, '1. One.', `${point} first.`, `${article} 2`, terms, '1. One again.']
    expect(tree(read('t.txt', lines.join(end)))).toEqual([
      `Article 1 article: ${object}`,
      'Article 1(1) paragraph: One.',
      'Article 1(1)(a) point: first.',
      `Article 2 article: ${terms}`,
      'Article 2(1) paragraph: One again.',
    ])
  })

  it('begins a line with those who agree, with each recital and with what closes a preamble', () => {
    const source =
      'Convention on the trade in tools of torture\nThe States Parties to this Convention,\nRecalling the Charter of the United Nations,\nNoting the absence of common standards in\nthis field,\nHave agreed as follows:\n\nArticle 1\n\nYes.'
    expect(tree(read('t.txt', source)).slice(0, 6)).toEqual([
      'Title title: Convention on the trade in tools of torture',
      'Preamble preamble: ',
      'Preamble, subparagraph 1 text: The States Parties to this Convention,',
      'Preamble, 1 recital: Recalling the Charter of the United Nations,',
      'Preamble, 2 recital: Noting the absence of common standards in this field,',
      'Preamble, subparagraph 2 text: Have agreed as follows:',
    ])
  })

  it('does not take a reference at the start of a line for a heading or an item', () => {
    const source =
      'Article 1\n\nThe measures that are referred to in the provisions of\nArticle 5 of the Convention, and in those of paragraph\n12. of the Protocol, remain.'
    expect(tree(read('t.txt', source))).toEqual([
      'Article 1 article: ',
      'Article 1, subparagraph 1 text: The measures that are referred to in the provisions of Article 5 of the Convention, and in those of paragraph 12. of the Protocol, remain.',
    ])
  })
})

function kinds(...lines: readonly string[]): string[] {
  return read('t.txt', lines.join('\n\n')).clauses.map(({ kind }) => kind)
}

describe('plain text in other scripts', () => {
  test.each([
    [
      'Arabic',
      [
        'المادة 3',
        'حظر الإنتاج',
        '1- تحظر كل دولة طرف إنتاج السلع',
        '(أ) البند الأول',
        '(ب) البند الثاني',
        '٢- الفقرة الثانية',
        'المادة الرابعة',
        'التعاريف',
        '١- الفقرة الأولى.',
      ],
    ],
    [
      'Arabic with full stops',
      [
        'المادة 3',
        'حظر الإنتاج',
        '1- تحظر كل دولة طرف إنتاج السلع.',
        '(أ) البند الأول؛',
        '(ب) البند الثاني.',
        '2- الفقرة الثانية.',
        'المادة ٤',
        'التعاريف',
        '1 - الفقرة الأولى.',
      ],
    ],
    [
      'Russian',
      [
        'Статья 3',
        'Запрещение',
        '1. Каждое государство:',
        'а) первый;',
        'б) второй.',
        '2. Второй пункт.',
        'Статья 4',
        'Определения',
        '1. Один.',
      ],
    ],
    [
      'Chinese',
      ['第三条', '禁止生产', '1. 各缔约国应：', '(a) 第一；', '(b) 第二。', '2. 第二款。', '第四条　定义', '1. 一。'],
    ],
  ])('has its articles, paragraphs and points: %s', (_language, lines) => {
    const levels = read('t.txt', lines.join('\n')).clauses.map(({ kind, depth }) => `${depth} ${kind}`)
    const article = ['0 article', '1 paragraph']
    expect(levels).toEqual([...article, '2 point', '2 point', '1 paragraph', ...article])
  })

  it('has parts, chapters, annexes and a preamble', () => {
    const all = ['preamble', 'part', 'chapter', 'article', 'annex']
    expect(
      kinds('الديباجة', 'الباب الأول: أحكام عامة', 'الفصل ٢', 'المادة الحادية عشرة', 'حظر الإنتاج', 'المرفق 1'),
    ).toEqual(all)
    expect(kinds('Преамбула', 'Часть I. Общие положения', 'Глава 1', 'Статья 1', 'Запрещение', 'Приложение')).toEqual(
      all,
    )
    expect(kinds('序言', '第一部分 总则', '第二章', '第十一条', '禁止生产', '附件一')).toEqual(all)
  })

  test.each([
    [
      'Arabic',
      [
        'اتفاقية بشأن تجارة أدوات التعذيب',
        'إن الدول الأطراف في هذه الاتفاقية،',
        'إذ تشير إلى ميثاق الأمم المتحدة،',
        'واقتناعًا منها بضرورة وضع معايير مشتركة، مؤكدة دور الدول،',
        'قد اتفقت على ما يلي:',
        'المادة 1',
        'الغرض',
        '1- تحظر كل دولة طرف إنتاج السلع.',
      ],
    ],
    [
      'Russian',
      [
        'Конвенция о торговле орудиями пыток',
        'Государства-участники настоящей Конвенции,',
        'ссылаясь на Устав Организации Объединенных Наций,',
        'будучи убеждены в необходимости общих стандартов, признавая роль государств,',
        'согласились о нижеследующем:',
        'Статья 1',
        'Цель',
        '1. Каждое государство запрещает производство.',
      ],
    ],
    [
      'Chinese',
      [
        '酷刑工具贸易公约',
        '本公约缔约国，',
        '回顾《联合国宪章》，',
        '深信有必要制定共同标准，并承认各国的作用，',
        '兹议定如下：',
        '第一条',
        '宗旨',
        '1. 各缔约国应禁止生产。',
      ],
    ],
  ])('has its title, and its recitals in a preamble: %s', (_language, lines) => {
    const preamble = ['preamble', 'text', 'recital', 'recital', 'text']
    for (const end of ['\n', '\n\n'])
      expect(read('t.txt', lines.join(end)).clauses.map(({ kind }) => kind)).toEqual([
        'title',
        ...preamble,
        'article',
        'paragraph',
      ])
  })

  it('takes a run-together preamble apart in Arabic', () => {
    const source =
      'اتفاقية\n\nإن الدول الأطراف في هذه الاتفاقية، إذ تشير إلى الميثاق، وإذ تلاحظ غياب المعايير، ورغبةً منها في التعاون، قد اتفقت على ما يلي:\n\nالمادة 1\n\n1- تتعاون الدول.'
    expect(tree({ ...read('t.txt', source), language: 'en' }).slice(1, 7)).toEqual([
      'Preamble preamble: ',
      'Preamble, subparagraph 1 text: إن الدول الأطراف في هذه الاتفاقية،',
      'Preamble, 1 recital: إذ تشير إلى الميثاق،',
      'Preamble, 2 recital: وإذ تلاحظ غياب المعايير،',
      'Preamble, 3 recital: ورغبةً منها في التعاون،',
      'Preamble, subparagraph 2 text: قد اتفقت على ما يلي:',
    ])
  })

  it('does not take what speaks of an article for one', () => {
    const lines = ['المادة 3 من الاتفاقية تسري على الجميع', 'Статья 3 конвенции применяется', '第三条适用于所有缔约国']
    for (const line of lines)
      expect(read('t.txt', `TREATY\n\nArticle 1\n\n1. One.\n\n${line}`).clauses.at(-1)?.kind).toBe('text')
  })
})

describe('HTML', () => {
  it.each([
    [
      'a tracked deletion of Word',
      'Kept <ins cite="mailto:Ann">new </ins><span class=msoDel><del cite="mailto:Ann">old words </del></span>end',
      2,
    ],
    ['what Word marks by a class alone', 'Kept new <span class="x msoDel">old <span>words</span></span> end', 2],
    ['what is struck by hand', 'Kept <s>old</s> new <strike>and</strike> end', 2],
    ['a struck style', 'Kept <span style="text-decoration: underline line-through">old</span> new end', 1],
  ])('leaves out %s, and counts it', (_what, words, struck) => {
    const source = `<h1>T</h1><p>Article 1</p><p>1. ${words}</p><p><del>2. Gone</del></p>`
    const imported = importFile('t.html', new TextEncoder().encode(source))
    expect(imported).toMatchObject({ ok: true, struck: struck + 2 })
    expect(tree(read('t.html', source))).toEqual([
      'Title title: T',
      'Article 1 article: ',
      'Article 1(1) paragraph: Kept new end',
    ])
  })

  it('says of a file of struck words that it holds no others', () => {
    const imported = importFile('t.html', new TextEncoder().encode('<p><del>All gone.</del></p>'))
    expect(imported).toEqual({ ok: false, error: 'The file holds no words but such as are struck out.' })
  })

  it('reads headings and ordered lists, whose numbers the format counts', () => {
    const source =
      '<head><title>x</title></head><h1>Charter</h1><h2>1. Aims</h2><p>We:</p><ol><li>act;<ol type="a"><li>now</li></ol></li><li><p>rest.</p><p>Often.</p></li></ol><p>Done &amp; dusted.</p><script>no()</script>'
    expect(tree(read('t.html', source))).toEqual([
      'Title title: Charter',
      'Article 1 article: Aims',
      'Article 1, subparagraph 1 text: We:',
      'Article 1(1) paragraph: act;',
      'Article 1(1)(a) point: now',
      'Article 1(2) paragraph: rest.',
      'Article 1(2), subparagraph 1 text: Often.',
      'Article 1, subparagraph 2 text: Done & dusted.',
    ])
  })
})

describe('soft hyphens', () => {
  test.each([
    ['txt', 'The con\u00ADven\u00AD\ntion of States.'],
    ['md', 'The con\u00ADven\u00AD\ntion of *Sta&shy;tes*.'],
    ['html', '<p>The con&shy;ven\u00ADtion of <b>Sta</b>&#173;tes.</p>'],
  ])('do not come in from %s', (extension, source) => {
    expect(read(`t.${extension}`, source).clauses.map(({ words }) => textOf(words))).toEqual([
      'The convention of States.',
    ])
  })
})

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

describe('what cannot be read is refused with a sentence', () => {
  test.each([
    ['an empty file', 'a.md', new Uint8Array(), 'The file is empty.'],
    ['blank words', 'a.txt', bytes(' \n '), 'The file holds no words.'],
    ['markup alone', 'a.md', bytes('<!-- x -->'), 'The file holds no words.'],
    ['NUL bytes', 'a.md', bytes('a\0b'), 'The file is binary, not text: it holds NUL bytes.'],
    [
      'what is not UTF-8',
      'a.txt',
      new Uint8Array([0x41, 0xff, 0xfe, 0x80]),
      'The file is not UTF-8 text. Save it as UTF-8 and try again.',
    ],
    [
      'too large a file',
      'a.md',
      new Uint8Array(50 * 1024 * 1024),
      'The file has 50 MB; the largest that can be read has 20 MB.',
    ],
    [
      'another kind',
      'a.exe',
      bytes('x'),
      'Files of the kind .exe cannot be read; .md, .markdown, .txt, .html, .htm, .json can.',
    ],
    [
      'no kind at all',
      'readme',
      bytes('x'),
      'Files without an extension cannot be read; .md, .markdown, .txt, .html, .htm, .json can.',
    ],
    ['broken JSON', 'a.json', bytes('{'), 'The file is not JSON.'],
  ])('%s', (_what, name, content, error) => {
    expect(importFile(name, content)).toEqual({ ok: false, error })
  })

  it('names what is wrong with a JSON draft', () => {
    const orphan = {
      title: '',
      language: 'en',
      symbol: '',
      clauses: [{ id: 'a', kind: 'text', parent: 'b', words: [] }],
    }
    expect(importFile('a.json', bytes(JSON.stringify(orphan)))).toMatchObject({
      ok: false,
      error: 'The file is not a draft: clause a stands before its parent b.',
    })
    expect(importFile('a.json', bytes('{"title":1}'))).toMatchObject({
      ok: false,
      error: expect.stringContaining('The file is not a draft: ') as unknown,
    })
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('md', 'txt', 'html', 'json', 'pdf'),
        (content, extension) => {
          expect(typeof importFile(`x.${extension}`, content).ok).toBe('boolean')
        },
      ),
    )
  })
})

const scraps = ['### Article 1', '####Title', '1. one', '(a) point', '- dash', '## PART II', 'Plain words.', '**bold** *em*', '', '> quoted', 'Annex A', '| a | b |', '1. ', '(i) roman', '\tindented', 'Recalling that,', '***', '`code`', '[x](y)', '&amp; <b>tag</b>', '2) two', '# ', 'a. letter', 'I. One', '§ 5', 'Article 2. Yes.', 'ARTICLE III', 'under_score'] // oxfmt-ignore

describe('the laws', () => {
  it('loses and invents no word of any source', () => {
    const sources = fc.array(fc.constantFrom(...scraps), { maxLength: 30 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(sources, fc.constantFrom('md', 'txt'), (source, extension) => {
        const imported = importFile(`x.${extension}`, new TextEncoder().encode(source))
        if (imported.ok)
          expect(checkFidelity(`x.${extension}`, source, imported.draft)).toMatchObject({ lost: [], invented: [] })
      }),
      { numRuns: 500 },
    )
  })

  it('gives every clause its own id, and the same ids for the same source', () => {
    const source = scraps.join('\n\n')
    const [once, again] = [read('x.md', source), read('x.md', source)]
    expect(new Set(once.clauses.map(({ id }) => id)).size).toBe(once.clauses.length)
    expect(again).toEqual(once)
    expect(once.clauses.every(({ id }) => /^[A-Za-z0-9_-]{8,64}$/u.test(id))).toBe(true)
  })

  it('reads its own JSON back to the same canonical form', () => {
    fc.assert(
      fc.property(drafts(), (draft) => {
        const back = importFile('x.json', new TextEncoder().encode(exportDraft(draft, 'json')))
        expect(back.ok && canonicalForm(back.draft)).toBe(canonicalForm(draft))
      }),
    )
  })

  it('reads its own Markdown back to an equal draft but for ids', () => {
    fc.assert(
      fc.property(drafts(), (draft) => {
        expect(withoutIds(read('x.md', exportDraft(draft, 'md') ?? ''))).toEqual(withoutIds(draft))
      }),
      { numRuns: 300 },
    )
  })

  it('writes every word into every kind of file, and no markup of its own into HTML', () => {
    fc.assert(
      fc.property(drafts(), (draft) => {
        for (const extension of ['md', 'txt', 'html']) {
          const source = exportDraft(draft, extension) ?? ''
          expect(checkFidelity(`x.${extension}`, source, draft).invented).toEqual([])
        }
        expect(exportDraft(draft, 'html')).not.toMatch(
          /<(?!\/?(?:!doctype|html|head|meta|title|style|body|h[1-6]|p|span|strong|em)\b)/u,
        )
      }),
    )
  })
})

describe('freed numbers', () => {
  const before: Draft = {
    title: 'x',
    language: 'en',
    symbol: '',
    clauses: [
      { id: 'a', kind: 'article', parent: '', depth: 0, words: [{ insert: 'Scope' }] },
      { id: 'p', kind: 'paragraph', parent: 'a', depth: 1, words: [{ insert: 'Goods.' }] },
      { id: 'q', kind: 'paragraph', parent: 'a', depth: 1, words: [{ insert: 'Records:' }] },
      { id: 'x', kind: 'point', parent: 'q', depth: 2, words: [{ insert: 'kept;' }] },
      { id: 'y', kind: 'point', parent: 'q', depth: 2, words: [{ insert: 'shown.' }] },
      { id: 'b', kind: 'article', parent: '', depth: 0, words: [{ insert: 'Terms' }] },
    ],
  }

  test.each([
    ['md', '1. [deleted]\n\n2. Records:\n\n    (a) [deleted]\n\n    (b) shown.\n\nArticle 2 [deleted]\n'],
    ['txt', '1. [deleted]\n\n2. Records:\n\n    (a) [deleted]\n\n    (b) shown.\n\nArticle 2 [deleted]\n'],
    ['html', '<p class="freed" style="margin-inline-start:2em"><span class="n">(a)</span> [deleted]</p>'],
  ])('stand in their places in %s', (extension, expected) => {
    expect(exportDraft(without(before, 'p', 'x', 'b'), extension)).toContain(expected)
  })

  test('say where their clauses went', () => {
    const [a, p, q, ...rest] = before.clauses
    if (!a || !p || !q) throw new Error('The draft has three clauses')
    const moved = { ...p, parent: 'b' }
    expect(exportDraft({ ...before, ...keepAll(before), clauses: [a, q, ...rest, moved] }, 'txt')).toContain(
      'Article 1. Scope\n\n1. [moved to Article 2(1)]\n\n2. Records:',
    )
  })

  test.each(['en', 'fr', 'es', 'ru', 'zh', 'ar'])('are no clauses of a file that is read again, in %s', (language) => {
    const changed = without({ ...before, language }, 'p', 'x', 'b')
    const lines = (exportDraft(changed, 'txt') ?? '').split('\n').filter(isFreedLine)
    expect(lines).toHaveLength(3)
    for (const extension of ['md', 'txt', 'html'])
      expect(readAgain(changed, extension)).toEqual(readAgain({ ...changed, frozenKinds: {} }, extension))
  })

  test.each(['Terms [deleted]', '5. The word [deleted]', '[deleted]', 'Article 5 of the treaty [deleted]'])(
    'are not seen in %s',
    (line) => {
      expect(isFreedLine(line)).toBe(false)
    },
  )

  it('whatever was deleted, a file that is read again holds the clauses and the numbers it would without the lines', () => {
    const deleted = drafts().chain((draft) =>
      fc.subarray(draft.clauses.map(({ id }) => id)).map((gone) => {
        const out = new Set(gone)
        for (const { id, parent } of draft.clauses) if (out.has(parent)) out.add(id)
        return without(draft, ...out)
      }),
    )
    fc.assert(
      fc.property(
        deleted.filter(({ clauses }) => clauses.length > 0),
        fc.constantFrom('md', 'txt', 'html'),
        (draft, extension) => {
          expect(readAgain(draft, extension)).toEqual(readAgain({ ...draft, frozenKinds: {} }, extension))
        },
      ),
    )
  })
})

/** A draft whose numbers were kept before some of its clauses were deleted. */
function without(draft: Draft, ...gone: readonly string[]): Draft {
  return { ...draft, ...keepAll(draft), clauses: draft.clauses.filter(({ id }) => !gone.includes(id)) }
}

/** What a file of a draft is read as; nothing of it is lost or made up that would not be without freed numbers. */
function readAgain(draft: Draft, extension: string): unknown {
  const name = `x.${extension}`
  const source = exportDraft(draft, extension) ?? ''
  const back = importFile(name, new TextEncoder().encode(source))
  if (!back.ok) return back.error
  const { lost, invented } = checkFidelity(name, source, back.draft)
  return { draft: back.draft, lost, invented }
}

function withoutIds({ clauses }: Draft): unknown {
  const places = new Map(clauses.map(({ id }, at) => [id, at]))
  return clauses.map((clause) => ({ ...clause, id: '', parent: places.get(clause.parent) ?? -1 }))
}

/** Drafts of the shapes that Markdown can hold: articles with paragraphs and points, marks, signs that need escaping. */
function drafts(): fc.Arbitrary<Draft> {
  const piece = fc.constantFrom(
    'shall',
    'export',
    '[shall]',
    '1.',
    '(a)',
    '*',
    '_x_',
    '`',
    '<b>',
    '&amp;',
    '#',
    '5 %',
    '\\',
    '](x)',
    '“term”',
    '-',
    '>',
    'I.',
    '|',
  )
  const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => `${parts.join(' ')} end.`)
  const words = fc
    .tuple(text, fc.constantFrom(undefined, 'strong', 'em'), text)
    .map(([plain, mark, rest]) =>
      mark === undefined
        ? [{ insert: plain }]
        : [{ insert: `${plain} ` }, { insert: 'marked', attributes: { [mark]: true } }, { insert: ` ${rest}` }],
    )
  const provision = fc.record({ words, points: fc.array(words, { maxLength: 3 }) })
  const article = fc.record({
    title: fc.constantFrom('Scope', 'General provisions', ''),
    provisions: fc.array(provision, { minLength: 1, maxLength: 4 }),
  })
  return fc.array(article, { minLength: 1, maxLength: 4 }).map(draftFrom)
}

interface ArticleShape {
  readonly title: string
  readonly provisions: readonly { readonly words: Clause['words']; readonly points: readonly Clause['words'][] }[]
}

function draftFrom(articles: readonly ArticleShape[]): Draft {
  const clauses: Clause[] = []
  const add = (kind: string, parent: string, depth: number, words: Clause['words']): string => {
    const id = `clause-${clauses.length}`
    clauses.push({ id, kind, parent, depth, words })
    return id
  }
  for (const { title, provisions } of articles) {
    const article = add('article', '', 0, title === '' ? [] : [{ insert: title }])
    for (const { words, points } of provisions) {
      const paragraph = add('paragraph', article, 1, words)
      for (const point of points) add('point', paragraph, 2, point)
    }
  }
  return { title: 'x', language: 'en', symbol: '', clauses }
}

const optionClause = (id: string, kind: string, parent: string, words: string, option?: string): Clause => ({
  id,
  kind,
  parent,
  depth: parent === '' ? 0 : 1,
  words: [{ insert: words }],
  ...(option !== undefined && { option }),
})
const withOptions: Draft = {
  title: 'T',
  language: 'en',
  symbol: '',
  clauses: [
    optionClause('a', 'article', '', 'Scope'),
    optionClause('p', 'paragraph', 'a', 'Goods.'),
    optionClause('q', 'paragraph', 'a', 'Goods and services.', 'p'),
    optionClause('r', 'paragraph', 'a', 'Records.'),
  ],
}

describe('options', () => {
  test.each([
    ['md', '1. Option 1 Goods.\n\n1. Option 2 Goods and services.\n\n2. Records.'],
    ['txt', '1. Option 1 Goods.\n\n1. Option 2 Goods and services.\n\n2. Records.'],
    ['html', '<p id="q" class="option"><span class="n">1. Option 2</span> Goods and services.</p>'],
  ])('stand side by side in %s', (extension, expected) => {
    expect(exportDraft(withOptions, extension)).toContain(expected)
  })

  test('survive JSON', () => {
    const imported = importFile('t.json', new TextEncoder().encode(canonicalForm(withOptions)))
    expect(imported.ok && canonicalForm(imported.draft)).toBe(canonicalForm(withOptions))
  })
})
