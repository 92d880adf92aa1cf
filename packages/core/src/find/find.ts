/** Finding words in a whole text and its footnotes: each match is a clause and two offsets. */

import { readBrackets } from '../bracket/read.ts'
import { EMBED, textOf } from '../clause/words.ts'
import { footnotesIn } from '../embed/notes.ts'
import { shownTexts } from '../draft/shown.ts'
import { placedClauses } from '../yjs/read.ts'
import { kindOf, wordsOf, type YClause } from '../yjs/stored.ts'
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

export interface Match extends Place {
  readonly clause: string
}

/** Where something is found in a clause. */
export interface Place {
  /** A stretch of the clause's words; of what is in a footnote, its sign. */
  readonly from: number
  readonly to: number
  /** The stretch of the footnote's words, where it is in one. */
  readonly note?: { readonly from: number; readonly to: number }
}

/** What a search found, or a sentence that says why nothing could be looked for. */
export type SearchResult =
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
 * All matches in reading order, in the words as they are shown, references written out, and in footnotes. What is typed finds what it means
 * (`typed.ts`), a pattern what it says, no words nothing. Cost: one pass over the text's characters.
 */
export function findWords(doc: Y.Doc, search: Search): SearchResult {
  if (search.words === '') return { ok: true, matches: [] }
  const wanted = wantedBy(search)
  if (typeof wanted === 'string') return { ok: false, says: wanted }
  const shown = shownTexts(doc)
  const matches = placedClauses(doc).flatMap(({ clause: { id, stored } }) => {
    if (search.kinds && !search.kinds.includes(kindOf(stored))) return []
    return hitsIn({ id, stored, shown }, wanted, search.inBrackets).map(({ place }) => ({ clause: id, ...place }))
  })
  return { ok: true, matches }
}

/** What was found, and where. */
export interface Hit {
  readonly place: Place
  readonly found: RegExpExecArray
}

/** A clause to look in. */
interface Looking {
  readonly id: string
  readonly stored: YClause
  readonly shown: ReturnType<typeof shownTexts>
}

/** Everything wanted in one clause, that in a footnote where its sign stands. */
export function hitsIn({ id, stored, shown }: Looking, wanted: Wanted, inBrackets: boolean): Hit[] {
  const { text, wordsBehind } = shown(id, stored)
  const inWords = foundIn(text, wanted, inBrackets).map((found): Hit => ({
    found,
    place: wordsBehind(...endsOf(found)),
  }))
  if (!text.includes(EMBED)) return inWords
  const inNotes = footnotesIn([{ id, words: wordsOf(stored) }]).flatMap(({ offset, words }) =>
    foundIn(textOf(words), wanted, inBrackets).map((found): Hit => {
      const [from, to] = endsOf(found)
      return { found, place: { from: offset, to: offset + 1, note: { from, to } } }
    }),
  )
  return [...inWords, ...inNotes].toSorted((a, b) => a.place.from - b.place.from)
}

function endsOf({ index, 0: words }: RegExpExecArray): [from: number, to: number] {
  return [index, index + words.length]
}

function foundIn(text: string, wanted: Wanted, inBrackets: boolean): RegExpExecArray[] {
  const all = [...text.matchAll(wanted(text))].filter(([words]) => words !== '')
  if (all.length === 0) return []
  const pairs = inBrackets ? readBrackets(text).pairs : []
  return all.filter((found) => {
    const [from, to] = endsOf(found)
    return !inBrackets || pairs.some((pair) => pair.from < from && to < pair.to)
  })
}
