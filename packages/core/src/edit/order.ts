/** Order keys among siblings: a place between any two, even where replicas or other versions left equal or absurd keys. */

import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { clausesOf, placeOf, storedClauses, type Place, type YClause } from '../yjs/read.ts'

interface Sibling {
  readonly id: string
  readonly order: string
}

/** Ids and orders of everything stored beneath `container`, deleted clauses too, in sibling order. Cost: O(n). */
export function siblingsIn(doc: Y.Doc, container: string): Sibling[] {
  return storedClauses(doc)
    .filter((placed) => placed.container === container)
    .map(({ clause: { id, order } }) => ({ id, order }))
}

/**
 * A place beneath `container` directly behind sibling `after` ('' for the first place). Where no key fits between the
 * neighbours, the siblings behind are given new keys, which moves none of them.
 */
export function placeAfter(
  doc: Y.Doc,
  container: string,
  after: string,
  except: ReadonlySet<string> = new Set(),
): Place {
  const siblings = siblingsIn(doc, container).filter(({ id }) => !except.has(id))
  const index = after === '' ? 0 : siblings.findIndex(({ id }) => id === after) + 1
  const order =
    keyBetween(siblings[index - 1]?.order, siblings[index]?.order) ?? makeRoom(doc, container, siblings, index)
  return { parent: container, order }
}

function keyBetween(before: string | undefined, behind: string | undefined): string | undefined {
  if (before !== undefined && behind !== undefined && before >= behind) return undefined
  try {
    return generateKeyBetween(before ?? null, behind ?? null)
  } catch (fault) {
    // The library throws on keys that are not of its making; they are replaced by `makeRoom`.
    if (fault instanceof Error) return undefined
    throw fault
  }
}

/** Gives all siblings fresh keys in the order they stand in and returns the free one at `index`. */
function makeRoom(doc: Y.Doc, container: string, siblings: readonly Sibling[], index: number): string {
  const keys = generateNKeysBetween(null, null, siblings.length + 1)
  const [free = 'a0'] = keys.splice(index, 1)
  for (const [at, { id }] of siblings.entries()) {
    setPlace(clausesOf(doc).get(id), { parent: container, order: keys[at] ?? 'a0' })
  }
  return free
}

/** Writes a place only where it differs, so that standing still is not a change. */
export function setPlace(clause: YClause | undefined, place: Place): void {
  if (!clause) return
  const now = placeOf(clause)
  if (now.parent !== place.parent || now.order !== place.order) clause.set('place', { ...place })
}
