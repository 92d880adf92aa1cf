/** Which clauses an update touched: words, marks, kind, place or deletion. */

import * as Y from 'yjs'
import { clausesOf } from '../yjs/stored.ts'

/** More structs than this of one range of deletions are not looked at: the rest of a whole text deleted at once. */
const MOST_LOOKED_AT = 5000

/**
 * Ids of the clauses that an update touched, in the order it names them. `doc` is any later state of the text, since
 * clauses and the items in them stay for ever. Cost: linear in what the update holds.
 */
export function clausesTouched(doc: Y.Doc, update: Uint8Array): string[] {
  const { structs, ds } = Y.decodeUpdate(update)
  const found = new Set<string>()
  const note = (item: Y.Item | Y.GC | undefined): void => {
    const id = item instanceof Y.Item ? clauseAround(doc, item) : undefined
    if (id !== undefined) found.add(id)
  }
  for (const { id } of structs) note(itemAt(doc, id.client, id.clock))
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) for (const item of itemsWithin(doc, client, clock, clock + len)) note(item)
  }
  return [...found]
}

function itemAt(doc: Y.Doc, client: number, clock: number): Y.Item | Y.GC | undefined {
  if (clock >= Y.getState(doc.store, client)) return undefined
  return Y.getItem(doc.store, Y.createID(client, clock))
}

function* itemsWithin(doc: Y.Doc, client: number, from: number, to: number): Generator<Y.Item | Y.GC> {
  const structs = doc.store.clients.get(client) ?? []
  if (from >= Y.getState(doc.store, client)) return
  const first = Y.findIndexSS(structs, from)
  for (let index = first; index < Math.min(structs.length, first + MOST_LOOKED_AT); index++) {
    const struct = structs[index]
    if (!struct || struct.id.clock >= to) return
    yield struct
  }
}

/** The id under which the item, or what it is part of, stands in the map of clauses. */
function clauseAround(doc: Y.Doc, item: Y.Item): string | undefined {
  const clauses = clausesOf(doc)
  for (let at: Y.Item | null = item; at; at = (at.parent as Y.AbstractType<unknown> | null)?._item ?? null) {
    if (at.parent === clauses) return at.parentSub ?? undefined
  }
  return undefined
}
