/** Finding words in a whole text, and replacing them: each match is a clause and two offsets. */

import { readBrackets } from '../bracket/read.ts'
import { EMBED } from '../clause/words.ts'
import type { Hand } from '../edit/hand.ts'
import { shownTexts, type ShownText } from '../embed/shown.ts'
import { insertWords } from '../yjs/insert.ts'
import { placedClauses } from '../yjs/read.ts'
import { clausesOf, kindOf, sliceOf, textIn, textOfStored } from '../yjs/stored.ts'
import type * as Y from 'yjs'
import { hasUnseen, typedWords, wholeWordOf } from './typed.ts'

export interface Search {
  readonly words: string
  readonly matchCase: boolean
  /** Only where no letter or digit stands directly before or behind. */
  readonly wholeWord: boolean
  /** `words` is a regular expression. */
  readonly pattern: boolean
  /** Only what stands within square brackets. */
  readonly inBrackets: boolean
  /** Only in clauses of these kinds; undefined for all. */
  readonly kinds?: readonly string[] | undefined
}

export interface Match {
  readonly clause: string
  readonly from: number
  readonly to: number
}

export type Found =
  | { readonly ok: true; readonly matches: readonly Match[] }
  | { readonly ok: false; readonly says: string }

const LONGEST = 1000

/** Gives the expression that finds in a text what a search means. */
type Wanted = (text: string) => RegExp

/** What a search means, or a sentence that says what is wrong with it. A pattern is taken as it is typed. */
function wantedBy(search: Search): Wanted | string {
  const { words, pattern } = search
  if (words.length > LONGEST) return `What is looked for may have ${LONGEST} characters.`
  try {
    const direct = expression(pattern ? words : typedWords(words, 'direct'), search)
    // Few texts have signs to be passed over, and to look for them everywhere would take several times as long.
    const passing = pattern ? direct : expression(typedWords(words, 'passing'), search)
    return (text) => (hasUnseen(text) ? passing : direct)
  } catch (fault) {
    if (fault instanceof SyntaxError) return `This is not a regular expression: ${fault.message}`
    throw fault
  }
}

function expression(source: string, { matchCase, wholeWord }: Search): RegExp {
  return new RegExp(wholeWord ? wholeWordOf(source) : source, matchCase ? 'gu' : 'giu')
}

/**
 * All matches in reading order, in the words as they are shown, references written out. What is typed finds what it means
 * (`typed.ts`), a pattern what it says, no words nothing. Cost: one pass over the text's characters.
 */
export function findWords(doc: Y.Doc, search: Search): Found {
  if (search.words === '') return { ok: true, matches: [] }
  const wanted = wantedBy(search)
  if (typeof wanted === 'string') return { ok: false, says: wanted }
  const shown = shownTexts(doc)
  const matches = placedClauses(doc).flatMap(({ clause: { id, stored } }) => {
    if (search.kinds && !search.kinds.includes(kindOf(stored))) return []
    return matchesIn(shown(id, stored), wanted, search.inBrackets).map((match) => ({ clause: id, ...match }))
  })
  return { ok: true, matches }
}

function matchesIn({ text, wordsBehind }: ShownText, wanted: Wanted, inBrackets: boolean): Omit<Match, 'clause'>[] {
  const all = [...text.matchAll(wanted(text))]
    .filter(([found]) => found !== '')
    .map(({ index, 0: found }) => ({ from: index, to: index + found.length }))
  if (!inBrackets || all.length === 0) return all.map(({ from, to }) => wordsBehind(from, to))
  const { pairs } = readBrackets(text)
  return all
    .filter(({ from, to }) => pairs.some((pair) => pair.from < from && to < pair.to))
    .map(({ from, to }) => wordsBehind(from, to))
}

/**
 * Replaces matches, in one step for undo; the new words take the marks of the first replaced character. In a pattern's
 * replacement `$1` and `$&` have their usual meaning.
 * @returns how many were replaced; matches that no longer hold what was found are left alone, and so is what shows a reference
 */
export function replaceWords(hand: Hand, search: Search, matches: readonly Match[], by: string): number {
  const wanted = wantedBy(search)
  if (typeof wanted === 'string') return 0
  return hand.doc.transact(
    () => matches.toReversed().filter((match) => replaceOne(hand, search, wanted, match, by)).length,
    hand.origin,
  )
}

function replaceOne(hand: Hand, search: Search, wanted: Wanted, { clause, from, to }: Match, by: string): boolean {
  const stored = clausesOf(hand.doc).get(clause)
  const text = stored && textIn(stored)
  if (!text) return false
  const words = textOfStored(stored)
  if (words.slice(from, to).includes(EMBED)) return false
  const found = [...words.matchAll(wanted(words))].find(
    ({ index, 0: match }) => index === from && index + match.length === to,
  )
  if (!found) return false
  const replacement = search.pattern ? expand(by, found) : by
  const marks = sliceOf(text, from, 1)[0]?.attributes ?? {}
  text.delete(from, to - from)
  if (replacement !== '') insertWords(text, from, [{ insert: replacement, attributes: marks }])
  return true
}

/** `$1` to `$99`, `$&` and `$$`, as in `String.replace`. */
function expand(by: string, found: RegExpExecArray): string {
  return by.replace(/\$(\$|&|\d{1,2})/g, (written, name: string) => {
    if (name === '$') return '$'
    if (name === '&') return found[0]
    return Number(name) < found.length ? (found[Number(name)] ?? '') : written
  })
}
