/** Deleting clauses and stretches of the text, and restoring what was deleted. */

import type { Point } from '../clause/clause.ts'
import { placedClauses } from '../yjs/read.ts'
import { clausesOf, goneOf, isHidden, placeOf, textIn, type Gone } from '../yjs/stored.ts'
import { act, type Hand } from './hand.ts'
import { mergeClause } from './merge.ts'

/**
 * Deletes clauses. They stay in the document, hidden, and can be restored. Children that are not named go on in what is
 * read before (`clause/unit.ts`). The rival wordings that a deleted clause was chosen over stay hidden.
 */
export function removeClauses(hand: Hand, ids: readonly string[]): void {
  strike(hand, ids, { by: hand.by, at: hand.now() })
}

/** Has an empty clause go, for as long as it is that: what another is just writing in it stands in the text. */
export function removeEmpty(hand: Hand, id: string): void {
  strike(hand, [id], { by: hand.by, at: hand.now(), into: '' })
}

function strike(hand: Hand, ids: readonly string[], stroke: Gone): void {
  act(hand, () => {
    const clauses = clausesOf(hand.doc)
    const removed = new Set(ids)
    for (const clause of clauses.values()) {
      const { chosen, ...gone } = goneOf(clause) ?? {}
      if (chosen !== undefined && removed.has(chosen) && isHidden(clause)) clause.set('gone', gone)
    }
    for (const id of removed) {
      const clause = clauses.get(id)
      if (clause && !isHidden(clause)) clause.set('gone', { ...stroke })
    }
  })
}

/** Shows a deleted clause again, as `restoreClauses` does. */
export function restoreClause(hand: Hand, id: string): void {
  restoreClauses(hand, [id])
}

/**
 * Shows deleted clauses again, each where it stood, or in the nearest clause above that still stands, with what stands
 * beneath it; a wording that was not chosen with all that was hidden with it.
 */
export function restoreClauses(hand: Hand, ids: readonly string[]): void {
  act(hand, () => {
    for (const id of ids) show(hand, id)
  })
}

function show(hand: Hand, id: string): void {
  const clauses = clausesOf(hand.doc)
  const clause = clauses.get(id)
  const chosen = clause && goneOf(clause)?.chosen
  clause?.delete('gone')
  if (chosen === undefined) return
  for (const beneath of childrenOf(hand, id)) {
    const stored = clauses.get(beneath)
    if (stored && goneOf(stored)?.chosen === chosen) show(hand, beneath)
  }
}

function childrenOf({ doc }: Hand, id: string): string[] {
  return [...clausesOf(doc)].filter(([, stored]) => placeOf(stored).parent === id).map(([child]) => child)
}

/**
 * Deletes from one point to a later one. Clauses that lie wholly between are deleted; what is left of the last joins
 * the first, and what it stood in goes on where the first stands.
 */
export function removeRange(hand: Hand, from: Point, to: Point): void {
  const order = placedClauses(hand.doc).map(({ clause }) => clause.id)
  const between = order.slice(order.indexOf(from.clause) + 1, order.indexOf(to.clause))
  const clauses = clausesOf(hand.doc)
  const [first, last] = [clauses.get(from.clause), clauses.get(to.clause)]
  const [head, tail] = [first && textIn(first), last && textIn(last)]
  if (!head || !tail) return
  act(hand, () => {
    if (head === tail) return head.delete(from.offset, to.offset - from.offset)
    head.delete(from.offset, head.length - from.offset)
    tail.delete(0, to.offset)
    removeClauses(hand, between)
    mergeClause(hand, to.clause, from.clause)
  })
}
