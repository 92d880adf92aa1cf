/**
 * Cutting all words of one clause, and pasting them elsewhere as that clause. It is hidden with its words, and an empty one
 * stands in its place until it is pasted, so that it is the very same clause wherever it goes: what others write or delete
 * in it meanwhile, or take back later, is done in these words. What stands beneath it goes on in the empty one
 * (`clause/unit.ts`), and goes with the clause where that is pasted.
 */

import type * as Y from 'yjs'
import type { Point } from '../clause/clause.ts'
import { isHeading } from '../clause/kind.ts'
import { containersIn, placedClauses } from '../yjs/read.ts'
import { clausesOf, goneOf, isHidden, kindOf, textIn } from '../yjs/stored.ts'
import { putAt } from './drop.ts'
import { act, create, find, type Hand } from './hand.ts'
import { kindAfterMove } from './kinds.ts'
import { optionsAt, optionTo } from './option.ts'
import { placeAfter, siblingsIn } from './order.ts'
import { removeClauses, removeEmpty, restoreClause, restoreClauses } from './remove.ts'
import { holder, rootsAmong, treeOf, type Spot, type TreeClause } from './tree.ts'

/** A clause whose words were all cut, and the empty one that stands in its place. */
export interface CutClause {
  readonly clause: string
  readonly stand: string
}

/**
 * Cuts a clause with all its words, and has an empty one stand in its place, an option where it was one.
 * @returns undefined, with nothing changed, where its words are to be cut only: there are none, it is a heading, whose words
 * are not all that it is, or what was left behind in one that was joined on
 */
export function cutClause(hand: Hand, id: string): CutClause | undefined {
  const found = find(hand, id)
  if (!found || found.stored.has('gone') || isHeading(kindOf(found.stored)) || !lengthOf(hand.doc, id)) return undefined
  return act(hand, () => {
    const { container } = found.here
    const made = optionsAt(found).length > 1 ? optionTo(found) : { kind: kindOf(found.stored) }
    const stand = create(
      hand,
      { ...made, stands: id },
      placeAfter(hand.doc, container, siblingBefore(hand.doc, container, id)),
    )
    removeClauses(hand, [id])
    return { clause: id, stand }
  })
}

/**
 * Brings a clause that was cut back, with everything beneath it, to the edge of a clause or in place of an empty one; or
 * moves it from where another pasted it, who cut it as well: its stand, which waits still, says that. The stand goes unless
 * somebody wrote in it, or put something beneath it.
 * @returns the end of its words, or undefined where it is to be pasted as words: it was pasted before, or this is no place
 * for a clause, or is beneath it
 */
export function pasteCut(hand: Hand, { clause, stand }: CutClause, at: Point): Point | undefined {
  const stored = clausesOf(hand.doc).get(clause)
  const waits = isWaiting(hand.doc, stand)
  const isCut = stored !== undefined && isHidden(stored) && goneOf(stored)?.into === undefined
  if (!stored || !(isCut || (waits && !isHidden(stored)))) return undefined
  const spot = spotFor(hand, { clause, stand }, at)
  if (!spot && at.clause !== clause) return undefined
  return act(hand, () => {
    put(hand, clause, { at, spot })
    if (waits) removeEmpty(hand, stand)
    return { clause, offset: lengthOf(hand.doc, clause) ?? 0 }
  })
}

/** Whether a stand is shown, and is nothing but that: without words, and with nothing put beneath it. */
function isWaiting(doc: Y.Doc, stand: string): boolean {
  const all = placedClauses(doc)
  const isShown = all.some(({ clause }) => clause.id === stand)
  return isShown && lengthOf(doc, stand) === 0 && all.every(({ container }) => container !== stand)
}

/** Puts a clause at a spot, shown again if it was hidden, in place of the clause that it is pasted into if that is empty. */
function put(hand: Hand, clause: string, { at, spot }: { readonly at: Point; readonly spot: Spot | undefined }): void {
  const stored = clausesOf(hand.doc).get(clause)
  if (stored && isHidden(stored)) restoreClause(hand, clause)
  if (!spot) return
  putAt(hand, [{ id: clause }], spot)
  if (lengthOf(hand.doc, at.clause) === 0) removeEmpty(hand, at.clause)
}

/**
 * Brings clauses that were cut whole back, with their ids, to where they are pasted: as `pasteCut` puts one, and within
 * a clause behind it; those that have no place there, and all that follow them, behind the nearest clause above beside which
 * they have: paragraphs that were cut with the article behind them go into the article of the caret, and that article behind
 * it. In a text that shows no clause, where the point is in '', they stand where they stood.
 * @returns false where one of them is not deleted, or there is no such point
 */
export function restoreCut(hand: Hand, ids: readonly string[], at: Point): boolean {
  const clauses = clausesOf(hand.doc)
  const areHidden = ids.every((id) => {
    const stored = clauses.get(id)
    return stored !== undefined && isHidden(stored)
  })
  const isEmpty = lengthOf(hand.doc, at.clause) === 0 && !isEmptyOption(hand, at.clause)
  const isThere = at.clause === '' || treeOf(hand.doc).some(({ id }) => id === at.clause)
  if (!areHidden || !isThere) return false
  act(hand, () => {
    restoreClauses(hand, ids)
    const { roots, rest } = rootsAmong(treeOf(hand.doc), new Set(ids))
    for (const [spot, group] of placing(roots, rest, [...edgesAt(hand.doc, rest, at), ...spotsBehind(rest, at.clause)]))
      putAt(hand, group, spot)
    if (isEmpty) removeEmpty(hand, at.clause)
  })
  return true
}

/** Which clauses go where, of spots the likeliest first: each to one that has a place for it, and not before those above it. */
function placing(
  roots: readonly TreeClause[],
  rest: readonly TreeClause[],
  spots: readonly Spot[],
): ReadonlyMap<Spot, readonly TreeClause[]> {
  const groups = new Map<Spot, TreeClause[]>()
  let from = 0
  for (const root of roots) {
    const fits = fitting([root], rest)
    const next = spots.findIndex((spot, nth) => nth >= from && fits(spot))
    if (next >= 0) from = next
    const spot = spots[from]
    if (spot) groups.set(spot, [...(groups.get(spot) ?? []), root])
  }
  return groups
}

/** Behind a clause, and behind each of those it stands in. */
function spotsBehind(tree: readonly TreeClause[], id: string): Spot[] {
  const here = tree.find((one) => one.id === id)
  return here ? [{ parent: here.parent, after: here.id }, ...spotsBehind(tree, here.parent)] : []
}

/** Where a clause is pasted that is to be a clause there; undefined where it is itself, or may not stand. */
function spotFor(hand: Hand, { clause, stand }: CutClause, at: Point): Spot | undefined {
  if (at.clause === clause || isBeneath(hand.doc, at.clause, clause)) return undefined
  if (at.clause !== stand && isEmptyOption(hand, at.clause)) return undefined
  const stored = clausesOf(hand.doc).get(clause)
  const { roots, rest } = rootsAmong(treeOf(hand.doc), new Set([clause]))
  const hidden = stored ? [{ id: clause, kind: kindOf(stored), parent: '', depth: 0 }] : []
  return edgesAt(hand.doc, rest, at).find(fitting(roots.length > 0 ? roots : hidden, rest))
}

/** Whether a clause is stored beneath another, however far. */
function isBeneath(doc: Y.Doc, id: string, above: string): boolean {
  const stored = containersIn(doc)
  for (let at = stored.get(id); at !== undefined; at = stored.get(at)) if (at === above) return true
  return false
}

function fitting(moved: readonly TreeClause[], rest: readonly TreeClause[]): (spot: Spot) => boolean {
  const holds = holder(rest)
  const kinds = new Map(rest.map(({ id, kind }) => [id, kind]))
  return ({ parent }) => moved.every(({ kind }) => holds(parent, kindAfterMove(kind, kinds.get(parent))))
}

/**
 * Beside the clause whose edge the point is at; first beneath a heading that it ends; before a heading that it starts,
 * which is at the end of what stands there. The likeliest first.
 */
function edgesAt(doc: Y.Doc, tree: readonly TreeClause[], { clause, offset }: Point): readonly Spot[] {
  const index = tree.findIndex(({ id }) => id === clause)
  const here = tree[index]
  const length = lengthOf(doc, clause)
  if (!here || length === undefined) return []
  if (isHeading(here.kind) && length > 0) {
    if (offset === 0) return spotsBehind(tree, tree[index - 1]?.id ?? '')
    return offset === length ? [{ parent: clause, after: '' }] : []
  }
  if (isHeading(here.kind)) return []
  if (offset === length) return [{ parent: here.parent, after: clause }]
  if (offset > 0) return []
  const before = tree.slice(0, index).findLast(({ parent }) => parent === here.parent)
  return [{ parent: here.parent, after: before?.id ?? '' }]
}

/** Words pasted into an empty option are its wording. */
function isEmptyOption(hand: Hand, id: string): boolean {
  const found = find(hand, id)
  return found !== undefined && lengthOf(hand.doc, id) === 0 && optionsAt(found).length > 1
}

/** The clause stored directly before another, a deleted one too; '' where that is the first. */
function siblingBefore(doc: Y.Doc, container: string, id: string): string {
  const siblings = siblingsIn(doc, container)
  return siblings[siblings.findIndex((sibling) => sibling.id === id) - 1]?.id ?? ''
}

function lengthOf(doc: Y.Doc, id: string): number | undefined {
  const stored = clausesOf(doc).get(id)
  return stored && textIn(stored)?.length
}
