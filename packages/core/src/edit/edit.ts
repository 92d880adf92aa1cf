/**
 * What a drafter does to clauses, as operations on the document. Each is one transaction with the caller's origin, and
 * each keeps the law: nothing but an explicit deletion removes a word, and moving a clause touches none of its words.
 */

import type * as Y from 'yjs'
import type { Words } from '../clause/words.ts'
import type { Placed } from '../clause/tree.ts'
import {
  clausesOf,
  isHidden,
  kindOf,
  placedClauses,
  placeOf,
  sliceOf,
  textIn,
  type Place,
  type YClause,
} from '../yjs/read.ts'
import { newClause } from '../yjs/write.ts'
import { insertCopy } from './copies.ts'
import { kindAfterMove, kindBeneath } from './kinds.ts'
import { placeAfter, setPlace } from './order.ts'
import { spansBetween } from '../yjs/items.ts'
import { isHeading } from '../clause/kind.ts'

/** What an operation needs from outside: the core has no clock, no randomness and no name for the person. */
export interface Hand {
  readonly doc: Y.Doc
  /** Member id, noted where a clause is deleted; who really did it is in the record. */
  readonly by: string
  readonly now: () => number
  readonly newId: () => string
  /** Transaction origin, which undo tracks. */
  readonly origin: unknown
}

type PlacedClause = Placed<{ readonly id: string; readonly stored: YClause } & Place & { readonly hidden: boolean }>

/** A clause with what stands around it in reading order. */
interface Found {
  readonly all: readonly PlacedClause[]
  readonly index: number
  readonly here: PlacedClause
  readonly stored: YClause
}

function find(hand: Hand, id: string): Found | undefined {
  const all = placedClauses(hand.doc)
  const index = all.findIndex(({ clause }) => clause.id === id)
  const here = all[index]
  return here && { all, index, here, stored: here.clause.stored }
}

function act<T>(hand: Hand, change: () => T): T {
  return hand.doc.transact(change, hand.origin)
}

function create(hand: Hand, kind: string, place: Place, words: Words = []): string {
  const id = hand.newId()
  clausesOf(hand.doc).set(id, newClause({ kind, parent: place.parent, words }, place.order))
  return id
}

/** Adds the first clause to a text that shows none. */
export function addFirst(hand: Hand, kind: string, words: Words): string {
  return act(hand, () => create(hand, kind, placeAfter(hand.doc, '', ''), words))
}

/**
 * Enter. The words behind `offset` go to a new clause that stands next in reading order: beneath a heading or a clause
 * with children, else beside it. At the start of a clause the new, empty one stands before it, so that the words keep
 * their clause.
 * @returns the id of the clause where the caret goes, or undefined where there is no such clause
 */
export function splitClause(hand: Hand, id: string, offset: number): string | undefined {
  const found = find(hand, id)
  const text = found && textIn(found.stored)
  if (!found || !text) return undefined
  return act(hand, () => {
    if (offset === 0 && text.length > 0) {
      create(hand, kindOf(found.stored), placeBefore(hand, found.here))
      return id
    }
    const next = create(hand, ...nextOf(hand, found))
    carryTail(found.stored, clausesOf(hand.doc).get(next), offset)
    return next
  })
}

function placeBefore(hand: Hand, { clause, container }: PlacedClause): Place {
  const before = placedClauses(hand.doc).filter((placed) => placed.container === container)
  const index = before.findIndex((placed) => placed.clause.id === clause.id)
  return placeAfter(hand.doc, container, before[index - 1]?.clause.id ?? '')
}

/** Kind and place of the clause that Enter starts behind `found`. */
function nextOf(hand: Hand, { all, index, here, stored }: Found): [string, Place] {
  const child = all[index + 1]
  if (child?.parent === here.clause.id) return [kindOf(child.clause.stored), placeAfter(hand.doc, here.clause.id, '')]
  if (isHeading(kindOf(stored)) && kindOf(stored) !== 'title') {
    return [kindBeneath(kindOf(stored)), placeAfter(hand.doc, here.clause.id, '')]
  }
  const kind = kindOf(stored) === 'title' ? 'text' : kindOf(stored)
  return [kind, placeAfter(hand.doc, here.container, here.clause.id)]
}

/** Moves the words behind `offset` to the end of another clause, with their provenance. */
function carryTail(from: YClause, to: YClause | undefined, offset: number): void {
  const text = textIn(from)
  const target = to && textIn(to)
  if (!text || !target || offset >= text.length) return
  const sources = spansBetween(text, offset, text.length)
  insertCopy(to, target.length, sliceOf(text, offset, text.length - offset), sources)
  text.delete(offset, text.length - offset)
}

/**
 * Backspace at the start of a clause, or Delete at the end of the one before: all words of `id` go to the end of
 * `into`, and `id` is gone into it. Children keep their place in reading order.
 * @returns the offset in `into` where the words were joined, or undefined where nothing could be merged
 */
export function mergeClause(hand: Hand, id: string, into: string): number | undefined {
  const clauses = clausesOf(hand.doc)
  const [from, to] = [clauses.get(id), clauses.get(into)]
  const target = to && textIn(to)
  if (!from || !target || id === into) return undefined
  return act(hand, () => {
    const offset = target.length
    adoptChildren(hand, id, into)
    carryTail(from, to, 0)
    from.set('gone', { by: hand.by, at: hand.now(), into })
    return offset
  })
}

/** Children go along only where that leaves them where they are: `into` is the sibling before and has none itself. */
function adoptChildren(hand: Hand, id: string, into: string): void {
  const all = placedClauses(hand.doc)
  const from = all.find(({ clause }) => clause.id === id)
  const to = all.find(({ clause }) => clause.id === into)
  if (!from || !to || from.parent !== to.parent || all.some(({ parent }) => parent === into)) return
  let after = ''
  for (const { clause } of all.filter(({ parent }) => parent === id)) {
    setPlace(clause.stored, placeAfter(hand.doc, into, after))
    after = clause.id
  }
}

/** Deletes clauses. They stay in the document, hidden, and can be restored; children that are not named step up. */
export function removeClauses(hand: Hand, ids: readonly string[]): void {
  act(hand, () => {
    for (const id of ids) {
      const clause = clausesOf(hand.doc).get(id)
      if (clause && !isHidden(clause)) clause.set('gone', { by: hand.by, at: hand.now() })
    }
  })
}

/** Shows a deleted clause again, where it stood. */
export function restoreClause(hand: Hand, id: string): void {
  act(hand, () => clausesOf(hand.doc).get(id)?.delete('gone'))
}

/** Changes what a clause is; its words and its place stay. */
export function setKind(hand: Hand, id: string, kind: string): void {
  const clause = clausesOf(hand.doc).get(id)
  if (clause && kindOf(clause) !== kind) act(hand, () => clause.set('kind', kind))
}

/** Tab: the clause, with all beneath it, becomes the last child of the sibling before it. */
export function indentClause(hand: Hand, id: string): boolean {
  const found = find(hand, id)
  const before = found && siblingBefore(found)
  if (!found || !before || isHeading(kindOf(found.stored))) return false
  act(hand, () => {
    const last = found.all.findLast(({ container }) => container === before.clause.id)
    standBeneath(found, before, placeAfter(hand.doc, before.clause.id, last?.clause.id ?? ''))
  })
  return true
}

function siblingBefore({ all, index, here }: Found): PlacedClause | undefined {
  return all.slice(0, index).findLast(({ parent, depth }) => parent === here.parent && depth === here.depth)
}

function standBeneath({ stored }: Found, parent: PlacedClause | undefined, place: Place): void {
  setPlace(stored, place)
  const kind = kindAfterMove(kindOf(stored), parent && kindOf(parent.clause.stored))
  if (kind !== kindOf(stored)) stored.set('kind', kind)
}

/**
 * Shift+Tab: the clause becomes the sibling behind its parent. The siblings that followed it become its last children,
 * so that reading order stays.
 */
export function outdentClause(hand: Hand, id: string): boolean {
  const found = find(hand, id)
  const parent = found?.all.find(({ clause }) => clause.id === found.here.parent)
  if (!found || !parent || isHeading(kindOf(found.stored)) || isHeading(kindOf(parent.clause.stored))) return false
  act(hand, () => {
    const grandparent = found.all.find(({ clause }) => clause.id === parent.parent)
    let last = found.all.findLast(({ container }) => container === id)?.clause.id ?? ''
    for (const { clause } of siblingsBehind(found)) {
      setPlace(clause.stored, placeAfter(hand.doc, id, last))
      last = clause.id
    }
    standBeneath(found, grandparent, placeAfter(hand.doc, parent.container, parent.clause.id))
  })
  return true
}

function siblingsBehind({ all, index, here }: Found): PlacedClause[] {
  return all.slice(index + 1).filter(({ parent }) => parent === here.parent)
}

/** Moves a clause, with all beneath it, behind its next sibling (`1`) or before the one before (`-1`). */
export function shiftClause(hand: Hand, id: string, by: 1 | -1): boolean {
  const found = find(hand, id)
  if (!found) return false
  const siblings = found.all.filter(({ parent }) => parent === found.here.parent)
  const at = siblings.indexOf(found.here)
  const target = siblings[at + by]
  if (!target) return false
  const after = by === 1 ? target.clause.id : (siblings[at - 2]?.clause.id ?? '')
  const container = by === 1 || at >= 2 ? (by === 1 ? target : siblings[at - 2])?.container : target.container
  act(hand, () => setPlace(found.stored, placeAfter(hand.doc, container ?? found.here.container, after, new Set([id]))))
  return true
}

/** Moves a clause, with all beneath it, to stand directly behind `after` and beside it; '' is the head of the text. */
export function moveClause(hand: Hand, id: string, after: string): boolean {
  const found = find(hand, id)
  const target = found?.all.find(({ clause }) => clause.id === after)
  if (!found || id === after || (after !== '' && !target) || isWithin(found, after)) return false
  act(hand, () => setPlace(found.stored, placeAfter(hand.doc, target?.container ?? '', after, new Set([id]))))
  return true
}

function isWithin({ all, index, here }: Found, id: string): boolean {
  for (let at = index + 1; (all[at]?.depth ?? -1) > here.depth; at++) if (all[at]?.clause.id === id) return true
  return false
}

/** A point in the text: a clause and an offset in its words. */
export interface Point {
  readonly clause: string
  readonly offset: number
}

/**
 * Deletes from one point to a later one. Clauses that lie wholly between are deleted; what is left of the last joins
 * the first.
 */
export function removeRange(hand: Hand, from: Point, to: Point): void {
  const order = placedClauses(hand.doc).map(({ clause }) => clause.id)
  const between = order.slice(order.indexOf(from.clause) + 1, order.indexOf(to.clause))
  const clauses = clausesOf(hand.doc)
  const [first, last] = [clauses.get(from.clause), clauses.get(to.clause)]
  const [head, tail] = [first && textIn(first), last && textIn(last)]
  if (!head || !tail) return
  act(hand, () => {
    if (head === tail) return head.delete(from.offset, to.offset - from.offset)
    head.delete(from.offset, head.length - from.offset)
    tail.delete(0, to.offset)
    removeClauses(hand, between)
    mergeClause(hand, to.clause, from.clause)
  })
}

/** The place of a clause as stored, for cutting and pasting it back. */
export function storedPlace(hand: Hand, id: string): Place | undefined {
  const clause = clausesOf(hand.doc).get(id)
  return clause && placeOf(clause)
}
