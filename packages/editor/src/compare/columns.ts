/** A comparison in two columns: each side in its own order, what belongs together level, what moved in both places. */

import type { Pair } from '@travaux/core'

/** A pair, and which of its sides stands on this line. */
export interface Line {
  readonly pair: Pair
  readonly index: number
  readonly part: 'both' | 'old' | 'new'
}

/** One line for each pair: how a comparison reads inline. */
export function inlineLines(pairs: readonly Pair[]): readonly Line[] {
  return pairs.map((pair, index) => ({ pair, index, part: 'both' }))
}

/**
 * Lines in which the left column is the old text in its order (`order`: the ids of its clauses) and the right column the
 * new text in its own. A pair that keeps its order among the others stands on one line; any other stands on the left
 * where it was and on the right where it is. Cost: O(n log n).
 */
export function columnLines(pairs: readonly Pair[], order: readonly string[]): readonly Line[] {
  const placed = place(pairs, order)
  const level = inOrder(placed)
  const left = placed.filter(({ from }) => from !== undefined).sort((a, b) => (a.from ?? 0) - (b.from ?? 0))
  const lines: Line[] = []
  let next = 0
  const leftUntil = (stop: Placed | undefined): void => {
    for (; next < left.length && left[next] !== stop; next++) {
      const one = left[next]
      if (one && !level.has(one)) lines.push({ ...one.line, part: one.line.pair.new.length === 0 ? 'both' : 'old' })
    }
  }
  for (const one of placed) {
    if (one.line.pair.new.length === 0) continue
    if (level.has(one)) {
      leftUntil(one)
      next++
      lines.push(one.line)
    } else {
      lines.push({ ...one.line, part: one.from === undefined ? 'both' : 'new' })
    }
  }
  leftUntil(undefined)
  return lines
}

interface Placed {
  readonly line: Line
  /** Where it stood in the old text; undefined for what was added. */
  readonly from: number | undefined
  /** Whether it moved, or stands beneath what moved. */
  readonly displaced: boolean
}

function place(pairs: readonly Pair[], order: readonly string[]): Placed[] {
  const places = new Map(order.map((id, at) => [id, at]))
  let movedDepth = Infinity
  return inlineLines(pairs).map((line) => {
    const [now] = line.pair.new
    if (now && now.depth <= movedDepth) movedDepth = line.pair.changes.includes('moved') ? now.depth : Infinity
    return { line, from: places.get(line.pair.old[0]?.id ?? ''), displaced: now !== undefined && movedDepth < Infinity }
  })
}

/** A longest row of pairs that stand in one order on both sides, those that moved left aside. */
function inOrder(placed: readonly Placed[]): ReadonlySet<Placed> {
  const ends: Placed[] = []
  const before = new Map<Placed, Placed | undefined>()
  for (const one of placed) {
    if (one.from === undefined || one.displaced || one.line.pair.new.length === 0) continue
    const at = firstNotBelow(ends, one.from)
    before.set(one, ends[at - 1])
    ends[at] = one
  }
  const kept = new Set<Placed>()
  for (let one = ends.at(-1); one; one = before.get(one)) kept.add(one)
  return kept
}

function firstNotBelow(ends: readonly Placed[], from: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle]?.from ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}
