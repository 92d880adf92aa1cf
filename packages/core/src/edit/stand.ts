/** The empty clause that stands in the place of one that was cut (`cut.ts`), for as long as that is not pasted. */

import type * as Y from 'yjs'
import { storedClauses } from '../yjs/read.ts'
import { clausesOf, goneOf, isHidden } from '../yjs/stored.ts'

/**
 * The clause that one stands for: that is deleted, and stored directly behind it. What is put beneath the one is stored
 * beneath the other, as what stood there before is, and comes back with it wherever it is pasted. Cost: O(n) for such a
 * clause, and nothing for any other.
 */
export function stoodFor(doc: Y.Doc, id: string): string | undefined {
  const clauses = clausesOf(doc)
  const cut = clauses.get(id)?.get('stands')
  const stored = typeof cut === 'string' ? clauses.get(cut) : undefined
  if (typeof cut !== 'string' || !stored || !isHidden(stored) || goneOf(stored)?.into !== undefined) return undefined
  const all = storedClauses(doc)
  const container = all.find(({ clause }) => clause.id === id)?.container
  const siblings = all.filter((placed) => placed.container === container)
  return siblings[siblings.findIndex(({ clause }) => clause.id === id) + 1]?.clause.id === cut ? cut : undefined
}
