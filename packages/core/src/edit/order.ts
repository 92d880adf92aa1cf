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

interface Wish {
  /** Clauses that are as good as gone from their places. */
  readonly except?: ReadonlySet<string>
  /** Of places that two people chose at once between the same two clauses, the one with the smaller rank comes first. */
  readonly rank?: number
}

/**
 * A place beneath `container` directly behind sibling `after` ('' for the first place). Where no key fits between the
 * neighbours, the siblings behind are given new keys, which moves none of them.
 */
export function placeAfter(doc: Y.Doc, container: string, after: string, { except, rank }: Wish = {}): Place {
  const siblings = siblingsIn(doc, container).filter(({ id }) => except?.has(id) !== true)
  const index = after === '' ? 0 : siblings.findIndex(({ id }) => id === after) + 1
  const behind = siblings[index]?.order
  const key = keyBetween(siblings[index - 1]?.order, behind)
  const order = key === undefined ? makeRoom(doc, container, siblings, index) : ranked(key, behind, rank)
  return { parent: container, order }
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The key with its rank in digits of the library's, and an end that is no nought, if it still sorts before the next one. */
function ranked(key: string, behind: string | undefined, rank: number | undefined): string {
  if (rank === undefined) return key
  const digits = [3, 2, 1, 0].map((power) => DIGITS[Math.floor(rank / DIGITS.length ** power) % DIGITS.length])
  const wished = `${key}${digits.join('')}V`
  return behind === undefined || wished < behind ? wished : key
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
