/** Enter: starting clauses, and parting one in two. */

import { isHeading } from '../clause/kind.ts'
import type { Words } from '../clause/words.ts'
import { clausesOf, kindOf, placedClauses, textIn, type Place } from '../yjs/read.ts'
import { carryTail } from './copies.ts'
import { act, create, find, type Found, type Hand, type PlacedClause } from './hand.ts'
import { kindBeneath } from './kinds.ts'
import { optionsAt, optionTo } from './option.ts'
import { placeAfter } from './order.ts'

/** Adds the first clause to a text that shows none. */
export function addFirst(hand: Hand, kind: string, words: Words): string {
  return act(hand, () => create(hand, { kind, words }, placeAfter(hand.doc, '', '')))
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
    const next = create(hand, ...nextOf(hand, found, offset))
    carryTail(found.stored, clausesOf(hand.doc).get(next), offset)
    return next
  })
}

function placeBefore(hand: Hand, { clause, container }: PlacedClause): Place {
  const before = placedClauses(hand.doc).filter((placed) => placed.container === container)
  const index = before.findIndex((placed) => placed.clause.id === clause.id)
  return placeAfter(hand.doc, container, before[index - 1]?.clause.id ?? '')
}

type New = Parameters<typeof create>[1]

/** What stands beside a clause as another of its kind: another option where it is one. */
function alike(found: Found): New {
  return optionsAt(found).length > 1 ? optionTo(found) : { kind: kindOf(found.stored) }
}

/**
 * What Enter starts behind `found`, and where: of two people who part a clause at once, the tail that begins later comes
 * later.
 */
function nextOf(hand: Hand, found: Found, rank: number): [New, Place] {
  const { all, index, here, stored } = found
  const child = all[index + 1]
  if (child?.parent === here.clause.id)
    return [{ kind: kindOf(child.clause.stored) }, placeAfter(hand.doc, here.clause.id, '', { rank })]
  if (isHeading(kindOf(stored)) && kindOf(stored) !== 'title')
    return [{ kind: kindBeneath(kindOf(stored)) }, placeAfter(hand.doc, here.clause.id, '', { rank })]
  const beside = kindOf(stored) === 'title' ? { kind: 'text' } : alike(found)
  return [beside, placeAfter(hand.doc, here.container, here.clause.id, { rank })]
}
