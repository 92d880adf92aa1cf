/** What a report puts before the text: counts, moves, the longest changes, who changed what, what a reader should check. */

import { isHeading } from '../clause/kind.ts'
import type { Pair, Side } from '../compare/comparison.ts'
import { changeSize } from './excerpt.ts'
import type { Reported } from './reported.ts'
import { counted } from './words.ts'

/** Below this an alignment is for a reader to check. */
export const leastSure = 0.6

const mostLongest = 10

export interface Line {
  /** Position of its pair in the comparison. */
  readonly index: number
  readonly pair: Pair
}

export interface Summary {
  readonly counts: readonly { readonly change: (typeof counted)[number]; readonly count: number }[]
  readonly typographic: number
  /** What moved, and headings that were renumbered: what stands beneath them follows. */
  readonly moves: readonly Line[]
  readonly longest: readonly (Line & { readonly size: number })[]
  readonly who: readonly (Line & { readonly names: readonly string[] })[]
  readonly unsure: readonly Line[]
}

/** One pass, and sorting the changed pairs. */
export function summarize({ comparison: { summary, pairs }, who }: Reported): Summary {
  const lines = pairs.map((pair, index) => ({ pair, index }))
  const changed = lines.filter(({ pair }) => !pair.changes.includes('same'))
  return {
    counts: counted.map((change) => ({ change, count: summary[change] })),
    typographic: pairs.filter(({ typographic }) => typographic).length,
    moves: changed.filter(({ pair }) => isMove(pair)),
    longest: changed
      .map((line) => ({ ...line, size: changeSize(line.pair.words) }))
      .filter(({ size }) => size > 0)
      .sort((a, b) => b.size - a.size || a.index - b.index)
      .slice(0, mostLongest),
    who: changed.map((line) => ({ ...line, names: namesOf(line.pair, who) })).filter(({ names }) => names.length > 0),
    unsure: lines.filter(({ pair }) => pair.sure < leastSure),
  }
}

function isMove({ changes, new: now }: Pair): boolean {
  return changes.includes('moved') || (changes.includes('renumbered') && isHeading(now[0]?.kind ?? ''))
}

function namesOf({ new: now }: Pair, who: Reported['who']): string[] {
  return [...new Set(now.flatMap(({ id }) => who?.get(id) ?? []))]
}

/** `Article 4(1), Article 4(2)`, or '' for an empty side. */
export function cited(sides: readonly Side[]): string {
  return sides.map(({ number }) => number).join(', ')
}

/** How a pair is cited: by its place in the new text, or the one it had. */
export function citation({ old, new: now }: Pair): string {
  return cited(now.length > 0 ? now : old)
}
