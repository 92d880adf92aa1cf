/**
 * Clauses that were cut and wait to be pasted (`edit/cut.ts`). For as long as they do, the empty clause in their place is read
 * as what they were: it has the number that they keep, and references to them lead to it.
 */

import type * as Y from 'yjs'
import type { Draft } from '../clause/clause.ts'
import { handOver } from '../clause/kept.ts'
import { cachedReading } from './cache.ts'
import { frozenIn } from './frozen.ts'
import { placedClauses } from './read.ts'
import { clausesOf, goneOf, isHidden, textIn } from './stored.ts'

/**
 * The empty clause that stands for each clause that waits, by the id of that; the first where two people cut it at once. One
 * that was written in stands for itself. Cost: O(n), and nothing where the structure has not changed.
 */
export function waitingIn(doc: Y.Doc): ReadonlyMap<string, string> {
  return cachedReading(doc, 'waiting', () => {
    const waiting = new Map<string, string>()
    for (const { clause } of placedClauses(doc)) {
      const { id, stands, stored } = clause
      if (stands === undefined || waiting.has(stands) || textIn(stored)?.length !== 0) continue
      if (waits(doc, stands)) waiting.set(stands, id)
    }
    return waiting
  })
}

function waits(doc: Y.Doc, id: string): boolean {
  const cut = clausesOf(doc).get(id)
  return cut !== undefined && isHidden(cut) && goneOf(cut)?.into === undefined
}

/** The numbers a document keeps, those of clauses that wait with what stands for them. */
export function shownFrozen(doc: Y.Doc): Pick<Draft, 'frozen' | 'frozenKinds'> {
  return handOver(frozenIn(doc), waitingIn(doc))
}
