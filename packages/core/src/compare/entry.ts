/** Clauses made ready for comparison: their place in the tree, number, tokens and words by number. */

import type { Clause, Draft } from '../clause/clause.ts'
import { numberClauses } from '../clause/number.ts'
import { textOf } from '../clause/words.ts'
import type { Lexicon } from './lexicon.ts'
import type { Token } from './token.ts'

export interface Entry {
  readonly at: number
  readonly clause: Clause
  readonly text: string
  readonly citation: string
  readonly label: string
  /** The citation without the ordinals of unnumbered provisions: what a renumbering changes. */
  readonly path: string
  readonly tokens: readonly Token[]
  readonly key: string
  /** The words as numbers from the lexicon, signs left out. */
  readonly words: readonly number[]
  /** Position of the parent, -1 at the root. */
  readonly parent: number
  readonly children: number[]
  /** Position among its siblings. */
  readonly rank: number
}

/** The clauses of a draft, ready. One pass. */
export function entriesOf({ clauses, language }: Draft, lexicon: Lexicon): Entry[] {
  const numbers = numberClauses(clauses, language)
  const places = new Map<string, number>()
  const entries: Entry[] = []
  const roots: number[] = []
  for (const [at, clause] of clauses.entries()) {
    const parent = places.get(clause.parent) ?? -1
    const siblings = entries[parent]?.children ?? roots
    const rank = siblings.push(at) - 1
    const { citation, label } = numbers.get(clause.id) ?? { citation: '', label: '' }
    const text = textOf(clause.words)
    const read = lexicon.read(text)
    entries.push({
      at,
      clause,
      text,
      citation,
      label,
      path: pathOf(citation),
      parent,
      children: [],
      rank,
      tokens: read.tokens,
      words: read.words,
      get key() {
        return read.key
      },
    })
    places.set(clause.id, at)
  }
  return entries
}

/** Unnumbered provisions are cited by ordinals that nobody typed; an insertion before them renumbers nothing. */
function pathOf(citation: string): string {
  return citation.replace(/,? ?(?:subparagraph|alinéa|párrafo) \d+|^(?:Text|Texte|Texto) \d+$/gu, '')
}
