/** Order keys among siblings: a place between any two, even where replicas or other versions left equal or absurd keys. */

import { generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { containersIn, placedClauses, storedClauses } from '../yjs/read.ts'
import { clausesOf, placeOf, type Place, type YClause } from '../yjs/stored.ts'
import { stoodFor } from './stand.ts'

interface Sibling {
  readonly id: string
  readonly order: string
  readonly hidden: boolean
}

/** Ids and orders of everything stored beneath `container`, deleted clauses too, in sibling order. Cost: O(n). */
export function siblingsIn(doc: Y.Doc, container: string): Sibling[] {
  return storedClauses(doc)
    .filter((placed) => placed.container === container)
    .map(({ clause: { id, order, hidden } }) => ({ id, order, hidden }))
}

interface Wish {
  /** Clauses that are as good as gone from their places. */
  readonly except?: ReadonlySet<string>
  /** Where a clause was parted whose words go on in the one that is placed behind it. */
  readonly parting?: Parting
}

/** A point between the words of a clause. */
export interface Parting {
  readonly offset: number
  readonly length: number
}

/**
 * A place beneath a clause directly behind sibling `after` ('' for the first place). Where no key fits between the
 * neighbours, the siblings behind are given new keys, which moves none of them.
 *
 * Law: of clauses that several people part at once, and part again, the parts stand in the order of their words.
 */
export function placeAfter(doc: Y.Doc, beneath: string, after: string, { except, parting }: Wish = {}): Place {
  const container = stoodFor(doc, beneath) ?? beneath
  const siblings = siblingsIn(doc, container).filter(({ id }) => except?.has(id) !== true)
  const index = after === '' ? 0 : siblings.findIndex(({ id }) => id === after) + 1
  const behind = siblings[index]?.order
  const before = siblings[index - 1]?.order
  const key = keyBetween(before, behind)
  if (key === undefined) return { parent: container, order: makeRoom(doc, container, siblings, index) }
  // What is hidden there may be a part that was taken back.
  const next = siblings.slice(index).find(({ hidden }) => !hidden)?.order
  const parted = parting && partKey({ before, key, behind: next, client: doc.clientID }, parting)
  const isFree = parted !== undefined && !siblings.some((sibling) => sibling.order === parted)
  const fits = isFree && parted > (before ?? '') && (next === undefined || parted < next)
  return { parent: container, order: fits ? parted : key }
}

/**
 * Places for many clauses, whose keys are as short as can be. Those that were placed at once must be stored before others
 * are placed beneath what stands. Cost: what stands is read once.
 */
export class Rows {
  readonly #doc: Y.Doc
  #rows: Map<string, Sibling[]>

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#rows = rowsIn(doc)
  }

  /** Places for these clauses one behind the other, the first where `placeAfter` has it. Cost: O(siblings). */
  placeAfter(ids: readonly string[], beneath: string, after: string): Place[] {
    const container = stoodFor(this.#doc, beneath) ?? beneath
    const row = this.#rowOf(container)
    const index = after === '' ? 0 : row.findIndex((sibling) => sibling.id === after) + 1
    const keys = keysAt(row, index, ids.length) ?? this.#keysInRoomAt(container, index, ids.length)
    const placed = ids.map((id, nth) => ({ id, order: keys[nth] ?? 'a0', hidden: false }))
    this.#rowOf(container).splice(index, 0, ...placed)
    return placed.map(({ order }) => ({ parent: container, order }))
  }

  #keysInRoomAt(container: string, index: number, count: number): readonly string[] {
    makeRoom(this.#doc, container, this.#rowOf(container), index)
    this.#rows = rowsIn(this.#doc)
    return keysAt(this.#rowOf(container), index, count) ?? []
  }

  /** The clause stored directly before another beneath `container`, '' where that is the first. */
  before(container: string, id: string): string {
    const row = this.#rowOf(container)
    return row[row.findIndex((sibling) => sibling.id === id) - 1]?.id ?? ''
  }

  /** Everything stored beneath a clause, deleted clauses too, in sibling order. */
  idsIn(container: string): string[] {
    return this.#rowOf(container).map(({ id }) => id)
  }

  #rowOf(container: string): Sibling[] {
    const row = this.#rows.get(container) ?? []
    this.#rows.set(container, row)
    return row
  }
}

/** Everything stored by what it stands beneath, in sibling order. */
function rowsIn(doc: Y.Doc): Map<string, Sibling[]> {
  const rows = new Map<string, Sibling[]>()
  for (const { clause, container } of storedClauses(doc)) {
    const { id, order, hidden } = clause
    const sibling = { id, order, hidden }
    const row = rows.get(container)
    if (row) row.push(sibling)
    else rows.set(container, [sibling])
  }
  return rows
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Keys that grow longer are not worth it: so many times was a part parted again. */
const LONGEST = 200

interface Neighbours {
  readonly before: string | undefined
  /** One that would do between the two. */
  readonly key: string
  readonly behind: string | undefined
  /** Whose key it is: two people who part at the same place are not to have the same. */
  readonly client: number
}

/**
 * The key of what was parted off: that of the clause it was parted from, which it so stays behind, with the offset, by which
 * it stands among all that anybody parts from there. What is started behind all the words stands behind all of those.
 */
function partKey({ before, key, behind, client }: Neighbours, { offset, length }: Parting): string {
  const end = `${digits(client).slice(-3)}V`
  if (before === undefined) return `${key}${digits(offset)}${end}`
  if (before.length > LONGEST) return key
  if (offset < length) return `${before}${digits(offset)}${end}`
  return behind?.startsWith(before) === true && length > 0 ? `${before}${digits(length - 1)}z${end}` : key
}

/** A number in four of the library's digits, which sort as it does. */
function digits(number: number): string {
  return [3, 2, 1, 0].map((power) => DIGITS[Math.floor(number / DIGITS.length ** power) % DIGITS.length]).join('')
}

function keysAt(row: readonly Sibling[], index: number, count: number): readonly string[] | undefined {
  return keysBetween(row[index - 1]?.order, row[index]?.order, count)
}

function keyBetween(before: string | undefined, behind: string | undefined): string | undefined {
  return keysBetween(before, behind, 1)?.[0]
}

function keysBetween(
  before: string | undefined,
  behind: string | undefined,
  count: number,
): readonly string[] | undefined {
  if (before !== undefined && behind !== undefined && before >= behind) return undefined
  try {
    return generateNKeysBetween(before ?? null, behind ?? null, count)
  } catch (fault) {
    // The library throws on keys that are not of its making; they are replaced by `makeRoom`.
    if (fault instanceof Error) return undefined
    throw fault
  }
}

/**
 * Gives all siblings fresh keys in the order they stand in and returns the free one at `index`. A fresh place says which it
 * goes on for (`was`), so that undo takes back what that was set for (`values.ts`).
 */
function makeRoom(doc: Y.Doc, container: string, siblings: readonly Sibling[], index: number): string {
  const keys = generateNKeysBetween(null, null, siblings.length + 1)
  const [free = 'a0'] = keys.splice(index, 1)
  for (const [at, { id }] of siblings.entries()) {
    const clause = clausesOf(doc).get(id)
    if (clause) setPlace(clause, { parent: container, order: keys[at] ?? 'a0' }, { was: placeOf(clause) })
  }
  return free
}

/** Whether a place was only given anew to make room beside it. */
export function isRoom(place: unknown): boolean {
  return typeof place === 'object' && place !== null && 'was' in place
}

/** Writes a place only where it differs, so that standing still is not a change. */
export function setPlace(clause: YClause | undefined, place: Place, remarks: { readonly was?: Place } = {}): void {
  if (!clause) return
  const now = placeOf(clause)
  if (now.parent !== place.parent || now.order !== place.order) clause.set('place', { ...place, ...remarks })
}

/**
 * Behind which of its siblings, as stored, a clause ends with all that is shown beneath it: itself, or what is hidden behind
 * it and what of that goes on in it (`clause/unit.ts`). Clauses in `except` and all beneath them are as good as gone.
 */
export function endOfClause(doc: Y.Doc, id: string, except: ReadonlySet<string> = new Set()): string {
  const all = placedClauses(doc)
  const index = all.findIndex(({ clause }) => clause.id === id)
  const here = all[index]
  if (!here || all.every(({ parent, container }) => parent === container)) return id
  const stored = containersIn(doc)
  const leaving = new Set(except)
  let last = id
  for (const { clause, parent, depth } of all.slice(index + 1)) {
    if (depth <= here.depth) break
    if (leaving.has(clause.id) || leaving.has(parent)) leaving.add(clause.id)
    else last = clause.id
  }
  for (let at: string | undefined = last; at !== undefined && at !== ''; at = stored.get(at))
    if (stored.get(at) === here.container) return at
  return id
}
