/** Where what was put in came to stand, for those who look for it at the caret. */

/** A clause of the view, in reading order. */
interface Row {
  readonly id: string
  readonly depth: number
}

/**
 * The clause behind which new ones came to stand, themselves or what that one stands in; undefined where they stand at the
 * caret, in clause `caret`, or where none is new. Cost: one pass.
 */
export function landedBehind(before: readonly Row[], caret: string, after: readonly Row[]): string | undefined {
  const known = new Set(before.map(({ id }) => id))
  const at = before.findIndex(({ id }) => id === caret)
  const first = after.findIndex(({ id }) => !known.has(id))
  const [previous, landed] = [after[first - 1]?.id, after[first]]
  if (at < 0 || !landed || previous === undefined) return undefined
  if (previous === caret || previous === before[at - 1]?.id) return undefined
  return after.slice(0, first).findLast(({ depth }) => depth <= landed.depth)?.id
}
