/** When each member was last at each text, and what they had seen of its record: no part of any record. */

import type { api } from '@travaux/core'
import { openDatabase } from './database.ts'

export interface Visits {
  /** A member's last visit to a text, or null. */
  readonly last: (text: string, member: string) => api.Visit | null
  /** Keeps a visit unless a later one is known, and tells which is. */
  readonly keep: (text: string, member: string, visit: api.Visit) => api.Visit
  readonly close: () => void
}

const schema = `
  CREATE TABLE IF NOT EXISTS visits (
    text TEXT NOT NULL, member TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL,
    since_seq INTEGER, since_at INTEGER, PRIMARY KEY (text, member)) STRICT;`

/** Opens the file; `:memory:` for tests. */
export function openVisits(file: string): Visits {
  const db = openDatabase(file, { schema })
  const find = db.prepare('SELECT * FROM visits WHERE text = ? AND member = ?')
  const keep = db.prepare(`
    INSERT INTO visits VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
      seq = excluded.seq, at = excluded.at, since_seq = excluded.since_seq, since_at = excluded.since_at
      WHERE excluded.at >= visits.at`)
  const last: Visits['last'] = (text, member) => {
    const row = find.get(text, member)
    return row ? visitIn(row) : null
  }
  return {
    last,
    keep: (text, member, visit) => {
      const { since, last: seen } = visit
      keep.run(text, member, seen.seq, seen.at, since?.seq ?? null, since?.at ?? null)
      return last(text, member) ?? visit
    },
    close: () => db.close(),
  }
}

function visitIn(row: Record<string, unknown>): api.Visit {
  const since = row.since_seq === null ? null : { seq: Number(row.since_seq), at: Number(row.since_at) }
  return { since, last: { seq: Number(row.seq), at: Number(row.at) } }
}
