/** Enter: starting clauses, and parting one in two. */

import type { Point } from '../clause/clause.ts'
import { isHeading } from '../clause/kind.ts'
import type { Words } from '../clause/words.ts'
import type * as Y from 'yjs'
import { spansBetween } from '../yjs/items.ts'
import { storedClauses } from '../yjs/read.ts'
import { clausesOf, goneOf, kindOf, textIn, type Place } from '../yjs/stored.ts'
import { carryTail } from './copies.ts'
import { act, create, find, type Found, type Hand, type PlacedClause } from './hand.ts'
import { kindBeneath } from './kinds.ts'
import { knownBeside } from './known.ts'
import { optionsAt, optionTo } from './option.ts'
import { Journeys } from './journeys.ts'
import { placeAfter, siblingsIn, type Parting } from './order.ts'

/** Adds the first clause to a text that shows none. */
export function addFirst(hand: Hand, kind: string, words: Words): string {
  return act(hand, () => create(hand, { kind, words }, placeAfter(hand.doc, '', '')))
}

/** A point as it is; where it is in clause '', which stands for a text that shows none, in a first clause that is started. */
export function startAt(hand: Hand, at: Point): Point {
  return at.clause === '' ? { clause: addFirst(hand, 'text', []), offset: 0 } : at
}

/**
 * Enter. The words behind `offset` go to a new clause that stands next in reading order: beneath a heading or a clause
 * with children, else beside it, where an option is followed by another option. At the start of a clause the new, empty
 * one stands before it, so that the words keep their clause.
 * @returns the id of the clause where the caret goes, or undefined where there is no such clause
 */
export function splitClause(hand: Hand, id: string, offset: number): string | undefined {
  const found = find(hand, id)
  const text = found && textIn(found.stored)
  if (!found || !text) return undefined
  return act(hand, () => {
    if (offset === 0 && text.length > 0) {
      create(hand, alike(found), placeBefore(hand, found.here))
      return id
    }
    const upon = knownBeside(hand.doc, found.stored)
    const next = create(hand, ...nextOf(hand, found, { offset, length: text.length }))
    carryTail(found.stored, clausesOf(hand.doc).get(next), { offset, upon })
    return next
  })
}

/** Directly before a clause: what is hidden between it and the one before may come back, and stood there first. */
function placeBefore(hand: Hand, { clause, container }: PlacedClause): Place {
  const all = siblingsIn(hand.doc, container)
  const above = all[all.findIndex(({ id }) => id === clause.id) - 1]
  const stored = above && clausesOf(hand.doc).get(above.id)
  const length = (stored && textIn(stored)?.length) ?? 0
  return placeAfter(hand.doc, container, above?.id ?? '', { parting: { offset: length, length } })
}

/**
 * Behind which clause what is parted off has its place: behind those that were merged into this one, as far as their words
 * stay in front of the point and nothing that is read stands beneath them. They may come back.
 */
function placedBehind(doc: Y.Doc, { here, stored }: Found, { offset }: Parting): PlacedClause {
  const [all, text] = [storedClauses(doc), textIn(stored)]
  const own = all.findIndex(({ clause }) => clause.stored === stored)
  const next = all.findIndex(({ clause }, index) => index > own && !clause.hidden)
  const merged = all.slice(own + 1, next === -1 ? all.length : next)
  const above = containersOf(all, all[next])
  let journeys: Journeys | undefined
  const last = merged.findLast(({ clause, parent }) => {
    if (!text || parent !== here.parent || above.has(clause.id) || !goneOf(clause.stored)?.into) return false
    journeys ??= new Journeys(doc)
    return journeys.haveCome(spansBetween(text, 0, offset), textIn(clause.stored))
  })
  return last ?? here
}

/** Ids of what a clause is stored beneath, from its container up. */
function containersOf(all: readonly PlacedClause[], placed: PlacedClause | undefined): ReadonlySet<string> {
  const containers = new Set<string>()
  for (let at = placed; at && !containers.has(at.container);) {
    const { container }: PlacedClause = at
    containers.add(container)
    at = all.find(({ clause }) => clause.id === container)
  }
  return containers
}

type New = Parameters<typeof create>[1]

/** What stands beside a clause as another of its kind: another option where it is one. */
export function alike(found: Found): New {
  return optionsAt(found).length > 1 ? optionTo(found) : { kind: kindOf(found.stored) }
}

/** What Enter starts behind `found`, and where. */
function nextOf(hand: Hand, found: Found, parting: Parting): [New, Place] {
  const { all, index, here, stored } = found
  const child = all[index + 1]
  if (child?.parent === here.clause.id)
    return [{ kind: kindOf(child.clause.stored) }, placeAfter(hand.doc, here.clause.id, '', { parting })]
  if (isHeading(kindOf(stored)) && kindOf(stored) !== 'title')
    return [{ kind: kindBeneath(kindOf(stored)) }, placeAfter(hand.doc, here.clause.id, '', { parting })]
  const beside = kindOf(stored) === 'title' ? { kind: 'text' } : alike(found)
  const { container, clause: before } = placedBehind(hand.doc, found, parting)
  return [beside, placeAfter(hand.doc, container, before.id, { parting })]
}
