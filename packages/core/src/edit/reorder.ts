/**
 * Putting one's own parts of a clause where their words belong. Two people who part and join the same clauses at once know
 * nothing of each other's parts, and each gives theirs a place by what they see.
 *
 * Laws. (1) Of two parts that two people made at once, the one whose words came first stands first, unless somebody moved
 * it. (2) What another parted off from a clause at the very moment when I put that elsewhere follows it there.
 */

import * as Y from 'yjs'
import { isNewIn, keyId, standings, writtenIn, type CharacterId } from '../yjs/items.ts'
import { placedClauses } from '../yjs/read.ts'
import { clausesOf, kindOf, placeOf, textIn, type Place, type YClause } from '../yjs/stored.ts'
import { copiesIn, isTaken, newCopiesOf, type Copy } from './copies.ts'
import type { PlacedClause } from './hand.ts'
import { isBefore, Journeys } from './journeys.ts'
import { isKnown } from './known.ts'
import { placeAfter, setPlace } from './order.ts'
import type { Changes } from './values.ts'

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
      const unknown = mine.filter((own) => !isPartedUpon(their, own))
      for (const own of unknown) if (isAhead(journeys, own, their) === true) place(journeys, own, their, 'before')
      for (const own of unknown.toReversed())
        if (isAhead(journeys, own, their) === false) place(journeys, own, their, 'behind')
    }
  }, origin)
}

const isPart = (copy: Copy): boolean => !isTaken(copy)

/** Whether whoever parted a clause off knew where another one stands. */
function isPartedUpon(part: YClause, other: YClause): boolean {
  const place = other['_map'].get('place')
  return place !== undefined && isKnown(partingOf(part)?.upon ?? [], place.id)
}

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
    // What others put into it tells nothing of its place.
    const parts = copiesIn(stored).filter((copy) => isPart(copy) && keyId(stored, copy.key)?.client === doc.clientID)
    return parts.length > 0 && !parts.some((part) => isAfter(all, sourceOf(doc, part), index))
  })
}

function isAfter(all: readonly YClause[], clause: YClause | undefined, index: number): boolean {
  return clause !== undefined && all.indexOf(clause) > index
}

/**
 * Moves what others parted off by the transaction `received`, from clauses that this document's own client had put elsewhere,
 * behind these: whoever parts a clause once they know where it went gives the part a place by that. Call it once the
 * transaction is over. Cost: one reading order for each clause that has to follow.
 */
export function followMoved(received: Y.Transaction, receivers: readonly YClause[], origin: unknown): void {
  const { doc } = received
  const theirs = new Set(
    receivers.filter((clause) => isNew(clause, received) && clause['_map'].get('place')?.left === null),
  )
  if (theirs.size === 0) return
  const all = placedClauses(doc)
  const following = new Map<YClause, PlacedClause[]>()
  for (const here of all.filter(({ clause }) => theirs.has(clause.stored))) {
    const moved = movedSource(doc, here.clause.stored, theirs)
    const there = moved && all.find(({ clause }) => clause.stored === moved)
    if (!moved || !there || isWithin(all, here, there) || isPartedUpon(here.clause.stored, moved)) continue
    following.set(moved, [...(following.get(moved) ?? []), here])
  }
  doc.transact(() => {
    for (const [moved, parts] of following)
      for (const part of parts.toReversed()) follow(doc, part.clause.stored, moved, isOwn(moved, 'kind'))
  }, origin)
}

/** Clauses that followed others, and when: by this client's clock, as they were placed. */
export type Followed = ReadonlyMap<string, number>

/** The clauses that others parted off and that a transaction of this client, which is no step of its own, has placed. */
export function placedAside(transaction: Y.Transaction): Followed {
  const { doc } = transaction
  const placed = new Map<string, number>()
  for (const clause of givenIn(transaction, 'place')) {
    const [made, place] = [clause._item, clause['_map'].get('place')]
    if (made?.parentSub && made.id.client !== doc.clientID && place) placed.set(made.parentSub, place.id.clock)
  }
  return placed
}

/** The clauses that a transaction has given another place, or kind. */
function givenIn({ doc, changed }: Y.Transaction, key: 'place' | 'kind'): ReadonlySet<YClause> {
  const clauses = clausesOf(doc)
  const given = new Set<YClause>()
  for (const [type, keys] of changed)
    if (keys.has(key) && type instanceof Y.Map && type.parent === clauses) given.add(type as YClause)
  return given
}

/** Where a clause stands, and as what. */
type Standing = Place & { readonly kind: string }

/**
 * Which of them followed what this client had put elsewhere by something among `insertions`, and where each stands: they go
 * along when that is taken back or done again. What was put elsewhere once they stood there left them on purpose.
 */
export function followersOf(
  doc: Y.Doc,
  followed: Followed,
  { insertions }: Pick<Changes, 'insertions'>,
): ReadonlyMap<string, Standing> {
  const followers = new Map<string, Standing>()
  for (const [id, since] of followed) {
    const part = clausesOf(doc).get(id)
    const isSource = ({ id: { client, clock } }: Y.Item): boolean =>
      client === doc.clientID && clock < since && Y.isDeleted(insertions, Y.createID(client, clock))
    if (part && placesOf(partedFrom(doc, part)).some(isSource)) followers.set(id, standingOf(part))
  }
  return followers
}

/** Where clauses stand. */
export function standingsOf(doc: Y.Doc, ids: Iterable<string>): ReadonlyMap<string, Standing> {
  const clauses = clausesOf(doc)
  return new Map(Array.from(ids, (id) => [id, standingOf(clauses.get(id) ?? new Y.Map())]))
}

function standingOf(clause: YClause): Standing {
  return { ...placeOf(clause), kind: kindOf(clause) }
}

/** Every place that a clause was ever given, the last first. */
function placesOf(clause: YClause | undefined): Y.Item[] {
  const places: Y.Item[] = []
  for (let at = clause?.['_map'].get('place') ?? null; at; at = at.left) places.push(at)
  return places
}

/**
 * Moves those that followed a clause along where the transaction puts that elsewhere: to where each stood before, as far as
 * that is known, and else behind the clause; but for what somebody else moved since. Call it within the transaction. Cost:
 * one reading order for each.
 */
export function followBack(transaction: Y.Transaction, followers: ReadonlyMap<string, Standing | undefined>): void {
  const { doc } = transaction
  const [placed, kinds] = [givenIn(transaction, 'place'), givenIn(transaction, 'kind')]
  for (const [id, before] of Array.from(followers).toReversed()) {
    const part = clausesOf(doc).get(id)
    const source = part && partedFrom(doc, part)
    if (!source || !placed.has(source) || !isOwn(part, 'place')) continue
    if (!before) follow(doc, part, source, kinds.has(source) && isOwn(part, 'kind'))
    else {
      setPlace(part, { parent: before.parent, order: before.order })
      if (isOwn(part, 'kind')) setKind(part, before.kind)
    }
  }
}

/** Whether this client gave a clause the value that it has. */
function isOwn(clause: YClause, key: 'place' | 'kind'): boolean {
  return clause['_map'].get(key)?.id.client === clause.doc?.clientID
}

function setKind(clause: YClause, kind: string): void {
  if (kindOf(clause) !== kind) clause.set('kind', kind)
}

/** What a part was parted from, by way of other parts, if this client put that elsewhere, where it stands. */
function movedSource(doc: Y.Doc, part: YClause, theirs: ReadonlySet<YClause>): YClause | undefined {
  const seen = new Set<YClause>()
  let at: YClause | undefined = part
  while (at && theirs.has(at) && !seen.has(at)) {
    seen.add(at)
    at = partedFrom(doc, at)
  }
  const place = at?.['_map'].get('place')
  return at !== part && place?.id.client === doc.clientID && place.left !== null ? at : undefined
}

/** What a clause was parted from by whoever made it. */
function partedFrom(doc: Y.Doc, part: YClause): YClause | undefined {
  const copy = partingOf(part)
  return copy && sourceOf(doc, copy)
}

function partingOf(part: YClause): Copy | undefined {
  const maker = part._item?.id.client
  return copiesIn(part).find((one) => isPart(one) && keyId(part, one.key)?.client === maker)
}

/** Places a clause directly behind another, and as of its kind where that is another one now. */
function follow(doc: Y.Doc, part: YClause, source: YClause, isTurned: boolean): void {
  const there = placedClauses(doc).find(({ clause }) => clause.stored === source)
  if (!there) return
  setPlace(part, placeAfter(doc, there.container, there.clause.id))
  if (isTurned) setKind(part, kindOf(source))
}

/** The clause that words were carried from. */
function sourceOf(doc: Y.Doc, { segments: [first] }: Copy): YClause | undefined {
  return first && (writtenIn(doc, first.source)?.parent as YClause | undefined)
}

/**
 * Whether the words of the one were ahead of those of the other where both were last, or where a rival copy of them was;
 * undefined where they never were.
 */
function isAhead(journeys: Journeys, one: YClause, other: YClause): boolean | undefined {
  const { doc } = journeys
  const [first, second] = [firstOf(one), firstOf(other)]
  if (!first || !second) return undefined
  const placesOf = (id: CharacterId): CharacterId[] => [
    ...journeys.pastOf(id),
    ...journeys.familyOf(journeys.rootOf(id)),
  ]
  for (const behind of placesOf(second)) {
    const before = placesOf(first).find((id) => writtenIn(doc, id) === writtenIn(doc, behind))
    if (before) return isBefore(doc, before, behind)
  }
  return undefined
}

function firstOf(clause: YClause): CharacterId | undefined {
  const text = textIn(clause)
  return text && standings(text).find(({ deleted }) => !deleted)
}

/** Places a clause directly beside another if it stands on the other side of it, and not because somebody moved it there. */
function place(journeys: Journeys, own: YClause, their: YClause, side: 'before' | 'behind'): void {
  const { doc } = journeys
  const all = placedClauses(doc)
  const [here, there] = [own, their].map((one) => all.find(({ clause }) => clause.stored === one))
  if (!here || !there || isWithin(all, here, there) || isWithin(all, there, here)) return
  const isBefore = all.indexOf(here) < all.indexOf(there)
  if (isBefore === (side === 'before')) return
  const indexOf = (clause: YClause): number => all.findIndex((one) => one.clause.stored === clause)
  /** Whether what the other part was parted from stands on the side of this one where its words belong. */
  const inOrder = (part: YClause, source: YClause | undefined): boolean => {
    const at = source ? indexOf(source) : -1
    return !source || at < 0 || isAhead(journeys, part, source) !== at < indexOf(part)
  }
  if (!inOrder(own, partedFrom(doc, their)) || !inOrder(their, partedFrom(doc, own))) return
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
