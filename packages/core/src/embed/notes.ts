/** Footnotes of a text: numbered in reading order, never typed. */

import type { Clause, Draft } from '../clause/clause.ts'
import type { Run, Words } from '../clause/words.ts'
import { citerOf } from './cite.ts'
import { readEmbed } from './embed.ts'
import { hasEmbeds, namesFor, referencesIn, spelledWords } from './spell.ts'

export interface Footnote {
  /** 1 for the first of the text. */
  readonly number: number
  /** The clause its sign stands in, and the offset of the sign in its words. */
  readonly clause: string
  readonly offset: number
  readonly words: Words
}

/** The footnotes in reading order. One pass. */
export function footnotesIn(clauses: readonly Pick<Clause, 'id' | 'words'>[]): Footnote[] {
  const notes: Footnote[] = []
  for (const { id, words } of clauses) {
    if (!hasEmbeds(words)) continue
    let offset = 0
    for (const { insert } of words) {
      const embed = typeof insert === 'string' ? undefined : readEmbed(insert)
      if (embed?.kind === 'footnote') notes.push({ number: notes.length + 1, clause: id, offset, words: embed.words })
      offset += typeof insert === 'string' ? insert.length : 1
    }
  }
  return notes
}

/** The sign of a footnote in words without marks: `¹²` for number 12. */
export function footnoteSign(number: number): string {
  return Array.from(String(number), (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')
}

/** A draft on its way to a file: nothing but text left in its words, save for what this version does not know. */
export interface WrittenOut {
  /** References are written out; in place of a footnote stands its number with the mark `footnote`. */
  readonly draft: Draft
  readonly notes: readonly Footnote[]
}

/** Writes references and the signs of footnotes out. One pass; a draft without embedded objects is given back as it is. */
export function writtenOut(draft: Draft): WrittenOut {
  if (!draft.clauses.some(({ words }) => hasEmbeds(words))) return { draft, notes: [] }
  const citer = citerOf(draft)
  const notes = footnotesIn(draft.clauses)
  let count = 0
  const signed = (run: Run): Run => {
    if (typeof run.insert === 'string' || readEmbed(run.insert).kind !== 'footnote') return run
    count++
    return { insert: `${count}`, attributes: { ...run.attributes, footnote: count } }
  }
  const clauses = draft.clauses.map((clause) => {
    if (!hasEmbeds(clause.words)) return clause
    return { ...clause, words: spelledWords(clause.words, referencesIn(clause, citer), namesFor(citer)).map(signed) }
  })
  return { draft: { ...draft, clauses }, notes }
}
