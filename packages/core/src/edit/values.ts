/**
 * What undo and redo do with values: what a clause is, where it stands, whether it is deleted, and what holds for the
 * whole text. Yjs alone would leave a clause without any place where two people moved it at once, and put an older value
 * over one that another set between two of one's own.
 *
 * Laws. (1) What a step set is taken back only while it stands: a value that another set later stays; where
 * another put a clause elsewhere and took that back, what the step set stands. (2) What stands then
 * is what another set at the same moment; else what the step replaced; else nothing. (3) What a clause became by where
 * the step put it, as Tab makes a paragraph a point, it stays where another put it elsewhere since.
 */

import * as Y from 'yjs'
import { isNewIn } from '../yjs/items.ts'
import { clausesOf, metaOf } from '../yjs/stored.ts'
import { isCopyKey } from './copies.ts'
import { isRoom } from './order.ts'

type Values = Y.Map<unknown>

/** What a step inserted and deleted. */
export type Changes = Pick<Y.UndoManager['undoStack'][number], 'insertions' | 'deletions'>
type Deletions = Changes['deletions']

/** Whether an item is a value of a clause or of the whole text, and none that stands in a value. */
export function isValue({ parent, parentSub }: Y.Item): boolean {
  if (parentSub === null || !(parent instanceof Y.Map) || !parent.doc) return false
  return parent === metaOf(parent.doc) || parent.parent === clausesOf(parent.doc)
}

/** What of these deletions is no value, and so a matter of Yjs. */
export function withoutValues(transaction: Y.Transaction, deletions: Deletions): Deletions {
  const rest = Y.createDeleteSet()
  Y.iterateDeletedStructs(transaction, deletions, (struct) => {
    if (struct instanceof Y.Item && isValue(struct)) return
    const { client, clock } = struct.id
    rest.clients.set(client, [...(rest.clients.get(client) ?? []), { clock, len: struct.length }])
  })
  return rest
}

interface Step extends Changes {
  /** Clauses that keep their values. */
  readonly except: ReadonlySet<string>
  /** All that this client ever deleted. */
  readonly erased: Deletions
}

/** Takes back the values that a step set or deleted. Call it within the transaction. */
export function takeBackValues(transaction: Y.Transaction, step: Step): void {
  const { except } = step
  for (const [map, keys] of touchedBy(transaction, step)) {
    if (except.has(map._item?.parentSub ?? '')) continue
    const place = keys.get('place') ?? []
    const isBack = isSetAgain(map, 'place', place.at(-1)) && !isOfNewKind(map)
    const isMoved = !isBack && isOvertaken(transaction, place)
    for (const [key, set] of keys) {
      const touched = { map, key, set, isBack: isBack && isPlacing(key) }
      if (key !== 'kind' || set.length === 0 || !isMoved) takeBack(transaction, step, touched)
    }
  }
}

/** Whether what stands at a key is where a clause was put, or what it became by that. */
function isPlacing(key: string | null): boolean {
  return key === 'place' || key === 'kind'
}

/** Whether what stands at a key is what this item set there before somebody set something else, and took that back. */
function isSetAgain(map: Values, key: string, item: Y.Item | undefined): boolean {
  const last = map['_map'].get(key)
  if (!item || last?.deleted !== false) return false
  if (JSON.stringify(last.content.getContent()) !== JSON.stringify(item.content.getContent())) return false
  let isTakenBack = false
  let after = last
  for (let before = last.left; before !== null; before = before.left) {
    // What another set without knowing of it is theirs, though it be the same.
    if (!Y.compareIDs(before.lastId, after.origin)) continue
    if (before === item) return isTakenBack
    if (before.id.client === last.id.client) isTakenBack = true
    after = before
  }
  return false
}

/** Whether another made a clause what it never was before. */
function isOfNewKind(clause: Values): boolean {
  const last = clause['_map'].get('kind')
  if (!last?.left || last.id.client === clause.doc?.clientID) return false
  const [kind] = last.content.getContent()
  for (let before: Y.Item | null = last.left; before !== null; before = before.left)
    if (before.content.getContent()[0] === kind) return false
  return true
}

/** A key at which a step set these values, or deleted one. */
interface Touched {
  readonly map: Values
  readonly key: string
  /** The last one set last. */
  readonly set: readonly Y.Item[]
  /** Whether another brought back what the step set there, though it set something else between. */
  readonly isBack: boolean
}

function touchedBy(
  transaction: Y.Transaction,
  { insertions, deletions }: Changes,
): ReadonlyMap<Values, ReadonlyMap<string, readonly Y.Item[]>> {
  const touched = new Map<Values, Map<string, Y.Item[]>>()
  const note = (struct: Y.Item | Y.GC, set: boolean): void => {
    if (!(struct instanceof Y.Item) || !isValue(struct) || isCopyKey(struct.parentSub ?? '')) return
    const map = struct.parent as Values
    const keys = touched.get(map) ?? new Map<string, Y.Item[]>()
    const items = keys.get(struct.parentSub ?? '') ?? []
    if (set) items.push(struct)
    touched.set(map, keys.set(struct.parentSub ?? '', items))
  }
  Y.iterateDeletedStructs(transaction, insertions, (struct) => note(struct, true))
  Y.iterateDeletedStructs(transaction, deletions, (struct) => note(struct, false))
  return touched
}

/** Whether a step set values at a key none of which stands any longer. */
function isOvertaken(transaction: Y.Transaction, set: readonly Y.Item[]): boolean {
  return set.length > 0 && !set.some((item) => stands(courseOf(transaction, item)))
}

/** Tells of an item whether it is a value that a step set, or set another for, where what it set stands no longer. */
export function overtakenBy(transaction: Y.Transaction, changes: Changes): (struct: Y.Item | Y.GC) => boolean {
  const touched = touchedBy(transaction, changes)
  return (struct) =>
    struct instanceof Y.Item &&
    isValue(struct) &&
    isOvertaken(transaction, touched.get(struct.parent as Values)?.get(struct.parentSub ?? '') ?? [])
}

function takeBack(transaction: Y.Transaction, step: Step, { map, key, set, isBack }: Touched): void {
  const courses = set.map((item) => courseOf(transaction, item))
  const course = courses.find(stands) ?? (isBack && isSetAgain(map, key, set.at(-1)) ? courses.at(-1) : undefined)
  if (course) restore(transaction, map, key, formerOf(step, course))
  else if (!map.has(key)) {
    const last = lastDeleted(step, map['_map'].get(key))
    // What the step set and deleted again stood neither before it nor after.
    const former = last && Y.isDeleted(step.insertions, last.lastId) ? formerOf(step, [last]) : last
    if (former) restore(transaction, map, key, former)
  }
}

/** The value that a step deleted, if nobody else set or deleted another behind it. */
function lastDeleted({ deletions, erased }: Step, last: Y.Item | undefined): Y.Item | undefined {
  let item = last
  while (item && !Y.isDeleted(deletions, item.lastId)) {
    const { lastId, redone } = item
    if (redone === null && !Y.isDeleted(erased, lastId)) return undefined
    item = item.left ?? undefined
  }
  return item
}

/** A value that was set, and what it was written again as each time that it was brought back, or room was made beside it. */
function courseOf(transaction: Y.Transaction, item: Y.Item): Y.Item[] {
  const course = [item]
  for (let next = goingOnFor(transaction, course); next; next = goingOnFor(transaction, course)) course.push(next)
  return course
}

function goingOnFor(transaction: Y.Transaction, course: readonly Y.Item[]): Y.Item | undefined {
  const { redone = null, right = null } = course.at(-1) ?? {}
  if (redone !== null) return Y.getItemCleanStart(transaction, redone)
  // Room may have been made for it by two at once.
  const isFor = right?.origin && course.some(({ lastId }) => Y.compareIDs(right.origin, lastId))
  return isFor && isRoom(right.content.getContent()[0]) ? right : undefined
}

function stands(course: readonly Y.Item[]): boolean {
  return course.at(-1)?.deleted === false
}

/** What stands in place of a value that is taken back, or undefined where that is nothing. */
function formerOf({ insertions, deletions }: Changes, course: readonly Y.Item[]): Y.Item | undefined {
  for (const item of course.toReversed()) {
    const rival = atOnceWith(item)
    if (rival) return rival
  }
  let former = course[0]
  while (former && (Y.isDeleted(insertions, former.lastId) || isForgotten(former))) {
    const rival = atOnceWith(former)
    if (rival) return rival
    const { left, origin }: Y.Item = former
    // A value is forgotten only if it stood no longer when another was set right over it: then nothing stood.
    if (left !== null && isForgotten(left) && Y.compareIDs(left.lastId, origin)) return undefined
    former = left ?? undefined
  }
  return former && Y.isDeleted(deletions, former.lastId) ? former : undefined
}

/** The value that another set at the same moment, and that gave way. */
function atOnceWith({ left, origin }: Y.Item): Y.Item | undefined {
  if (left === null || isForgotten(left)) return undefined
  return origin !== null && Y.compareIDs(left.lastId, origin) ? undefined : left
}

const isForgotten = ({ content }: Y.Item): boolean => content instanceof Y.ContentDeleted

/** Sets a key to what it was, or to nothing. */
function restore(transaction: Y.Transaction, map: Values, key: string, former: Y.Item | undefined): void {
  if (!former) return map.delete(key)
  const value = Y.getItemCleanStart(transaction, former.lastId)
  map.set(key, value.content.getContent()[0])
  value.redone = map['_map'].get(key)?.id ?? null
}

/**
 * Keeps what others set at the same moment as this replica, what gave way to it, and where this replica put a clause that
 * another put elsewhere: Yjs would forget that at the end of the transaction, and undo could neither bring it back nor
 * tell that another did.
 */
export function keepReplaced(transaction: Y.Transaction): void {
  const { doc, changed } = transaction
  for (const [type, keys] of changed) {
    if (!(type instanceof Y.Map)) continue
    for (const key of keys) {
      const last = key === null ? undefined : type['_map'].get(key)
      if (!last || !isValue(last) || isCopyKey(key ?? '')) continue
      const isOwn = last.id.client === doc.clientID
      for (let item = last.left; item !== null; item = item.left)
        if (
          isOwn ? isNewIn(transaction, item.id) : isPlacing(key) && (key === 'kind' || item.id.client === doc.clientID)
        )
          item.keep = true
    }
  }
}
