/** Clauses made ready for comparison: their place in the tree, number, tokens and words by number. */

import type { Clause, Draft } from '../clause/clause.ts'
import { numberDraft } from '../clause/number.ts'
import { textOf } from '../clause/words.ts'
import type { Lexicon, Read } from './lexicon.ts'
import type { Token } from './token.ts'

/** What is known of a clause from where it stands. */
interface Place {
  readonly at: number
  readonly clause: Clause
  readonly text: string
  readonly citation: string
  readonly label: string
  readonly path: string
  readonly parent: number
  readonly rank: number
}

export class Entry {
  /** Position in reading order. */
  readonly at: number
  readonly clause: Clause
  readonly text: string
  readonly citation: string
  readonly label: string
  /** The numbers above and of the clause itself, those of unnumbered provisions left out. */
  readonly path: string
  /** Position of the parent, -1 at the root. */
  readonly parent: number
  /** Position among its siblings. */
  readonly rank: number
  readonly children: number[] = []
  readonly read: Read
  /** The words as numbers from the lexicon, signs left out. */
  readonly words: readonly number[]

  constructor(place: Place, read: Read) {
    this.at = place.at
    this.clause = place.clause
    this.text = place.text
    this.citation = place.citation
    this.label = place.label
    this.path = place.path
    this.parent = place.parent
    this.rank = place.rank
    this.read = read
    this.words = read.words
  }

  get tokens(): readonly Token[] {
    return this.read.tokens
  }

  /** Whether two clauses differ in nothing but typography. Cheap where they do not differ at all. */
  isLike(other: Entry): boolean {
    return this.read === other.read || (this.words.length === other.words.length && this.key === other.key)
  }

  get key(): string {
    return this.read.key
  }
}

/** Whether a clause holds provisions under a title. */
export function isDivision({ clause: { kind } }: Entry): boolean {
  return kind === 'part' || kind === 'chapter' || kind === 'article' || kind === 'annex' || kind === 'preamble'
}

/** The clauses of a draft, ready. One pass. */
export function entriesOf(draft: Draft, lexicon: Lexicon): Entry[] {
  const { clauses } = draft
  const numbers = numberDraft(draft)
  const places = new Map<string, number>()
  const entries: Entry[] = []
  const roots: number[] = []
  for (const [at, clause] of clauses.entries()) {
    const parent = places.get(clause.parent) ?? -1
    const siblings = entries[parent]?.children ?? roots
    const rank = siblings.push(at) - 1
    const { citation, label } = numbers.get(clause.id) ?? { citation: '', label: '' }
    const text = textOf(clause.words)
    const path = pathOf(clause, label, entries[parent])
    entries.push(new Entry({ at, clause, text, citation, label, path, parent, rank }, lexicon.read(text)))
    places.set(clause.id, at)
  }
  return entries
}

/**
 * What a renumbering changes: the numbers from the article, annex, part or recital down. Unnumbered provisions have none,
 * so an insertion before them renumbers nothing; the names of divisions do not count, nor do brackets and full stops.
 */
function pathOf({ kind }: Clause, label: string, above: Entry | undefined): string {
  const step = label
    .toLowerCase()
    .replace(/^\p{L}{3,}\.?\s+(?=\S)/u, '')
    .replace(/[^\p{L}\p{N}.]+|\.$/gu, '')
  if (step === '') return above?.path ?? ''
  const restarts =
    kind === 'part' || kind === 'annex' || kind === 'recital' || (kind === 'article' && above?.clause.kind !== 'annex')
  return restarts ? `${kind} ${step}` : `${above?.path ?? ''}/${step}`
}
