/** What a comparison says: aligned pairs of clauses, what happened to each, and the words kept, inserted and deleted. */

/** What can have happened to a clause; several may hold at once, but `same` stands alone. */
export const changes = ['same', 'amended', 'moved', 'renumbered', 'split', 'merged', 'added', 'deleted'] as const
export type Change = (typeof changes)[number]

/** A clause as a comparison shows it. */
export interface Side {
  readonly id: string
  /** Its citation in its own text, such as `Article 5(2)(a)`. */
  readonly number: string
  /** Its number as it stands in the margin, such as `(a)`. */
  readonly label: string
  readonly kind: string
  readonly depth: number
  readonly text: string
}

/** `=` kept, `+` inserted, `-` deleted. */
export type WordOp = readonly ['=' | '+' | '-', string]

/** Why clauses stand in one pair, from the surest reason to the weakest. */
export const reasons = ['given', 'lineage', 'identical', 'similar', 'contained', 'beneath', 'place', 'alone'] as const

/**
 * `given`: a person said so. `lineage`: the same id. `identical`: the same words but for typography. `similar`: words in
 * common. `contained`: one has the other's words. `beneath`: the clauses beneath them belong together. `place`: the same
 * number among neighbours that belong together. `alone`: nothing to pair with.
 */
export type Reason = (typeof reasons)[number]

/**
 * One alignment. `old` is empty where the clauses were added, `new` where they were deleted; a split has one old and
 * several new clauses, a merge several old and one new. The kept and deleted words together are the old clauses'
 * text, the kept and inserted ones the new clauses' (several clauses joined by a line feed).
 */
export interface Pair {
  readonly changes: readonly Change[]
  readonly old: readonly Side[]
  readonly new: readonly Side[]
  readonly words: readonly WordOp[]
  readonly why: Reason
  /** From 0 to 1: how sure the alignment is. 1 for lineage, identical words and what a person gave. */
  readonly sure: number
  /** Whether the words differ in nothing but quotation marks, dashes, spaces and case: `same`, yet not to the letter. */
  readonly typographic: boolean
}

/** In the new text's reading order, deleted clauses where they stood. `summary` counts pairs by change. */
export interface Comparison {
  readonly summary: Readonly<Record<Change, number>>
  readonly pairs: readonly Pair[]
}
