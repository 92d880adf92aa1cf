/** Putting in a part of a text that begins and ends within the words of clauses. */

import type { Clause, Point } from '../clause/clause.ts'
import { isHeading } from '../clause/kind.ts'
import { moveClauses } from './drop.ts'
import { act, type Hand } from './hand.ts'
import { insertClauses } from './insert.ts'
import { insertLines } from './lines.ts'
import { holder, rootsAmong, treeOf, type TreeClause } from './tree.ts'

/**
 * Puts the first and the last of these clauses in as lines, since they may be parts of clauses, and those between, which
 * are whole, as what they are. What follows the last line within its article goes on beneath the last heading put in.
 * So a part that was taken out goes back in as it was. `clauses` are in reading order with their parents before them.
 * @returns the end of the last line
 */
export function insertPart(hand: Hand, at: Point, clauses: readonly Clause[]): Point | undefined {
  const [first, last] = [clauses[0], clauses.at(-1)]
  if (!first || !last || clauses.length < 2) return insertLines(hand, at, first ? [first.words] : [])
  return act(hand, () => {
    const end = insertLines(hand, at, [first.words, last.words])
    const before = treeOf(hand.doc)
    const tail = before.findIndex(({ id }) => id === end?.clause)
    const head = before[tail - 1]
    const inner = head && insertClauses(hand, head.id, clauses.slice(1, -1))
    if (end && inner) carryBehind(hand, { before, tail: end.clause, inner: inner.clause })
    return end
  })
}

interface Carrying {
  /** The text before the inner clauses came. */
  readonly before: readonly TreeClause[]
  /** The clause of the last line. */
  readonly tail: string
  /** The last of the inner clauses. */
  readonly inner: string
}

/** The last line, and what follows it, may have come to stand before clauses that were put in before it: it goes behind. */
function carryBehind(hand: Hand, { before, tail, inner }: Carrying): void {
  const tree = treeOf(hand.doc)
  const known = new Set(before.map(({ id }) => id))
  const from = tree.findIndex(({ id }) => id === tail)
  const to = tree.findIndex(({ id }, at) => at > from && !known.has(id))
  if (from < 0 || to < 0) return
  const { roots } = rootsAmong(tree, new Set(tree.slice(from, to).map(({ id }) => id)))
  for (const parent of new Set(roots.map((root) => root.parent))) {
    const row = roots.filter((root) => root.parent === parent)
    const place = lineOf(tree, inner).find(holding(tree, row))
    if (place) moveBeneath(hand, row, place)
  }
}

/** Whether a clause may have these beneath it; those that stood beneath a heading, or at the root, go beneath a heading. */
function holding(tree: readonly TreeClause[], row: readonly TreeClause[]): (place: TreeClause) => boolean {
  const holds = holder(tree)
  const above = tree.find(({ id }) => id === row[0]?.parent)
  const isBeneathHeading = above === undefined || isHeading(above.kind)
  return ({ id, kind }) => isHeading(kind) === isBeneathHeading && row.every((one) => holds(id, one.kind))
}

function moveBeneath(hand: Hand, row: readonly TreeClause[], { id: parent }: TreeClause): void {
  const after = treeOf(hand.doc).findLast((one) => one.parent === parent)?.id ?? ''
  moveClauses(
    hand,
    row.map(({ id }) => id),
    { parent, after },
  )
}

/** A clause, and those that it stands in, the nearest first. */
function lineOf(tree: readonly TreeClause[], id: string): TreeClause[] {
  const here = tree.find((one) => one.id === id)
  return here ? [here, ...lineOf(tree, here.parent)] : []
}
