/** Capitals of the words found, kept in the words that replace them, as word processors do. */

import type { Search } from './find.ts'

/** How words are written: all in capitals, with a capital first, or any other way. */
type Case = 'capitals' | 'capital' | 'plain'

const CAPITAL = /\p{Lu}/u

/**
 * A replacement as it stands where some words were found: with a capital where they begin with one, in capitals where they
 * are in capitals, else as it is typed. It is as typed, too, where it only gives them other capitals; where it has some and
 * the words are written as those that were looked for (`United Nations` for `UN`); and always where the search is a pattern
 * or tells capitals apart.
 */
export function inCaseOf(found: string, by: string, { words, matchCase, pattern }: Search): string {
  const isAsTyped = matchCase || pattern || by.toLowerCase() === words.toLowerCase()
  const wanted = caseOf(found)
  if (isAsTyped || (wanted === caseOf(words) && CAPITAL.test(by))) return by
  switch (wanted) {
    case 'capitals':
      return by.toUpperCase()
    case 'capital':
      return by.replace(/^[^\p{L}\p{N}]*\p{L}/u, (beginning) => beginning.toUpperCase())
    case 'plain':
      return by
    default:
      return wanted satisfies never
  }
}

/** One letter alone begins with a capital: `A` is no word in capitals. */
function caseOf(words: string): Case {
  const capitals = words.match(/\p{Lu}/gu)?.length ?? 0
  if (capitals > 1 && !/\p{Ll}/u.test(words)) return 'capitals'
  return /^\P{L}*\p{Lu}/u.test(words) ? 'capital' : 'plain'
}
