/** A clause and a draft as values: the shape every reading, comparison and file format shares. */

import type { Words } from './words.ts'

/**
 * The ordinal a clause had, and whose child it was, when numbers were frozen; by clause id. A number that a clause gave up
 * for another before they were frozen again stands under `formerKey` (`freed.ts`).
 */
export type Frozen = Readonly<Record<string, readonly [ordinal: string, parent: string]>>

/** The kind that a clause had when numbers were frozen, by the keys of `Frozen`. */
export type FrozenKinds = Readonly<Record<string, string>>

/** Clauses that were joined to others or wait to be pasted, and the clause where their words or what stands for them are; by id. */
export type Joined = Readonly<Record<string, string>>

/** One clause in reading order. Numbers are not part of it: they are computed (`number.ts`). */
export interface Clause {
  readonly id: string
  /** One of `kinds`, or a kind from a newer version, kept as it is. */
  readonly kind: string
  /** Id of the clause this one stands beneath, or '' at the root. */
  readonly parent: string
  /** Levels beneath the root, 0 at the root. */
  readonly depth: number
  readonly words: Words
  /** A number fixed by hand or by import, such as `(x)` or `4 bis`; absent where it is computed. */
  readonly label?: string
  /** A customs code, for entries of a goods list. */
  readonly code?: string
  /** The clause that this one was offered as a rival wording to (`option.ts`). */
  readonly option?: string
  /** Keys this version does not know, preserved. */
  readonly other?: Readonly<Record<string, unknown>>
}

/** A point in the text: a clause and an offset in its words. */
export interface Point {
  readonly clause: string
  readonly offset: number
}

/** A whole text at one moment: clauses in reading order, every parent before its children. */
export interface Draft {
  readonly title: string
  /** BCP 47 language tag. */
  readonly language: string
  /** Document symbol such as `A/AC.300/CRP.1`, or ''. */
  readonly symbol: string
  /** The numbers that clauses keep, where numbering is frozen (`number.ts`). */
  readonly frozen?: Frozen
  /** The kinds that these numbers belong to: what a number that became free is written with (`freed.ts`). */
  readonly frozenKinds?: FrozenKinds
  /** Of the clauses that references point at, those that were joined to others or wait to be pasted, and what leads on. */
  readonly joined?: Joined
  readonly clauses: readonly Clause[]
}

/** The clauses beneath a clause, itself first, in reading order. Cost: one pass from `index`. */
export function subtree(clauses: readonly Clause[], index: number): readonly Clause[] {
  const root = clauses[index]
  if (!root) throw new RangeError(`There is no clause at position ${index} of ${clauses.length}`)
  let end = index + 1
  while ((clauses[end]?.depth ?? -1) > root.depth) end++
  return clauses.slice(index, end)
}
