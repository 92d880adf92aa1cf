/** Putting a piece of another draft into a text: new clauses with its structure, where their kinds belong. */

import type { Clause } from '../clause/clause.ts'
import { isHeading, shownKind } from '../clause/kind.ts'
import { textOf } from '../clause/words.ts'
import { clausesOf, isHidden, kindOf, placedClauses, textIn, type Place } from '../yjs/read.ts'
import { newClause } from '../yjs/write.ts'
import type { Hand, Point } from './hand.ts'
import { removeClauses } from './remove.ts'
import { kindBeneath } from './kinds.ts'
import { placeAfter } from './order.ts'
import { splitClause } from './split.ts'

/**
 * Inserts clauses, in reading order with their parents before them, behind clause `after`: articles behind its article,
 * paragraphs behind its paragraph, points behind its point, or first beneath it where they belong there. Numbers of
 * their own are not taken along. If `after` is empty it is deleted: the pasted text stands in its place.
 * @returns the end of the last inserted clause
 */
export function insertClauses(hand: Hand, after: string, clauses: readonly Clause[]): Point | undefined {
  const last = clauses.at(-1)
  const target = clausesOf(hand.doc).get(after)
  if (!last || !target) return undefined
  return hand.doc.transact(() => {
    const ids = new Map(clauses.map(({ id }) => [id, hand.newId()]))
    let behind = after
    for (const clause of clauses) {
      const parent = ids.get(clause.parent)
      const place = parent === undefined ? rootPlace(hand, behind, clause.kind) : lastBeneath(hand, parent)
      const id = ids.get(clause.id) ?? hand.newId()
      clausesOf(hand.doc).set(
        id,
        newClause({ kind: clause.kind, parent: place.parent, words: clause.words }, place.order),
      )
      if (parent === undefined) behind = id
    }
    if ((textIn(target)?.length ?? 0) === 0 && !isHidden(target)) removeClauses(hand, [after])
    return { clause: ids.get(last.id) ?? after, offset: textOf(last.words).length }
  }, hand.origin)
}

/**
 * Inserts clauses where a caret is, as `insertClauses` does: before a clause whose start it is at; within a clause, which
 * is parted there if nothing stands beneath it, between the parts. In a heading they go beneath it, and articles behind
 * the article.
 * @returns the end of the last inserted clause
 */
export function insertClausesAt(hand: Hand, { clause, offset }: Point, clauses: readonly Clause[]): Point | undefined {
  const placed = placedClauses(hand.doc)
  const index = placed.findIndex((one) => one.clause.id === clause)
  const [before, here, next] = [placed[index - 1], placed[index], placed[index + 1]]
  const length = (here && textIn(here.clause.stored)?.length) ?? 0
  if (!here || length === 0) return insertClauses(hand, clause, clauses)
  return hand.doc.transact(() => {
    if (offset === 0 && before) return insertClauses(hand, before.clause.id, clauses)
    const areHeadings = [here.clause.kind, clauses[0]?.kind ?? ''].some(isHeading)
    const isParted = offset > 0 && offset < length && next?.parent !== clause && !areHeadings
    if (isParted) splitClause(hand, clause, offset)
    return insertClauses(hand, clause, clauses)
  }, hand.origin)
}

/** Behind the nearest clause above that is of the same kind; beneath a heading that such clauses belong to; beside. */
function rootPlace(hand: Hand, behind: string, kind: string): Place {
  const placed = new Map(placedClauses(hand.doc).map((one) => [one.clause.id, one]))
  for (let at = placed.get(behind); at; at = placed.get(at.parent)) {
    const here = kindOf(at.clause.stored)
    if (here === kind) return placeAfter(hand.doc, at.container, at.clause.id)
    if (kindBeneath(here) === shownKind(kind))
      return placeAfter(hand.doc, at.clause.id, lastBefore(hand, at.clause.id, behind))
  }
  return placeAfter(hand.doc, placed.get(behind)?.container ?? '', behind)
}

/** The child of `parent` that `clause` is or stands in, behind which new ones go; '' where it is `parent` itself. */
function lastBefore(hand: Hand, parent: string, clause: string): string {
  const placed = new Map(placedClauses(hand.doc).map((one) => [one.clause.id, one]))
  let at = clause
  while (at !== parent && placed.get(at)?.container !== parent) at = placed.get(at)?.parent ?? parent
  return at === parent ? '' : at
}

function lastBeneath(hand: Hand, parent: string): Place {
  const children = placedClauses(hand.doc).filter(({ container }) => container === parent)
  return placeAfter(hand.doc, parent, children.at(-1)?.clause.id ?? '')
}
