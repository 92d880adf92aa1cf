/** Freezing the numbers of a text, and counting them anew. */

import type { Draft } from '../clause/clause.ts'
import { keepAll } from '../clause/freed.ts'
import { handOver } from '../clause/kept.ts'
import { headingOf, readClauses } from '../yjs/read.ts'
import { metaOf } from '../yjs/stored.ts'
import { shownFrozen, waitingIn } from '../yjs/waiting.ts'
import type { Hand } from './hand.ts'

/**
 * Keeps every clause's number as it stands, so that what is inserted becomes `bis` and what is deleted leaves its number
 * free; or lets numbers be counted again. Freezing twice keeps the numbers of the first time for what had one, and what
 * is free among them.
 */
export function setFrozen({ doc, origin }: Hand, frozen: boolean): void {
  doc.transact(() => {
    if (frozen) return keepIn(doc, { ...headingOf(doc), clauses: readClauses(doc), ...shownFrozen(doc) })
    metaOf(doc).delete('frozen')
    metaOf(doc).delete('frozenKinds')
  }, origin)
}

/** Keeps the numbers that clauses have in a version of the text: whatever was added since becomes `bis`. */
export function keepNumbers({ doc, origin }: Pick<Hand, 'doc' | 'origin'>, version: Kept): void {
  doc.transact(() => keepIn(doc, version), origin)
}

type Kept = Pick<Draft, 'clauses' | 'language' | 'frozen' | 'frozenKinds'>

/** What stands for a clause that was cut has its number until it is pasted, which keeps it. */
function keepIn(doc: Hand['doc'], kept: Kept): void {
  const cut = new Map([...waitingIn(doc)].map(([id, stand]) => [stand, id]))
  const { frozen, frozenKinds } = handOver(keepAll(kept), cut)
  metaOf(doc).set('frozen', frozen)
  metaOf(doc).set('frozenKinds', frozenKinds)
}
