/** Clauses made ready for comparison: their place in the tree, number, tokens and words by number. */

import type { Clause, Draft } from '../clause/clause.ts'
import { numberClauses } from '../clause/number.ts'
import { textOf } from '../clause/words.ts'
import { isWord, keyOf, tokenize, type Token } from './token.ts'

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

/** Numbers for words, shared by both texts, and how rare each word is. */
export class Lexicon {
  readonly #numbers = new Map<string, number>()
  readonly #clauses: number[] = []
  readonly #seen = new Map<string, Read>()
  #count = 0

  get size(): number {
    return this.#clauses.length
  }

  /** Tokens, key and words of a text, read once for equal texts. */
  read(text: string): Read {
    const known = this.#seen.get(text)
    if (known) return known
    const tokens = tokenize(text)
    const read = { tokens, key: keyOf(tokens), words: this.#wordsOf(tokens) }
    this.#seen.set(text, read)
    return read
  }

  #wordsOf(tokens: readonly Token[]): number[] {
    const words: number[] = []
    for (const token of tokens) if (isWord(token)) words.push(this.#numberOf(token.fold))
    for (const word of new Set(words)) this.#clauses[word] = (this.#clauses[word] ?? 0) + 1
    this.#count++
    return words
  }

  #numberOf(fold: string): number {
    const known = this.#numbers.get(fold)
    if (known !== undefined) return known
    const number = this.#clauses.push(0) - 1
    this.#numbers.set(fold, number)
    return number
  }

  /** In how many different texts a word stands. */
  spread(word: number): number {
    return this.#clauses[word] ?? 1
  }

  /** Weights of all words: the rarer a word, the more it says about who descends from whom. */
  weights(): Float64Array {
    return Float64Array.from(this.#clauses, (spread) => 0.1 + Math.log((this.#count + 1) / spread))
  }
}

interface Read {
  readonly tokens: readonly Token[]
  readonly key: string
  readonly words: readonly number[]
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
      ...lexicon.read(text),
    })
    places.set(clause.id, at)
  }
  return entries
}

/** Unnumbered provisions are cited by ordinals that nobody typed; an insertion before them renumbers nothing. */
function pathOf(citation: string): string {
  return citation.replace(/,? ?subparagraph \d+/gu, '')
}
