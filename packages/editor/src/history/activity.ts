/** The record as people read it: a run of edits by one person is one line, everything else stands alone. */

import type { api } from '@travaux/core'

/** A line of the activity. `count` edits between `from` and `to`, or one act. */
export interface Activity {
  readonly first: api.FeedEntry
  readonly last: api.FeedEntry
  readonly count: number
}

/** Edits further apart than this, in milliseconds, are two sittings. */
const SITTING = 15 * 60_000

/** Lines, newest first, of entries that come oldest first. One pass. */
export function activityOf(entries: readonly api.FeedEntry[]): readonly Activity[] {
  const lines: Activity[] = []
  for (const entry of entries) {
    const open = lines.at(-1)
    if (open && continues(open.last, entry)) lines[lines.length - 1] = { ...open, last: entry, count: open.count + 1 }
    else lines.push({ first: entry, last: entry, count: 1 })
  }
  return lines.toReversed()
}

function continues(before: api.FeedEntry, entry: api.FeedEntry): boolean {
  if (before.kind !== 'update' || entry.kind !== 'update') return false
  return before.actor === entry.actor && entry.at - before.at < SITTING
}
