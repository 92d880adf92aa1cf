/** The clauses that were deleted: kept, and restorable where they stood. */

import type * as Y from 'yjs'
import { clausesOf, goneOf, isHidden, kindOf, textOfStored } from '../yjs/read.ts'

export interface DeletedClause {
  readonly id: string
  readonly kind: string
  readonly text: string
  /** When, by the clock of whoever deleted it: milliseconds since 1970. */
  readonly at: number
}

/** Deleted clauses that hold words, the last deleted first. Clauses merged away are not among them: their words live on. */
export function deletedClauses(doc: Y.Doc): DeletedClause[] {
  return [...clausesOf(doc)]
    .filter(([, stored]) => isHidden(stored) && goneOf(stored)?.into === undefined)
    .map(([id, stored]) => ({ id, kind: kindOf(stored), text: textOfStored(stored), at: goneOf(stored)?.at ?? 0 }))
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => b.at - a.at)
}
