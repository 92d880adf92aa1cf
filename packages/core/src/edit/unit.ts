/** What stood beneath a heading that goes: it goes on in the unit before, as lines do when a heading between them is deleted. */

import { isHeading } from '../clause/kind.ts'
import { clausesOf, formerPlaceOf, kindOf, placeOf } from '../yjs/stored.ts'
import { act, type Hand } from './hand.ts'
import { Rows, setPlace, siblingsIn } from './order.ts'
import { holder, treeOf, type TreeClause } from './tree.ts'

/**
 * Puts what stands beneath headings that are about to go at the end of the unit that is read before: of the nearest one
 * that has a place for all of it; what stood beneath provisions that go with their heading, as deep in it as it stood.
 * Where no unit has, it stays, and steps up. Call it within `act`, while the headings are shown.
 *
 * Laws. (1) Reading order stays, and what each clause is. (2) Restoring the heading brings back what was not put elsewhere since.
 */
export function carryOn(hand: Hand, doomed: ReadonlySet<string>): void {
  const clauses = clausesOf(hand.doc)
  const kinds = Array.from(doomed, (id) => clauses.get(id)).flatMap((stored) => (stored ? kindOf(stored) : []))
  if (!kinds.some(isHeading)) return
  const tree = treeOf(hand.doc)
  const moved = Map.groupBy(homesIn({ tree, doomed }), ([, home]) => home)
  const rows = new Rows(hand.doc)
  for (const [home, among] of moved) {
    const ids = among.map(([id]) => id)
    const places = rows.placeAfter(ids, home, siblingsIn(hand.doc, home).at(-1)?.id ?? '')
    for (const [nth, place] of places.entries()) {
      const stored = clauses.get(ids[nth] ?? '')
      if (stored) setPlace(stored, { ...place, was: placeOf(stored) })
    }
  }
}

/** Puts what went on elsewhere without these clauses beneath them again. Call it when they are restored. Cost: O(n). */
export function comeBack(hand: Hand, ids: ReadonlySet<string>): void {
  act(hand, () => {
    for (const stored of clausesOf(hand.doc).values()) {
      const was = formerPlaceOf(stored)
      if (was && ids.has(was.parent)) setPlace(stored, was)
    }
  })
}

/** A text, and what of it is about to go. */
interface Going {
  readonly tree: readonly TreeClause[]
  readonly doomed: ReadonlySet<string>
}

/** Of clauses that go on elsewhere, each with what it will stand beneath, in reading order. */
function homesIn(going: Going): [id: string, home: string][] {
  const { tree, doomed } = going
  const homes: [string, string][] = []
  const units = new Map<string, string | undefined>()
  const lookUp = lookUpIn(going)
  /** The clause before, and what it stands in, the highest first. */
  const line: TreeClause[] = []
  for (const clause of tree) {
    if (doomed.has(clause.id)) continue
    const { heading, level, above } = lookUp(clause)
    const least = line.findIndex(({ id }) => id === above) + 1
    if (heading && !units.has(heading.id)) units.set(heading.id, unitFor(going, heading, line.slice(least)))
    const unit = heading && units.get(heading.id)
    const home = unit === undefined ? above : homeWithin(line, unit, level)
    if (unit !== undefined) homes.push([clause.id, home])
    line.splice(line.findIndex(({ id }) => id === home) + 1, Infinity, clause)
  }
  return homes
}

interface Above {
  /** The nearest clause above that stays, '' for the root. */
  readonly above: string
  /** The nearest heading below that one that goes. */
  readonly heading?: TreeClause
  /** How many provisions stand between that heading and the clause. */
  readonly level: number
}

function lookUpIn({ tree, doomed }: Going): (clause: TreeClause) => Above {
  const byId = new Map(tree.map((one) => [one.id, one]))
  const lookUp = ({ parent }: TreeClause): Above => {
    const here = byId.get(parent)
    if (!here || !doomed.has(parent)) return { above: parent, level: 0 }
    const next = lookUp(here)
    return isHeading(here.kind) ? { ...next, heading: here, level: 0 } : { ...next, level: next.level + 1 }
  }
  return lookUp
}

/**
 * The nearest of the units before that has a place for all that stays of what stands beneath a heading, and is not itself
 * such a thing as stands there: a chapter goes into the part before, not into its last chapter. Else the unit beside it.
 */
function unitFor(
  { tree, doomed }: Going,
  { id, depth }: TreeClause,
  before: readonly TreeClause[],
): string | undefined {
  const kinds = new Set(tree.filter((one) => one.parent === id && !doomed.has(one.id)).map(({ kind }) => kind))
  const holds = holder(tree)
  const fitting = before.filter((one) => isHeading(one.kind) && [...kinds].every((kind) => holds(one.id, kind)))
  return (fitting.findLast(({ kind }) => !kinds.has(kind)) ?? fitting.find((one) => one.depth === depth))?.id
}

/** The provision at a level of the unit that the line ends in, or the deepest above that there is. */
function homeWithin(line: readonly TreeClause[], unit: string, level: number): string {
  const from = line.findIndex(({ id }) => id === unit)
  let at = from
  for (let next = line[at + 1]; at < from + level && next && !isHeading(next.kind); next = line[at + 1]) at++
  return line[at]?.id ?? unit
}
