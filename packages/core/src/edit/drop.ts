/** Carrying clauses elsewhere, with everything beneath them: where they could stand, and putting them there. */

import { containersIn, placedClauses } from '../yjs/read.ts'
import { clausesOf, kindOf, placeOf } from '../yjs/stored.ts'
import { act, type Hand } from './hand.ts'
import { kindAfterMove } from './kinds.ts'
import { endOfClause, placeAfter, setPlace } from './order.ts'
import { stoodFor } from './stand.ts'
import { endOf, holder, rootsAmong, treeOf, type Spot, type TreeClause } from './tree.ts'

/** A place to drop at: between two clauses as they are read there are several, one for each depth. */
export interface DropSpot extends Spot {
  readonly depth: number
}

/** What lies between two neighbours in reading order, once the carried clauses are taken out. */
export interface Gap {
  /** The clauses around the gap, '' at the head and at the end of the text. */
  readonly above: string
  readonly below: string
  /** Where the carried clauses may stand here, the shallowest first; never empty. */
  readonly spots: readonly DropSpot[]
}

/** Every gap that clauses may be dropped into, in reading order. Cost: O(n) for trees of usual depth. */
export function dropGaps(tree: readonly TreeClause[], ids: ReadonlySet<string>): Gap[] {
  const { roots, rest } = rootsAmong(tree, ids)
  const byId = new Map(rest.map((one) => [one.id, one]))
  const holds = holder(tree)
  const fits = ({ parent }: Spot): boolean =>
    roots.every(({ kind }) => holds(parent, kindAfterMove(kind, byId.get(parent)?.kind)))
  return Array.from({ length: rest.length + 1 }, (_, at) => {
    const [above, below] = [rest[at - 1], rest[at]]
    const spots = spotsBetween(above, below, byId).filter(fits)
    return { above: above?.id ?? '', below: below?.id ?? '', spots }
  }).filter(({ spots }) => spots.length > 0)
}

/** Behind each clause that ends at the gap, and first beneath the one above it. */
function spotsBetween(
  above: TreeClause | undefined,
  below: TreeClause | undefined,
  byId: ReadonlyMap<string, TreeClause>,
): DropSpot[] {
  if (!above) return [{ parent: '', after: '', depth: 0 }]
  const spots: DropSpot[] = [{ parent: above.id, after: '', depth: above.depth + 1 }]
  const least = below?.depth ?? 0
  for (let at: TreeClause | undefined = above; at && at.depth >= least; at = byId.get(at.parent))
    spots.unshift({ parent: at.parent, after: at.id, depth: at.depth })
  return spots.filter(({ depth }) => depth >= least)
}

/**
 * Moves clauses, each with everything beneath it, to stand one behind the other at a spot. Nothing but their places
 * changes, and the kinds that follow from them.
 * @returns false where they stand there already or the spot is beneath one of them
 */
export function moveClauses(hand: Hand, ids: readonly string[], { parent, after }: Spot): boolean {
  const tree = treeOf(hand.doc)
  const { roots, rest } = rootsAmong(tree, new Set(ids))
  const there = new Set(rest.map(({ id }) => id))
  if (roots.length === 0 || ![parent, after].every((id) => id === '' || there.has(id))) return false
  if (standsAt(tree, roots, { parent, after })) return false
  act(hand, () => putAt(hand, roots, { parent, after }))
  return true
}

/** Whether the clauses already follow each other at the spot. */
function standsAt(tree: readonly TreeClause[], roots: readonly TreeClause[], { parent, after }: Spot): boolean {
  const siblings = tree.filter((one) => one.parent === parent).map(({ id }) => id)
  const first = after === '' ? 0 : siblings.indexOf(after) + 1
  return roots.every(({ id }, nth) => siblings[first + nth] === id)
}

/** Puts clauses at a spot, and gives them the kinds that belong there. Call it within `act`. */
export function putAt(hand: Hand, moved: readonly Pick<TreeClause, 'id'>[], spot: Spot): void {
  const clauses = clausesOf(hand.doc)
  const above = clauses.get(spot.parent)
  placeAt(hand, moved, spot)
  for (const { id } of moved) {
    const stored = clauses.get(id)
    const kind = stored && kindAfterMove(kindOf(stored), above && kindOf(above))
    if (stored && kind !== kindOf(stored)) stored.set('kind', kind)
  }
}

/** Puts clauses at a spot as what they are. Call it within `act`. */
export function placeAt(hand: Hand, moved: readonly Pick<TreeClause, 'id'>[], { parent, after }: Spot): void {
  const clauses = clausesOf(hand.doc)
  const moving = new Set(moved.map(({ id }) => id))
  let last = after
  for (const { id } of moved) gatherBeneath(hand, id)
  for (const { id } of moved) {
    const behind = placedClauses(hand.doc).find(({ clause }) => clause.id === last)
    const before = behind ? endOfClause(hand.doc, last, moving) : last
    const stored = stoodFor(hand.doc, id)
    setPlace(clauses.get(id), placeAfter(hand.doc, behind?.container ?? parent, before, { except: moving }))
    takeAlong(hand, id, stored)
    moving.delete(id)
    last = id
  }
}

/** Puts the clause that one stands for behind it again, once that was placed. Call it within `act`. */
export function takeAlong({ doc }: Hand, stand: string, cut: string | undefined): void {
  const stored = clausesOf(doc).get(stand)
  if (cut !== undefined && stored) setPlace(clausesOf(doc).get(cut), placeAfter(doc, placeOf(stored).parent, stand))
}

/**
 * Stores beneath a clause what is only shown beneath it, since what that is stored beneath is hidden (`clause/unit.ts`): it
 * is read as part of the clause, and goes where that goes. Call it within `act`.
 */
export function gatherBeneath(hand: Hand, id: string): void {
  const all = placedClauses(hand.doc)
  const index = all.findIndex(({ clause }) => clause.id === id)
  const within = all.slice(index, index < 0 ? 0 : endOf(all, index))
  const stored = containersIn(hand.doc)
  const inside = new Set([id, stoodFor(hand.doc, id) ?? id])
  const isInside = (one: string): boolean => {
    for (let at: string | undefined = one; at !== undefined && at !== ''; at = stored.get(at))
      if (inside.has(at)) return true
    return false
  }
  const last = new Map<string, string>()
  for (const { clause, parent } of within) {
    if (!isInside(clause.id)) placeAt(hand, [clause], { parent, after: last.get(parent) ?? '' })
    inside.add(clause.id)
    last.set(parent, clause.id)
  }
}
