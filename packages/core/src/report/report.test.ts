/** Reports: what they say of a comparison, and that no word of either text is lost or runs wild in them. */

import fc from 'fast-check'
import { parseDocument, DomUtils } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import type { Clause, Draft } from '../clause/clause.ts'
import { keepAll } from '../clause/freed.ts'
import { plainWords, textOf } from '../clause/words.ts'
import { compare } from '../compare/compare.ts'
import { changeSize, countChanges, excerptOf } from './excerpt.ts'
import { reportHtml } from './html.ts'
import { reportJson } from './json.ts'
import { reportMarkdown } from './markdown.ts'
import type { Reported } from './reported.ts'
import { summarize } from './summary.ts'
import { toldOf } from './told.ts'
import { changedBy } from './who.ts'
import { reportWords } from './words.ts'

/** A draft of one article for each list of paragraphs; ids carry lineage. */
function draft(...articles: readonly (readonly [id: string, ...paragraphs: string[]])[]): Draft {
  const clauses = articles.flatMap(([id, ...paragraphs]): Clause[] => [
    { id, kind: 'article', parent: '', depth: 0, words: plainWords(`Heading ${id}`) },
    ...paragraphs.map((text) => ({
      id: `${id} ${text.slice(0, 8)}`,
      kind: 'paragraph',
      parent: id,
      depth: 1,
      words: plainWords(text),
    })),
  ])
  return { title: 'A <draft> & more', language: 'en', symbol: '', clauses }
}

const side = ({ title, language }: Draft, name: string) => ({ name, title, language })

function reported(old: Draft, now: Draft, rest: Partial<Reported> = {}): Reported {
  return { comparison: compare(old, now), old: side(old, 'Version 1'), new: side(now, 'Living'), ...rest }
}

const scene = reported(
  draft(['a', 'Prohibit the export of goods.', 'Reports are published.'], ['b', 'Records are kept.']),
  draft(['b', 'Records are kept for ten years.'], ['a', 'Prohibit the export and transit of goods.', 'New rule.']),
)

describe('the summary', () => {
  it('counts, and lists moves, longest changes and nothing that is sure', () => {
    const { counts, moves, longest, unsure } = summarize(scene)
    expect(Object.fromEntries(counts.map(({ change, count }) => [change, count]))).toMatchObject({
      added: 1,
      deleted: 1,
    })
    expect(moves.map(({ pair }) => `${pair.old[0]?.number} > ${pair.new[0]?.number}`)).toContain(
      'Article 2 > Article 1',
    )
    expect(longest[0]?.size).toBeGreaterThanOrEqual(longest[1]?.size ?? 0)
    expect(unsure).toEqual([])
  })

  it('names who changed what where it is known', () => {
    const who = new Map([['b Records ', ['Ann (Arcadia)']]])
    expect(summarize({ ...scene, who }).who.map(({ pair, names }) => [pair.new[0]?.number, names])).toEqual([
      ['Article 1(1)', ['Ann (Arcadia)']],
    ])
    expect(reportHtml({ ...scene, who })).toContain('Ann (Arcadia)')
  })
})

describe('as Markdown', () => {
  it('marks inserted and deleted words, and escapes what would be marks', () => {
    const starred = reported(draft(['a', 'One *two* three.']), draft(['a', 'One *two* and four.']))
    const written = reportMarkdown({ ...starred, made: '4 May 2026' })
    expect(written).toContain(String.raw`# Comparison: A \<draft\> & more`)
    expect(written).toContain(String.raw`One \*two\* ~~three~~**and four**.`)
  })

  it('says so when nothing differs', () => {
    expect(reportMarkdown(reported(draft(['a', 'One.']), draft(['a', 'One.'])))).toContain('Nothing differs')
  })

  it('speaks French', () => {
    expect(reportMarkdown({ ...scene, language: 'fr' })).toContain('# Comparaison')
  })
})

describe('as JSON', () => {
  it('is the comparison itself, with the names of its sides', () => {
    expect(JSON.parse(reportJson(scene))).toMatchObject({ old: { name: 'Version 1' }, ...scene.comparison })
  })
})

/** The words of one side in a page: what is said to screen readers, tags and the other side's words left out. */
function wordsIn(html: string, without: 'ins' | 'del'): string[] {
  const clauses = DomUtils.findAll(
    ({ attribs }) => /^clause\b/.test(attribs['class'] ?? ''),
    parseDocument(html).children,
  )
  return clauses.map((clause) => {
    for (const part of DomUtils.findAll(
      ({ name, attribs }) => name === without || ['said', 'tags', 'n'].includes(attribs['class'] ?? ''),
      clause.children,
    ))
      DomUtils.removeElement(part)
    return DomUtils.textContent(clause)
  })
}

const clauseTexts = ({ clauses }: Draft): string[] => clauses.map(({ words }) => textOf(words)).sort()

const anyText = fc.array(fc.constantFrom('States', 'shall', '<b>', '&amp;', '"goods"', 'not', 'الأطراف', '国家'), {
  minLength: 1,
  maxLength: 6,
})
const anyDraft = fc
  .array(anyText, { minLength: 1, maxLength: 5 })
  .map((texts) => draft(['a', ...texts.map((words, at) => `${at} ${words.join(' ')}`)]))

describe('as HTML', () => {
  it('holds every word of both texts, escaped', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (old, now) => {
        const html = reportHtml(reported(old, now))
        expect(
          wordsIn(html, 'del')
            .filter(Boolean)
            .flatMap((text) => text.split('\n'))
            .sort(),
        ).toEqual(clauseTexts(now))
        expect(
          wordsIn(html, 'ins')
            .filter(Boolean)
            .flatMap((text) => text.split('\n'))
            .sort(),
        ).toEqual(clauseTexts(old))
      }),
    )
  })

  it('runs from right to left in a text that is written so, whatever a clause begins with', () => {
    const arabic = { ...draft(['a', 'ATT تعني معاهدة تجارة الأسلحة.']), language: 'ar' }
    expect(reportHtml(reported(arabic, arabic))).not.toContain('dir="auto">ATT')
    expect(reportHtml(reported(arabic, arabic)).match(/class="clause[^>]* dir="rtl"/gu)).toHaveLength(2)
    expect(reportHtml(reported(draft(['a', 'x']), draft(['a', 'x'])))).not.toContain('dir="rtl"')
  })

  it('stands alone: no script, nothing to fetch', () => {
    expect(reportHtml(scene)).not.toMatch(/<script|<link|src=|url\(/)
  })
})

describe('an excerpt', () => {
  const words = [
    ['=', 'Each State Party, in accordance with this Convention, shall '],
    ['-', 'prohibit'],
    ['+', 'ban'],
    ['=', ' the export of goods, and '],
    ['+', 'publish'],
  ] as const

  it('begins shortly before the first change', () => {
    expect(excerptOf(words, 50)).toEqual({
      words: [
        ['=', '… this Convention, shall '],
        ['-', 'prohibit'],
        ['+', 'ban'],
        ['=', ' the export…'],
      ],
      more: 1,
    })
  })

  it('counts a replacement as one change', () => {
    expect([countChanges(words), changeSize(words)]).toEqual([2, 18])
  })
})

const deed = (seq: number, name: string) => ({ seq, at: 0, actor: name, name, delegation: 'Arcadia' })

describe('who changed what', () => {
  it('names those who wrote or deleted after a moment, once', () => {
    const blame = {
      seq: 9,
      deeds: [deed(2, 'Old'), deed(5, 'Ann'), deed(6, 'Ben')],
      clauses: [
        { clause: 'c1', number: '1', kind: 'paragraph', runs: [{ words: 'x', wrote: 2 }] },
        {
          clause: 'c2',
          number: '2',
          kind: 'paragraph',
          runs: [
            { words: 'y', wrote: 5 },
            { words: 'z', wrote: 2, deleted: 6 },
            { words: 'w', wrote: 5 },
          ],
        },
      ],
    }
    expect([...changedBy(blame, 4)]).toEqual([['c2', ['Ann (Arcadia)', 'Ben (Arcadia)']]])
  })
})

it('says of what moved among kept numbers that it has its own, and not that it came from there', () => {
  const old = draft(['a'], ['b'], ['c'], ['d'])
  const now = { ...draft(['a'], ['d'], ['b'], ['c']), ...keepAll(old) }
  const said = compare(old, now).pairs.flatMap((pair) => toldOf(pair, reportWords.en).map(({ says }) => says))
  expect(said).toEqual(['moved to another place, its number kept'])
})
