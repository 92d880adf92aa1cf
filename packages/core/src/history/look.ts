/** What stands in clauses at one moment, to be traced later: the document may go on meanwhile. */

import type * as Y from 'yjs'
import { numberDraft } from '../clause/number.ts'
import { keyId, standings, type StandingSpan } from '../yjs/items.ts'
import { readDraft } from '../draft/read.ts'
import { clausesOf, isHidden, kindOf, textIn, textOfStored, type YClause } from '../yjs/stored.ts'
import { claimsIn, type CharacterId, type Claims } from './origins.ts'

/** A clause as it stood, deleted words in their places. */
export interface ClauseLook {
  readonly clause: string
  /** As a lawyer cites it; '' for a deleted clause. */
  readonly number: string
  readonly kind: string
  readonly standings: readonly StandingSpan[]
  readonly words: string
  /** Where the clause is deleted: what said so. */
  readonly gone?: CharacterId
}

export interface Look {
  /** In reading order, then the deleted clauses. */
  readonly clauses: readonly ClauseLook[]
  readonly claims: Claims
}

/** Looks at one clause, or at all of them. Cost: linear in the text; much less for one clause. */
export function lookAt(doc: Y.Doc, only?: string): Look {
  const stored = clausesOf(doc)
  const draft = readDraft(doc)
  const numbers = numberDraft(draft)
  const hidden = [...stored].filter(([, clause]) => isHidden(clause)).map(([id]) => id)
  const ids = [...draft.clauses.map(({ id }) => id), ...hidden].filter((id) => only === undefined || id === only)
  const clauses = ids.flatMap((id) => {
    const clause = stored.get(id)
    return clause ? [lookAtClause(id, clause, numbers.get(id)?.citation ?? '')] : []
  })
  return { clauses, claims: claimsIn(doc) }
}

function lookAtClause(clause: string, stored: YClause, number: string): ClauseLook {
  const text = textIn(stored)
  const gone = isHidden(stored) ? keyId(stored, 'gone') : undefined
  return {
    clause,
    number,
    kind: kindOf(stored),
    standings: text ? [...standings(text)] : [],
    words: textOfStored(stored),
    ...(gone && { gone }),
  }
}
