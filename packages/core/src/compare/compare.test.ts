/** Comparison: the traps that real drafts set, each as a named case, and the laws over random clause lists. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clause, Draft } from '../clause/clause.ts'
import { plainWords } from '../clause/words.ts'
import { applied, checkComparison, joinedText } from './check.ts'
import { compare } from './compare.ts'
import type { Comparison } from './comparison.ts'

/**
 * A draft from an outline: two spaces for each level; `# Title` is an article, `- words` an unnumbered text, anything else
 * a paragraph; `id: words` gives the clause an id that carries lineage.
 */
function draft(outline: string, prefix = 'x'): Draft {
  const clauses: Clause[] = []
  for (const line of outline.split('\n').filter((line) => line.trim() !== '')) {
    const depth = Math.floor((line.length - line.trimStart().length) / 2)
    const [, id = `${prefix}${clauses.length}`, mark, text = ''] =
      /^(?:(\w+): )?([#-](?: |$))?(.*)$/u.exec(line.trim()) ?? []
    const parent = clauses.findLast((clause) => clause.depth === depth - 1)?.id ?? ''
    const kind = mark?.startsWith('#') ? 'article' : mark?.startsWith('-') ? 'text' : 'paragraph'
    clauses.push({ id, kind, parent, depth, words: plainWords(text) })
  }
  return { title: '', language: 'en', symbol: '', clauses }
}

function numbers(sides: readonly { number: string }[]): string {
  return sides.map(({ number }) => number).join(' & ')
}

/** What a comparison found, a line for each pair that is not simply the same: `moved+renumbered Article 1(2) -> Article 2(1)`. */
function findings({ pairs }: Comparison): string[] {
  const changed = pairs.filter(({ changes, typographic }) => typographic || changes[0] !== 'same')
  return changed.map((pair) =>
    `${pair.typographic && pair.changes[0] === 'same' ? 'typographic' : pair.changes.join('+')} ${numbers(pair.old)} -> ${numbers(pair.new)}`.trim(),
  )
}

function compared(old: string, now: string): string[] {
  return findings(compare(draft(old, 'a'), draft(now, 'b')))
}

function means(term: string, rest: string): string {
  return `  "${term}" means, for the purposes of this Convention, ${rest};`
}

const prohibits = 'Each State Party shall prohibit the export of goods that have no practical use other than torture.'
const reports =
  'The Secretariat shall publish an annual report on the licences granted and refused under this Convention.'
const records =
  'Licensing authorities keep records of every transfer for ten years and show them to the Committee upon request.'
const penalties = 'Violations of these rules are punished by effective, proportionate and dissuasive penalties.'
const training = 'Technical assistance with restraints is subject to prior authorization by the competent authority.'

describe('without lineage', () => {
  it('finds nothing in equal texts', () => {
    expect(compared(`# A\n  ${prohibits}\n  ${reports}`, `# A\n  ${prohibits}\n  ${reports}`)).toEqual([])
  })

  it('tells a rewritten clause from a new one', () => {
    const rewritten =
      'Each Party shall ban the export and import of goods that have no practical use other than torture.'
    expect(compared(`# A\n  ${prohibits}\n  ${reports}`, `# A\n  ${rewritten}\n  ${records}\n  ${reports}`)).toEqual([
      'amended Article 1(1) -> Article 1(1)',
      'added  -> Article 1(2)',
      'renumbered Article 1(2) -> Article 1(3)',
    ])
  })

  it('sees a clause that moved to another article', () => {
    expect(
      compared(
        `# Goods\n  ${prohibits}\n  ${reports}\n# Duties\n  ${records}`,
        `# Goods\n  ${prohibits}\n# Duties\n  ${records}\n  ${reports}`,
      ),
    ).toEqual(['moved+renumbered Article 1(2) -> Article 2(2)'])
  })

  it('counts an article that moved as one move, and its paragraphs as renumbered', () => {
    const [first, second] = [`# Goods\n  ${prohibits}\n  ${reports}`, `# Duties\n  ${records}`]
    expect(compared(`${first}\n${second}`, `${second}\n${first}`)).toEqual([
      'moved+renumbered Article 2 -> Article 1',
      'renumbered Article 2(1) -> Article 1(1)',
      'renumbered Article 1 -> Article 2',
      'renumbered Article 1(1) -> Article 2(1)',
      'renumbered Article 1(2) -> Article 2(2)',
    ])
  })

  it('sees a split and a merge', () => {
    expect(
      compared(`# A\n  ${prohibits} ${records}\n  ${reports}`, `# A\n  ${prohibits}\n  ${records}\n  ${reports}`),
    ).toEqual(['split Article 1(1) -> Article 1(1) & Article 1(2)', 'renumbered Article 1(2) -> Article 1(3)'])
    expect(
      compared(`# A\n  ${prohibits}\n  ${records}\n  ${reports}`, `# A\n  ${prohibits} ${records}\n  ${reports}`),
    ).toEqual(['merged Article 1(1) & Article 1(2) -> Article 1(1)', 'renumbered Article 1(3) -> Article 1(2)'])
  })

  it('takes a copy beside its original for what it is: new', () => {
    expect(compared(`# A\n  ${prohibits}\n  ${reports}`, `# A\n  ${prohibits}\n  ${prohibits}\n  ${reports}`)).toEqual([
      'added  -> Article 1(2)',
      'renumbered Article 1(2) -> Article 1(3)',
    ])
  })

  it('keeps near-duplicates apart', () => {
    const goods = ['batons', 'shields', 'hoods', 'whips'].map(
      (name) => `Each State Party shall prohibit the export of ${name} under this Convention.`,
    )
    const old = `# A\n${goods.map((line) => `  ${line}`).join('\n')}`
    const now = `# A\n${goods
      .filter((_, at) => at !== 1)
      .map((line) => `  ${line}`)
      .join('\n')}`
    expect(compared(old, now)).toEqual([
      'deleted Article 1(2) ->',
      'renumbered Article 1(3) -> Article 1(2)',
      'renumbered Article 1(4) -> Article 1(3)',
    ])
  })

  it('knows a clause whose first sentence is kept with much new text after it', () => {
    const grown = `${prohibits} ${records} ${penalties} ${training}`
    expect(compared(`# A\n  ${prohibits}\n  ${reports}`, `# A\n  ${grown}\n  ${reports}`)).toEqual([
      'amended Article 1(1) -> Article 1(1)',
    ])
  })

  it('knows a list made into a sentence, however short its points', () => {
    const old = `# A\n  It covers:\n    thumb cuffs;\n    leg irons;\n    whips of any kind.\n  ${reports}`
    const now = `# A\n  It covers: thumb cuffs; leg irons; whips of any kind.\n  ${reports}`
    expect(compared(old, now)).toEqual([
      'merged Article 1(1) & Article 1(1)(1) & Article 1(1)(2) & Article 1(1)(3) -> Article 1(1)',
    ])
  })

  it('follows a definition by its term, reworded among near-duplicates', () => {
    const cuffs = means('Cuffs', 'any device locked around the wrists')
    const old = `# A\n${means('Broker', 'any person who arranges a deal')}\n${cuffs}\n${means('Transfer', 'any deal across a border')}`
    const now = `# A\n${cuffs}\n${means('Intermediary', 'any person who enters a deal')}\n${means('Transfer', 'every cession for value')}`
    expect(compared(old, now)).toEqual([
      'deleted Article 1(1) ->',
      'renumbered Article 1(2) -> Article 1(1)',
      'added  -> Article 1(2)',
      'amended Article 1(3) -> Article 1(3)',
    ])
  })

  it('keeps an article with its heading when most of its paragraphs get one of their own', () => {
    const old = `# Penalties\n  ${penalties}\n  ${records}\n  ${reports}`
    const now = `# Penalties\n  ${penalties}\n# Records\n  ${records}\n  ${reports}`
    expect(compared(old, now).slice(0, 1)).toEqual(['added  -> Article 2'])
  })

  it('is not misled by headings added to every article', () => {
    const bodies = [prohibits, reports, records, penalties]
    const old = bodies.map((body) => `#  \n  ${body}`).join('\n')
    const now = bodies.map((body, at) => `# ${['Scope', 'Reports', 'Records', 'Penalties'][at]}\n  ${body}`).join('\n')
    expect(compared(old, now)).toEqual([1, 2, 3, 4].map((number) => `amended Article ${number} -> Article ${number}`))
  })

  it('calls a change of quotes, dashes, spaces and case typographic', () => {
    expect(
      compared(
        '# A\n  The term "goods" means - as here - all of them.',
        '# A\n  the term “goods” means – as here –  all of them.',
      ),
    ).toEqual(['typographic Article 1(1) -> Article 1(1)'])
  })

  it('follows everything through a renumbering', () => {
    const articles = [prohibits, reports, records, penalties].map((body) => `# \n  ${body}`)
    expect(compared(articles.join('\n'), [`# \n  ${training}`, ...articles].join('\n'))).toEqual([
      'added  -> Article 1',
      'added  -> Article 1(1)',
      ...[1, 2, 3, 4].flatMap((number) => [
        `renumbered Article ${number} -> Article ${number + 1}`,
        `renumbered Article ${number}(1) -> Article ${number + 1}(1)`,
      ]),
    ])
  })

  it('does not renumber unnumbered provisions, nor what stands beneath them', () => {
    expect(
      compared(`# A\n  - ${prohibits}\n  - ${reports}`, `# A\n  - ${records}\n  - ${prohibits}\n  - ${reports}`),
    ).toEqual(['added  -> Article 1, subparagraph 1'])
  })

  it('stays bounded where one word fills both texts', () => {
    const [old, now] = ['so '.repeat(8000), `${'so '.repeat(5000)}\n${'so '.repeat(2900)}`]
    expect(compare(draft(old, 'a'), draft(now, 'b')).summary.deleted).toBe(0)
  })

  it('compares scripts without spaces', () => {
    const old = '# 甲\n  缔约国可以禁止出口没有其他实际用途的酷刑工具。\n  秘书处每年公布报告。'
    const now = '# 甲\n  缔约国应当禁止出口没有其他实际用途的酷刑工具。\n  秘书处每年公布报告。'
    expect(compared(old, now)).toEqual(['amended Article 1(1) -> Article 1(1)'])
  })
})

describe('with lineage', () => {
  it('trusts ids above words', () => {
    const comparison = compare(
      draft(`# A\n  one: ${prohibits}\n  two: ${reports}`),
      draft(`# A\n  two: ${prohibits}\n  one: ${reports}`),
    )
    expect(comparison.pairs.filter(({ why }) => why !== 'lineage')).toEqual([])
    expect(comparison.summary.amended).toBe(2)
  })

  it('sees that a clause was split by its author, whose tail has a new id', () => {
    const comparison = compare(
      draft(`one: ${prohibits} ${records}`, 'x'),
      draft(`one: ${prohibits}\ntail: ${records}`, 'x'),
    )
    expect(findings(comparison)).toEqual(['split 1 -> 1 & 2'])
  })
})

describe('corrections by a person', () => {
  const [old, now] = [draft(`# A\n  ${prohibits}\n  ${reports}`, 'a'), draft(`# A\n  ${penalties}\n  ${reports}`, 'b')]

  it('joins what they join', () => {
    const comparison = compare(old, now, { join: [['a1', 'b1']] })
    expect(findings(comparison)).toEqual(['amended Article 1(1) -> Article 1(1)'])
    expect(comparison.pairs[1]).toMatchObject({ why: 'given', sure: 1 })
  })

  it('parts what they part', () => {
    expect(findings(compare(old, old, { part: [['a2', 'a2']] }))).toContain('added  -> Article 1(2)')
  })
})

const word = fc.constantFrom(
  'torture',
  'licence',
  'export',
  'import',
  'shall',
  'may',
  'the',
  'of',
  'report',
  'State',
  'goods',
  'ten',
  'years',
  'Annex',
)
const sentence = fc.array(word, { minLength: 0, maxLength: 14 }).map((words) => words.join(' '))

/** Clause lists with parents before children, ids that say nothing, and few words, so that there is much to confuse. */
function clauseLists(prefix: string): fc.Arbitrary<Draft> {
  const rows = fc.array(fc.tuple(sentence, fc.constantFrom('article', 'paragraph', 'point', 'text'), fc.nat(4)), {
    maxLength: 14,
  })
  return rows.map((list) => ({ title: '', language: 'en', symbol: '', clauses: placed(list, prefix) }))
}

function placed(rows: readonly [string, string, number][], prefix: string): Clause[] {
  const clauses: Clause[] = []
  for (const [text, kind, depth] of rows) {
    const above = clauses.at(-1)
    const level = Math.min(depth, above ? above.depth + 1 : 0)
    const parent = clauses.findLast((clause) => clause.depth === level - 1)?.id ?? ''
    clauses.push({ id: `${prefix}${clauses.length}`, kind, parent, depth: level, words: plainWords(text) })
  }
  return clauses
}

describe('the laws', () => {
  it('applying gives the new text and undoing the old one', () => {
    fc.assert(
      fc.property(clauseLists('a'), clauseLists('b'), (old, now) => {
        for (const pair of compare(old, now).pairs) {
          expect(applied(pair.words, '-')).toBe(joinedText(pair.old))
          expect(applied(pair.words, '+')).toBe(joinedText(pair.new))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('holds every clause once, the new ones in reading order', () => {
    fc.assert(
      fc.property(clauseLists('a'), clauseLists('b'), (old, now) => {
        const { pairs } = compare(old, now)
        const firsts = pairs.flatMap((pair) => pair.new[0]?.id ?? [])
        expect(pairs.flatMap((pair) => pair.old.map(({ id }) => id)).sort()).toEqual(
          old.clauses.map(({ id }) => id).sort(),
        )
        expect(firsts).toEqual(now.clauses.map(({ id }) => id).filter((id) => firsts.includes(id)))
      }),
      { numRuns: 200 },
    )
  })

  it('finds nothing between a text and itself, with and without lineage', () => {
    fc.assert(
      fc.property(clauseLists('a'), (text) => {
        expect(findings(compare(text, text))).toEqual([])
        expect(findings(compare(text, renamed(text)))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('swapping the sides swaps added and deleted, splits and merges, and keeps moves', () => {
    fc.assert(
      fc.property(clauseLists('a'), clauseLists('b'), (old, now) => {
        const { same: _, ...there } = compare(old, now).summary
        const { same: __, ...back } = compare(now, old).summary
        const swapped = { added: there.deleted, deleted: there.added, split: there.merged, merged: there.split }
        expect(back).toEqual({ ...there, ...swapped })
      }),
      { numRuns: 200 },
    )
  })

  it('does not depend on ids that carry no lineage', () => {
    fc.assert(
      fc.property(clauseLists('a'), clauseLists('b'), (old, now) => {
        expect(findings(compare(old, renamed(now)))).toEqual(findings(compare(old, now)))
      }),
      { numRuns: 100 },
    )
  })
})

function otherId(id: string): string {
  return id === '' ? '' : `z${999 - Number(id.slice(1))}`
}

/** The same text with other ids, in another alphabetical order. */
function renamed(text: Draft): Draft {
  return {
    ...text,
    clauses: text.clauses.map((clause) => ({ ...clause, id: otherId(clause.id), parent: otherId(clause.parent) })),
  }
}

describe('the self-check', () => {
  it('throws where a pair was tampered with', () => {
    const text = draft(prohibits)
    const comparison = compare(text, text)
    const broken = {
      ...comparison,
      pairs: comparison.pairs.map((pair) => ({ ...pair, words: [['=', 'other']] as const })),
    }
    expect(() => checkComparison(broken, text.clauses, text.clauses)).toThrow('do not lead from one text to the other')
    expect(() => checkComparison({ ...comparison, pairs: [] }, text.clauses, text.clauses)).toThrow(
      '0 old clauses where the text has 1',
    )
  })
})

describe('options', () => {
  it('says which wording of a provision was offered, and that the chosen one is the plain clause', () => {
    const before = draft(`a: # A\n  p: ${prohibits}\n  r: ${reports}`)
    const rival: Clause = { id: 'q', kind: 'paragraph', parent: 'a', depth: 1, words: plainWords(records), option: 'p' }
    const offered = { ...before, clauses: before.clauses.toSpliced(2, 0, rival) }
    const chosen = { ...before, clauses: offered.clauses.filter(({ id }) => id !== 'p') }
    expect(findings(compare(before, offered))).toEqual([
      'renumbered Article 1(1) -> Article 1(1), Option 1',
      'added  -> Article 1(1), Option 2',
    ])
    expect(findings(compare(offered, chosen))).toEqual([
      'deleted Article 1(1), Option 1 ->',
      'renumbered Article 1(1), Option 2 -> Article 1(1)',
    ])
  })
})
