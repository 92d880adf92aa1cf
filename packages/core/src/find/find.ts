/** Finding words in a whole text: each match is a clause and two offsets. */

import { readBrackets } from '../bracket/read.ts'
import { shownTexts, type ShownText } from '../embed/shown.ts'
import { placedClauses } from '../yjs/read.ts'
import { kindOf } from '../yjs/stored.ts'
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
export type Wanted = (text: string) => RegExp

/** What a search means, or a sentence that says what is wrong with it. A pattern is taken as it is typed. */
export function wantedBy(search: Search): Wanted | string {
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
    return hitsIn(shown(id, stored), wanted, search.inBrackets).map(({ from, to }) => ({ clause: id, from, to }))
  })
  return { ok: true, matches }
}

/** What was found, and the stretch of the words that it stands in. */
export interface Hit {
  readonly from: number
  readonly to: number
  readonly found: RegExpExecArray
}

/** Everything wanted in the words of one clause. */
export function hitsIn({ text, wordsBehind }: ShownText, wanted: Wanted, inBrackets: boolean): Hit[] {
  const all = [...text.matchAll(wanted(text))].filter(([words]) => words !== '')
  if (all.length === 0) return []
  const pairs = inBrackets ? readBrackets(text).pairs : []
  const isWithin = ({ index, 0: words }: RegExpExecArray): boolean =>
    pairs.some((pair) => pair.from < index && index + words.length < pair.to)
  return all
    .filter((found) => !inBrackets || isWithin(found))
    .map((found) => ({ ...wordsBehind(found.index, found.index + found[0].length), found }))
}
