/** Freezing the numbers of a text, and counting them anew. */

import type { Draft } from '../clause/clause.ts'
import { freezeNumbers } from '../clause/number.ts'
import { frozenIn, metaOf, readDraft } from '../yjs/read.ts'
import type { Hand } from './hand.ts'

/**
 * Keeps every clause's number as it stands, so that what is inserted becomes `bis` and what is deleted leaves its number
 * free; or lets numbers be counted again. Freezing twice keeps the numbers of the first time for what had one.
 */
export function setFrozen({ doc, origin }: Hand, frozen: boolean): void {
  doc.transact(() => {
    if (!frozen) return metaOf(doc).delete('frozen')
    const { clauses, language } = readDraft(doc)
    metaOf(doc).set('frozen', freezeNumbers(clauses, language, frozenIn(doc).frozen))
  }, origin)
}

/** Keeps the numbers that clauses have in a version of the text: whatever was added since becomes `bis`. */
export function keepNumbers(
  { doc, origin }: Pick<Hand, 'doc' | 'origin'>,
  { clauses, language, frozen }: Pick<Draft, 'clauses' | 'language' | 'frozen'>,
): void {
  doc.transact(() => metaOf(doc).set('frozen', freezeNumbers(clauses, language, frozen)), origin)
}
