/** Evidence from around a clause: its parent, its neighbours and its number. */

import type { Entry } from './entry.ts'
import type { Matching } from './matching.ts'

/** From 0 to 1: how much the surroundings speak for a match. Symmetric in the two texts. Constant cost. */
export function contextOf(matching: Matching, old: Entry, now: Entry): number {
  return (
    0.35 * parentEvidence(matching, old, now) +
    0.4 * neighbourEvidence(matching, old, now) +
    (old.path === now.path && old.label !== '' && now.label !== '' ? 0.15 : 0) +
    (old.clause.kind === now.clause.kind ? 0.1 : 0)
  )
}

/** 1 where the parents belong together, 0 where one belongs elsewhere, between them where nothing is known. */
function parentEvidence(matching: Matching, old: Entry, now: Entry): number {
  const image = matching.image(old.parent)
  const origin = matching.origin(now.parent)
  if (image === now.parent) return 1
  return image === undefined && origin === undefined ? 0.5 : 0
}

function neighbourEvidence(matching: Matching, old: Entry, now: Entry): number {
  return (sideEvidence(matching, old, now, -1) + sideEvidence(matching, old, now, 1)) / 2
}

/** The nearest sibling on one side on both sides of the comparison: the same, the edge on both, or not. */
function sideEvidence(matching: Matching, old: Entry, now: Entry, step: 1 | -1): number {
  const before = sibling(matching.old, old, step)
  const after = sibling(matching.new, now, step)
  if (before === undefined && after === undefined) return 1
  if (before !== undefined && after !== undefined && matching.image(before) === after) return 1
  const unknown =
    (before === undefined || matching.image(before) === undefined) &&
    (after === undefined || matching.origin(after) === undefined)
  return unknown ? 0.4 : 0
}

function sibling(entries: readonly Entry[], { parent, rank, at }: Entry, step: 1 | -1): number | undefined {
  const above = entries[parent]
  if (above) return above.children[rank + step]
  const next = at + step
  return entries[next]?.parent === -1 ? next : undefined
}
