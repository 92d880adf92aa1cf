/**
 * Cutting all words of one clause, and pasting them elsewhere as that clause. Between the two the emptied clause stays
 * where it is, so that what is typed in it is its new wording; pasted as a clause it goes, since it is the same clause.
 * The words come back as copies of those that were cut: comments find them, and they stay their authors'.
 */

import type * as Y from 'yjs'
import { isHeading } from '../clause/kind.ts'
import type { Words } from '../clause/words.ts'
import { spansBetween, type Span } from '../yjs/items.ts'
import { clausesOf, goneOf, isHidden, kindOf, sliceOf, textIn, type YClause } from '../yjs/read.ts'
import { insertCopy } from './copies.ts'
import { putAt } from './drop.ts'
import { act, find, type Hand, type Point } from './hand.ts'
import { kindAfterMove } from './kinds.ts'
import { optionsAt } from './option.ts'
import { siblingsIn } from './order.ts'
import { removeClauses, restoreClause } from './remove.ts'
import { holder, rootsAmong, treeOf, type Spot, type TreeClause } from './tree.ts'

/** A clause whose words were all cut: the words, and which characters they were. */
export interface CutClause {
  readonly clause: string
  readonly words: Words
  readonly sources: readonly Span[]
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
 * it its words back.
 * @returns the end of its words, or undefined where it is to be pasted as words: it was written in since, or this is no
 * place for a clause
 */
export function pasteCut(hand: Hand, { clause, words, sources }: CutClause, at: Point): Point | undefined {
  const stored = clausesOf(hand.doc).get(clause)
  if (!stored || !awaitsWords(hand.doc, clause, stored)) return undefined
  const spot = at.clause === clause ? undefined : spotFor(hand, { id: clause, kind: kindOf(stored) }, at)
  if (!spot && at.clause !== clause) return undefined
  return act(hand, () => {
    if (isHidden(stored)) restoreClause(hand, clause)
    if (spot) putAt(hand, [{ id: clause }], spot)
    if (spot && lengthOf(hand.doc, at.clause) === 0) removeClauses(hand, [at.clause])
    insertCopy(stored, 0, words, sources)
    return { clause, offset: textIn(stored)?.length ?? 0 }
  })
}

/** Whether a clause still stands empty, or was deleted as it was, with nothing that would come back with it. */
function awaitsWords(doc: Y.Doc, id: string, stored: YClause): boolean {
  if (textIn(stored)?.length !== 0) return false
  return !isHidden(stored) || (goneOf(stored)?.into === undefined && siblingsIn(doc, id).length === 0)
}

/** Beside the clause whose edge the point is at, or first beneath a heading that it ends, where such a clause may stand. */
function spotFor(hand: Hand, { id, kind }: Pick<TreeClause, 'id' | 'kind'>, at: Point): Spot | undefined {
  const { rest } = rootsAmong(treeOf(hand.doc), new Set([id]))
  const spot = isEmptyOption(hand, at.clause) ? undefined : edgeAt(hand.doc, rest, at)
  const parent = rest.find((one) => one.id === spot?.parent)
  return spot && holder(rest)(spot.parent, kindAfterMove(kind, parent?.kind)) ? spot : undefined
}

function edgeAt(doc: Y.Doc, tree: readonly TreeClause[], { clause, offset }: Point): Spot | undefined {
  const index = tree.findIndex(({ id }) => id === clause)
  const here = tree[index]
  const length = lengthOf(doc, clause)
  if (!here || length === undefined) return undefined
  if (isHeading(here.kind)) return offset === length && length > 0 ? { parent: clause, after: '' } : undefined
  if (offset === length) return { parent: here.parent, after: clause }
  if (offset > 0) return undefined
  return { parent: here.parent, after: tree.slice(0, index).findLast(({ parent }) => parent === here.parent)?.id ?? '' }
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
