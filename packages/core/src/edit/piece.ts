/** Putting in a piece that was copied elsewhere: its provisions become what the place that they come to takes. */

import type { Clause, Point } from '../clause/clause.ts'
import { isHeading } from '../clause/kind.ts'
import { textOf } from '../clause/words.ts'
import { closesPreamble, namesParties } from '../format/recital.ts'
import type { Hand } from './hand.ts'
import { insertClausesAt } from './insert.ts'
import { kindAfterMove, kindBeneath } from './kinds.ts'
import { treeOf, type TreeClause } from './tree.ts'

/**
 * Inserts clauses as `insertClausesAt` does. Of those that stand before the first heading among them, in a preamble each
 * is a recital, but for who agrees and that they do; in an annex each is an entry, unless it has others and no entry.
 * @returns the end of the last inserted clause
 */
export function insertPiece(hand: Hand, at: Point, clauses: readonly Clause[]): Point | undefined {
  const tree = treeOf(hand.doc)
  const heading = headingOf(tree, at.clause)
  return insertClausesAt(hand, at, heading && takes(tree, heading) ? fitted(clauses, heading.kind) : clauses)
}

/** The clause, or the nearest that it stands in, that is a heading. */
function headingOf(tree: readonly TreeClause[], id: string): TreeClause | undefined {
  const here = tree.find((one) => one.id === id)
  return here && (isHeading(here.kind) ? here : headingOf(tree, here.parent))
}

/** Whether a heading takes recitals, or entries, rather than what stands in articles. */
function takes(tree: readonly TreeClause[], { id, kind }: TreeClause): boolean {
  const beneath = tree.filter(({ parent }) => parent === id).map((one) => one.kind)
  return (
    kind === 'preamble' || (kind === 'annex' && (beneath.includes('entry') || beneath.every((one) => one === 'text')))
  )
}

function fitted(clauses: readonly Clause[], heading: string): Clause[] {
  const kinds = new Map<string, string>()
  const until = clauses.findIndex(({ kind }) => isHeading(kind))
  return clauses.map((clause, index) => {
    if (until >= 0 && index >= until) return clause
    const above = kinds.get(clause.parent)
    const kind = above === undefined ? rootKind(clause, heading) : kindAfterMove(clause.kind, above)
    kinds.set(clause.id, kind)
    return { ...clause, kind }
  })
}

function rootKind({ kind, words }: Clause, heading: string): string {
  if (kind !== 'text') return kindAfterMove(kind, heading)
  const text = textOf(words)
  return heading === 'preamble' && (closesPreamble(text) || namesParties(text)) ? kind : kindBeneath(heading)
}
