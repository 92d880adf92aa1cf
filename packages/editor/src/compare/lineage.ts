/** A clause followed back through the states of its text. */

import type { Pair } from '@travaux/core'

/** What happened to the clause between two states. */
export interface Turn {
  /** Which comparison, counted from the oldest. */
  readonly at: number
  /** More than one where the clause was joined of several, each with a past of its own. */
  readonly pairs: readonly Pair[]
}

/**
 * What the comparisons between successive states, oldest first, say of a clause, newest first. It begins in the newest
 * state that has the clause, or where it was deleted, and ends where it was added. Cost: O(pairs).
 */
export function followBack(
  comparisons: readonly { readonly pairs: readonly Pair[] }[],
  clause: string,
): readonly Turn[] {
  const turns: Turn[] = []
  let ids: ReadonlySet<string> = new Set([clause])
  let found = false
  for (let at = comparisons.length - 1; at >= 0 && ids.size > 0; at--) {
    const { pairs } = comparisons[at] ?? { pairs: [] }
    const theirs = pairs.filter((pair) => pair.new.some(({ id }) => ids.has(id)) || (!found && wasDeleted(pair, ids)))
    if (theirs.length === 0 && !found) continue
    found = true
    turns.push({ at, pairs: theirs })
    ids = new Set(theirs.flatMap(({ old }) => old.map(({ id }) => id)))
  }
  return turns
}

function wasDeleted({ old, new: now }: Pair, ids: ReadonlySet<string>): boolean {
  return now.length === 0 && old.some(({ id }) => ids.has(id))
}
