/** What a search begins with, and which matches it goes through. */

import { EMBED, type api, type Found, type Match } from '@travaux/core'

/** More than this many characters is a passage to read rather than words to look for. */
const LONGEST = 60

/** The words to look for where these are selected; '' where they are too many, or more than words. */
export function wordsToFind(selected: api.Anchor | null): string {
  const words = selected?.quote.trim() ?? ''
  return words.length > LONGEST || words.includes(EMBED) ? '' : words
}

/** The matches in these clauses; all of them where the whole text is shown. */
export function foundWithin(found: Found, shown: ReadonlySet<string> | null): Found {
  if (!found.ok || shown === null) return found
  return { ...found, matches: found.matches.filter(({ clause }) => shown.has(clause)) }
}

/** Index of the first match at or after a point of the text, by the order of its clauses; behind the last comes the first. */
export function firstFrom(matches: readonly Match[], clauses: readonly string[], at: Match | null): number {
  if (at === null) return 0
  const order = new Map(clauses.map((id, index) => [id, index]))
  const here = order.get(at.clause) ?? 0
  const isBehind = ({ clause, from }: Match): boolean => {
    const there = order.get(clause) ?? 0
    return there > here || (there === here && from >= at.from)
  }
  return Math.max(0, matches.findIndex(isBehind))
}
