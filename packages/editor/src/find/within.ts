/** What a search begins with, and which matches it goes through. */

import { EMBED, textOf, type api, type Footnote, type SearchResult, type Match } from '@travaux/core'

/** More than this many characters is a passage to read rather than words to look for. */
const LONGEST = 60

/** The words to look for where these are selected; '' where they are too many, or more than words. */
export function wordsToFind(selected: api.Anchor | null): string {
  const words = selected?.quote.trim() ?? ''
  return words.length > LONGEST || words.includes(EMBED) ? '' : words
}

/** The matches in these clauses; all of them where the whole text is shown. */
export function foundWithin(found: SearchResult, shown: ReadonlySet<string> | null): SearchResult {
  if (!found.ok || shown === null) return found
  return { ...found, matches: found.matches.filter(({ clause }) => shown.has(clause)) }
}

/** Index of the first match at or after a point of the text, by the order of its clauses; behind the last comes the first. */
export function firstFrom(matches: readonly Match[], clauses: readonly string[], at: Match | null): number {
  if (at === null) return 0
  const order = new Map(clauses.map((id, index) => [id, index]))
  const here = order.get(at.clause) ?? 0
  const isBehind = ({ clause, from, note }: Match): boolean => {
    const there = order.get(clause) ?? 0
    if (there !== here || from !== at.from) return there > here || (there === here && from > at.from)
    return (note?.from ?? 0) >= (at.note?.from ?? 0)
  }
  return Math.max(0, matches.findIndex(isBehind))
}

/** So many characters of a footnote are shown before what was found in it, and behind. */
const AROUND = 80

/** What was found in a footnote, and what stands around it there. */
export interface NoteShown {
  readonly number: number
  readonly before: string
  readonly words: string
  readonly behind: string
}

/** What is to be shown of a match in a footnote, on whose sign alone the page can mark it. */
export function noteShown({ number, words }: Footnote, { from, to }: NonNullable<Match['note']>): NoteShown {
  const text = textOf(words)
  const start = Math.max(0, from - AROUND)
  const end = to + AROUND
  return {
    number,
    before: `${start > 0 ? '…' : ''}${text.slice(start, from)}`,
    words: text.slice(from, to),
    behind: `${text.slice(to, end)}${end < text.length ? '…' : ''}`,
  }
}
