/** Writing a draft into an empty `Y.Doc`: done once per text, by the server alone. */

import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import type { Clause, Draft } from '../clause/clause.ts'
import type { Words } from '../clause/words.ts'
import { clausesOf, metaOf, type YClause } from './stored.ts'

/** A new clause's shared map, not yet in any document. */
export function newClause(clause: Omit<Clause, 'id' | 'depth'>, order: string): YClause {
  const map: YClause = new Y.Map()
  for (const [key, value] of Object.entries(clause.other ?? {})) map.set(key, value)
  map.set('kind', clause.kind)
  map.set('place', { parent: clause.parent, order })
  map.set('text', newText(clause.words))
  if (clause.label !== undefined) map.set('label', clause.label)
  if (clause.code !== undefined) map.set('code', clause.code)
  if (clause.option !== undefined) map.set('option', clause.option)
  return map
}

/** A new shared text with these words. */
export function newText(words: Words): Y.Text {
  const text = new Y.Text()
  if (words.length > 0) text.applyDelta([...words])
  return text
}

/**
 * Fills an empty document with a draft, in one transaction.
 * @throws if the document already holds clauses: an existing text is never seeded over.
 */
export function writeDraft(doc: Y.Doc, draft: Draft): void {
  const clauses = clausesOf(doc)
  if (clauses.size > 0)
    throw new Error('This document already holds a text; a draft can only be written into an empty one')
  const orders = siblingOrders(draft.clauses)
  doc.transact(() => {
    const meta = metaOf(doc)
    meta.set('title', draft.title)
    meta.set('language', draft.language)
    meta.set('symbol', draft.symbol)
    if (draft.frozen) meta.set('frozen', draft.frozen)
    if (draft.frozenKinds) meta.set('frozenKinds', draft.frozenKinds)
    for (const clause of draft.clauses) clauses.set(clause.id, newClause(clause, orders.get(clause.id) ?? 'a0'))
  })
}

/** Evenly spread order keys for the siblings of each parent, by clause id. */
function siblingOrders(clauses: readonly Clause[]): Map<string, string> {
  const orders = new Map<string, string>()
  for (const siblings of Map.groupBy(clauses, ({ parent }) => parent).values()) {
    const keys = generateNKeysBetween(null, null, siblings.length)
    for (const [index, { id }] of siblings.entries()) orders.set(id, keys[index] ?? 'a0')
  }
  return orders
}
