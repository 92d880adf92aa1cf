/**
 * Putting one's own parts of a clause where their words belong. Two people who part and join the same clauses at once know
 * nothing of each other's parts, and each gives theirs a place by what they see.
 *
 * Law: of two parts that two people made at once, the one whose words came first stands first, unless somebody moved it.
 */

import type * as Y from 'yjs'
import { isNewIn, standings, writtenIn, type CharacterId } from '../yjs/items.ts'
import { placedClauses } from '../yjs/read.ts'
import { textIn, type YClause } from '../yjs/stored.ts'
import { copiesIn, newCopiesOf, type Copy } from './copies.ts'
import type { PlacedClause } from './hand.ts'
import { Journeys } from './journeys.ts'
import { placeAfter, setPlace } from './order.ts'

/**
 * Moves the clauses that this document's own client parted off to their places among those in `receivers`, which others
 * parted off by the transaction `received`. Call it once that is over. Cost: one reading order.
 */
export function reorderParts(received: Y.Transaction, receivers: readonly YClause[], origin: unknown): void {
  const { doc } = received
  const theirs = receivers.filter((clause) => newCopiesOf(clause, received).some(isPart) && isNew(clause, received))
  const mine = theirs.length > 0 ? partsOf(doc) : []
  if (mine.length === 0) return
  const journeys = new Journeys(doc)
  doc.transact(() => {
    for (const their of theirs) {
      for (const own of mine) if (isAhead(journeys, own, their) === true) place(doc, own, their, 'before')
      for (const own of mine.toReversed()) if (isAhead(journeys, own, their) === false) place(doc, own, their, 'behind')
    }
  }, origin)
}

const isPart = ({ again, after }: Copy): boolean => !again && after === undefined

function isNew({ _item: item }: YClause, received: Y.Transaction): boolean {
  return item !== null && isNewIn(received, item.id)
}

/** The clauses that this client parted off and nobody moved since, nor what they were parted from, in reading order. */
function partsOf(doc: Y.Doc): YClause[] {
  const all = placedClauses(doc).map(({ clause }) => clause.stored)
  return all.filter((stored, index) => {
    const place = stored['_map'].get('place')
    const isOwn = stored._item?.id.client === doc.clientID && place?.id.client === doc.clientID
    if (!isOwn || place.left !== null) return false
    const parts = copiesIn(stored).filter(isPart)
    return parts.length > 0 && !parts.some((part) => isAfter(all, sourceOf(doc, part), index))
  })
}

function isAfter(all: readonly YClause[], clause: YClause | undefined, index: number): boolean {
  return clause !== undefined && all.indexOf(clause) > index
}

/** The clause that words were carried from. */
function sourceOf(doc: Y.Doc, { segments: [first] }: Copy): YClause | undefined {
  return first && (writtenIn(doc, first.source)?.parent as YClause | undefined)
}

/** Whether the words of the one were ahead of those of the other, where both were; undefined where they never were. */
function isAhead(journeys: Journeys, one: YClause, other: YClause): boolean | undefined {
  const [first, second] = [firstOf(one), firstOf(other)]
  return first && second && journeys.precedes(first, second)
}

function firstOf(clause: YClause): CharacterId | undefined {
  const text = textIn(clause)
  return text && standings(text).find(({ deleted }) => !deleted)
}

/** Places a clause directly beside another if it stands on the other side of it. */
function place(doc: Y.Doc, own: YClause, their: YClause, side: 'before' | 'behind'): void {
  const all = placedClauses(doc)
  const [here, there] = [own, their].map((one) => all.find(({ clause }) => clause.stored === one))
  if (!here || !there || isWithin(all, here, there) || isWithin(all, there, here)) return
  const isBefore = all.indexOf(here) < all.indexOf(there)
  if (isBefore === (side === 'before')) return
  const siblings = all.filter(({ container }) => container === there.container)
  const after = side === 'behind' ? there : siblings[siblings.indexOf(there) - 1]
  setPlace(own, placeAfter(doc, there.container, after?.clause.id ?? ''))
}

/** Whether a clause stands beneath another. */
function isWithin(all: readonly PlacedClause[], one: PlacedClause, other: PlacedClause): boolean {
  for (let at: PlacedClause | undefined = one; at;) {
    const { parent }: PlacedClause = at
    if (parent === other.clause.id) return true
    at = all.find(({ clause }) => clause.id === parent)
  }
  return false
}
