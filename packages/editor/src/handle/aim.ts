/** Where a dragged clause would land: from a height and a depth to a gap and a spot of the text. Pure. */

import type { DropSpot, Gap, TreeClause } from '@travaux/core'

/** The gap nearest to a reading position, counted in clauses: 0 before the first, 1 behind it. */
export function nearestGap(gaps: readonly Gap[], tree: readonly TreeClause[], position: number): Gap | undefined {
  const behind = new Map(tree.map(({ id }, index) => [id, index + 1]))
  const away = ({ above }: Gap): number => Math.abs((behind.get(above) ?? 0) - position)
  return gaps.reduce<Gap | undefined>((best, gap) => (best && away(best) <= away(gap) ? best : gap), undefined)
}

/** The spot of a gap nearest to a depth; of two the shallower. */
export function spotNear({ spots }: Gap, depth: number): DropSpot | undefined {
  const away = (spot: DropSpot): number => Math.abs(spot.depth - depth)
  return spots.reduce<DropSpot | undefined>((best, spot) => (best && away(best) <= away(spot) ? best : spot), undefined)
}

const stepping: ReadonlySet<string> = new Set(['point', 'entry'])
const provisions: ReadonlySet<string> = new Set(['paragraph', 'point', 'text', 'recital', 'entry'])

/** How many steps in from the column a clause would be drawn beneath `parent`, as the page indents its points. */
export function stepsIn(tree: readonly TreeClause[], parent: string): number {
  const byId = new Map(tree.map((one) => [one.id, one]))
  const own = byId.get(parent)
  let steps = own && provisions.has(own.kind) ? 1 : 0
  for (let at = own; at; at = byId.get(at.parent)) if (stepping.has(at.kind)) steps++
  return Math.min(steps, 4)
}
