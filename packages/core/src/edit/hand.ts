/**
 * The hand that edits a document, and what every operation on clauses needs.
 *
 * Laws of every operation in this folder: it is one transaction with the hand's origin; nothing but an explicit deletion
 * removes a word; moving a clause touches none of its words.
 */

import type * as Y from 'yjs'
import type { Placed } from '../clause/tree.ts'
import type { Words } from '../clause/words.ts'
import { placedClauses } from '../yjs/read.ts'
import { clausesOf, type Place, type YClause } from '../yjs/stored.ts'
import { newClause } from '../yjs/write.ts'

/** What an operation needs from outside: the core has no clock, no randomness and no name for the person. */
export interface Hand {
  readonly doc: Y.Doc
  /** Member id, noted where a clause is deleted; who really did it is in the record. */
  readonly by: string
  readonly now: () => number
  readonly newId: () => string
  /** Transaction origin, which undo tracks. */
  readonly origin: unknown
}

/** A shown clause, placed, with its shared map. */
export type PlacedClause = Placed<
  { readonly id: string; readonly stored: YClause } & Place & { readonly hidden: boolean }
>

/** A clause with what stands around it in reading order. */
export interface Found {
  readonly all: readonly PlacedClause[]
  readonly index: number
  readonly here: PlacedClause
  readonly stored: YClause
}

/** Finds a shown clause. Cost: O(n log n), one reading order. */
export function find(hand: Pick<Hand, 'doc'>, id: string): Found | undefined {
  const all = placedClauses(hand.doc)
  const index = all.findIndex(({ clause }) => clause.id === id)
  const here = all[index]
  return here && { all, index, here, stored: here.clause.stored }
}

/** Runs a change as one transaction of this hand. */
export function act<T>(hand: Hand, change: () => T): T {
  return hand.doc.transact(change, hand.origin)
}

interface Making {
  readonly kind: string
  readonly option?: string | undefined
  /** The clause that was cut and that it stands for (`stand.ts`). */
  readonly stands?: string
  readonly words?: Words
}

/** Adds a clause and gives its id. Call it within `act`. */
export function create(hand: Hand, { kind, option, stands, words = [] }: Making, place: Place): string {
  const id = hand.newId()
  const clause = { kind, parent: place.parent, words, ...(option !== undefined && { option }) }
  const stored = newClause(clause, place.order)
  if (stands !== undefined) stored.set('stands', stands)
  clausesOf(hand.doc).set(id, stored)
  return id
}
