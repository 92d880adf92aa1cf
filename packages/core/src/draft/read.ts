/** A text as a value, read out of its `Y.Doc`. */

import type * as Y from 'yjs'
import type { Draft } from '../clause/clause.ts'
import { headingOf, readClauses } from '../yjs/read.ts'
import { shownFrozen } from '../yjs/waiting.ts'
import { joinedIn } from './joined.ts'

/** The whole text as it stands in a document. */
export function readDraft(doc: Y.Doc): Draft {
  const clauses = readClauses(doc)
  const joined = joinedIn(
    doc,
    clauses.map(({ words }) => words),
  )
  return { ...headingOf(doc), clauses, ...shownFrozen(doc), ...(Object.keys(joined).length > 0 && { joined }) }
}
