/** Deleting clauses and stretches of the text, and restoring what was deleted. */

import { clausesOf, isHidden, placedClauses, textIn } from '../yjs/read.ts'
import { act, type Hand, type Point } from './hand.ts'
import { mergeClause } from './merge.ts'

/** Deletes clauses. They stay in the document, hidden, and can be restored; children that are not named step up. */
export function removeClauses(hand: Hand, ids: readonly string[]): void {
  act(hand, () => {
    for (const id of ids) {
      const clause = clausesOf(hand.doc).get(id)
      if (clause && !isHidden(clause)) clause.set('gone', { by: hand.by, at: hand.now() })
    }
  })
}

/** Shows a deleted clause again, where it stood. */
export function restoreClause(hand: Hand, id: string): void {
  act(hand, () => clausesOf(hand.doc).get(id)?.delete('gone'))
}

/**
 * Deletes from one point to a later one. Clauses that lie wholly between are deleted; what is left of the last joins
 * the first.
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
