/**
 * Cutting all words of one clause, and pasting them elsewhere as that clause. It is hidden with its words, and an empty one
 * stands in its place until it is pasted, so that it is the very same clause wherever it goes: what others write or delete
 * in it meanwhile, or take back later, is done in these words. Where other clauses stand beneath it, or it is an option, it
 * is emptied and stays where it is; its words come back as copies of those that were cut.
 */

import type * as Y from 'yjs'
import type { Point } from '../clause/clause.ts'
import { isHeading } from '../clause/kind.ts'
import { textOf, type Words } from '../clause/words.ts'
import { charactersOf, idKey, spansBetween, type CharacterId, type Span } from '../yjs/items.ts'
import { clausesOf, goneOf, isHidden, kindOf, sliceOf, textIn, textOfStored, type YClause } from '../yjs/stored.ts'
import { insertCopy } from './copies.ts'
import { putAt } from './drop.ts'
import { act, create, find, type Hand } from './hand.ts'
import { Journeys } from './journeys.ts'
import { kindAfterMove } from './kinds.ts'
import { optionsAt } from './option.ts'
import { placeAfter, siblingsIn } from './order.ts'
import { removeClauses, restoreClause, restoreClauses } from './remove.ts'
import { holder, rootsAmong, treeOf, type Spot, type TreeClause } from './tree.ts'

/** A clause whose words were all cut: the words, and which characters they were. */
export interface CutClause {
  readonly clause: string
  readonly words: Words
  readonly sources: readonly Span[]
  /** The empty clause that stands in its place, where it was cut as a whole. */
  readonly stand?: string
}

/**
 * Cuts a clause with all its words, and has an empty one stand in its place.
 * @returns undefined, with nothing changed, where its words are to be cut only: a heading, an option, one with clauses
 * beneath it, or what was left behind in one that was joined on
 */
export function cutClause(hand: Hand, id: string): (CutClause & { readonly stand: string }) | undefined {
  const [taken, found] = [cutOf(hand.doc, id), find(hand, id)]
  if (!taken || !found || found.stored.has('gone')) return undefined
  const { all, index, here } = found
  if (all[index + 1]?.parent === id || optionsAt(found).length > 1) return undefined
  return act(hand, () => {
    const stand = create(hand, { kind: kindOf(found.stored) }, placeAfter(hand.doc, here.container, id))
    removeClauses(hand, [id])
    return { ...taken, stand }
  })
}

/**
 * What cutting all words of a clause takes; ask before they are deleted. Undefined where there are none, and for a
 * heading: what stands beneath it was not cut with its words.
 */
export function cutOf(doc: Y.Doc, id: string): CutClause | undefined {
  const stored = clausesOf(doc).get(id)
  const text = stored && textIn(stored)
  if (!text || text.length === 0 || isHeading(kindOf(stored))) return undefined
  return { clause: id, words: sliceOf(text, 0, text.length), sources: spansBetween(text, 0, text.length) }
}

/**
 * Moves a clause that was cut, with everything beneath it, to the edge of a clause or in place of an empty one, and gives
 * it its words back, before what others wrote in it since; unless somebody else did so before: then it is moved from
 * where they put it.
 * @returns the end of its words, or undefined where it is to be pasted as words: one wrote in it oneself since, or this
 * is no place for a clause
 */
export function pasteCut(hand: Hand, cut: CutClause, at: Point): Point | undefined {
  if (cut.stand !== undefined) return pasteWhole(hand, { clause: cut.clause, stand: cut.stand }, at)
  const { clause, words, sources } = cut
  const stored = clausesOf(hand.doc).get(clause)
  const isBack = stored !== undefined && isBroughtBack(stored, words)
  if (!stored || (!isBack && !awaitsWords(hand.doc, clause, stored))) return undefined
  const spot = spotFor(hand, clause, at)
  if (!spot && at.clause !== clause) return undefined
  return act(hand, () => {
    put(hand, clause, { at, spot })
    if (!isBack) insertCopy(stored, 0, words, sources, { again: true, over: isAmong(hand.doc, sources) })
    return { clause, offset: sources.reduce((sum, { length }) => sum + length, 0) }
  })
}

/**
 * Brings a clause that was cut as a whole back to where it is pasted; or moves it from where another pasted it, who cut it
 * as well: its stand, which waits still, says that. The stand goes unless somebody wrote in it.
 */
function pasteWhole(hand: Hand, { clause, stand }: { clause: string; stand: string }, at: Point): Point | undefined {
  const stored = clausesOf(hand.doc).get(clause)
  const waits = find(hand, stand) !== undefined && lengthOf(hand.doc, stand) === 0
  const isCut = stored !== undefined && isHidden(stored) && goneOf(stored)?.into === undefined
  if (!stored || !(isCut || (waits && !isHidden(stored)))) return undefined
  const spot = spotFor(hand, clause, at)
  if (!spot && at.clause !== clause) return undefined
  return act(hand, () => {
    put(hand, clause, { at, spot })
    if (waits) removeClauses(hand, [stand])
    return { clause, offset: lengthOf(hand.doc, clause) ?? 0 }
  })
}

/** Puts a clause at a spot, shown again if it was hidden, in place of the clause that it is pasted into if that is empty. */
function put(hand: Hand, clause: string, { at, spot }: { readonly at: Point; readonly spot: Spot | undefined }): void {
  const stored = clausesOf(hand.doc).get(clause)
  if (stored && isHidden(stored)) restoreClause(hand, clause)
  if (!spot) return
  putAt(hand, [{ id: clause }], spot)
  if (lengthOf(hand.doc, at.clause) === 0) removeClauses(hand, [at.clause])
}

/**
 * Brings clauses that were cut whole back, with their ids, to where they are pasted: as `pasteCut` puts one, and within
 * a clause behind it; where such clauses have no place there, behind the nearest clause above beside which they have. In
 * a text that shows no clause, where the point is in '', they stand where they stood.
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
    const behind = spotsBehind(rest, at.clause)
    const spot = [...edgesAt(hand.doc, rest, at), ...behind].find(fitting(roots, rest)) ?? behind[0]
    if (spot) putAt(hand, roots, spot)
    if (isEmpty) removeClauses(hand, [at.clause])
  })
  return true
}

/** Behind a clause, and behind each of those it stands in. */
function spotsBehind(tree: readonly TreeClause[], id: string): Spot[] {
  const here = tree.find((one) => one.id === id)
  return here ? [{ parent: here.parent, after: here.id }, ...spotsBehind(tree, here.parent)] : []
}

/**
 * Whether a clause still stands empty but for what others wrote on in it, or was deleted as it was, with nothing that
 * would come back with it.
 */
function awaitsWords(doc: Y.Doc, id: string, stored: YClause): boolean {
  const text = textIn(stored)
  if (!text || spansBetween(text, 0, text.length).some(({ client }) => client === doc.clientID)) return false
  return !isHidden(stored) || (goneOf(stored)?.into === undefined && siblingsIn(doc, id).length === 0)
}

/** Whether a clause stands with the words that were cut from it, and others brought them back. */
function isBroughtBack(stored: YClause, words: Words): boolean {
  const text = textIn(stored)
  if (!text || isHidden(stored) || textOfStored(stored) !== textOf(words)) return false
  return spansBetween(text, 0, text.length).every(({ client }) => client !== stored.doc?.clientID)
}

/** Where a clause is pasted that is to be a clause there; undefined where it is itself, or may not stand. */
function spotFor(hand: Hand, clause: string, at: Point): Spot | undefined {
  if (at.clause === clause || isEmptyOption(hand, at.clause)) return undefined
  const stored = clausesOf(hand.doc).get(clause)
  const { roots, rest } = rootsAmong(treeOf(hand.doc), new Set([clause]))
  const hidden = stored ? [{ id: clause, kind: kindOf(stored), parent: '', depth: 0 }] : []
  return edgesAt(hand.doc, rest, at).find(fitting(roots.length > 0 ? roots : hidden, rest))
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

function lengthOf(doc: Y.Doc, id: string): number | undefined {
  const stored = clausesOf(doc).get(id)
  return stored && textIn(stored)?.length
}

/**
 * Whether a character is one of these, or was one before it was written again or carried: what was cut may come back, and
 * then stands where its copy does.
 */
function isAmong(doc: Y.Doc, spans: readonly Span[]): (id: CharacterId) => boolean {
  const journeys = new Journeys(doc)
  const keyOf = (id: CharacterId): string => idKey(journeys.rootOf(id))
  const roots = new Set(spans.flatMap(charactersOf).map(keyOf))
  return (id) => roots.has(keyOf(id))
}
