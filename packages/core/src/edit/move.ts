/** Changing what a clause is and where it stands: kind, depth, order. None of these touches a word. */

import { isHeading } from '../clause/kind.ts'
import { clausesOf, kindOf, type Place } from '../yjs/read.ts'
import { act, find, type Found, type Hand, type PlacedClause } from './hand.ts'
import { kindAfterMove } from './kinds.ts'
import { placeAfter, setPlace } from './order.ts'

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
