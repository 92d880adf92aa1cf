/**
 * What whoever carried words knew of others. Yjs says nothing of what a change was made upon, so the note of a copy says it
 * (`copies.ts`): what was known is no work of two at once, and there is nothing to mend.
 */

import * as Y from 'yjs'
import { standings, type CharacterId } from '../yjs/items.ts'
import { storedClauses } from '../yjs/read.ts'
import { textIn, type YClause } from '../yjs/stored.ts'

/** How many characters and other items of each client were known, as a state vector says: clients and numbers in turn. */
export type Known = readonly number[]

/** How many clauses on either side of one are beside it. */
const REACH = 20

/**
 * What is known of the work of others who wrote in a clause, or gave it or those beside it their places: a note says that
 * and no more, so that it stays small in a text on which hundreds have worked. Cost: O(n), where the structure has not changed.
 */
export function knownBeside(doc: Y.Doc, clause: YClause): Known {
  const all = storedClauses(doc)
  const index = all.findIndex(({ clause: { stored } }) => stored === clause)
  const beside = all.slice(Math.max(0, index - REACH), index + REACH + 1)
  const text = textIn(clause)
  const clients = new Set([
    ...beside.flatMap((one) => one.clause.stored['_map'].get('place')?.id.client ?? []),
    ...Array.from(text ? standings(text) : [], ({ client }) => client),
  ])
  clients.delete(doc.clientID)
  return Array.from(clients, (client) => [client, Y.getState(doc.store, client)]).flat()
}

/** Whether something was known. What a note does not speak of counts as not known. */
export function isKnown(known: Known, { client, clock }: CharacterId): boolean {
  for (let at = 0; at + 1 < known.length; at += 2) if (known[at] === client) return clock < (known[at + 1] ?? 0)
  return false
}
