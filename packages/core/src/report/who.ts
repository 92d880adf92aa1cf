/** Who changed which clause between an earlier state of a text and a later one, from the record's own account. */

import type { Blame, Deed } from '../api/history.ts'

/** Names with their delegations, by clause id, of those who wrote or deleted words after entry `since`. One pass. */
export function changedBy({ deeds, clauses }: Blame, since: number): ReadonlyMap<string, readonly string[]> {
  const names = new Map(deeds.map((deed) => [deed.seq, nameOf(deed)]))
  const who = new Map<string, readonly string[]>()
  for (const { clause, gone, runs } of clauses) {
    const entries = [...runs.flatMap(({ wrote, deleted }) => [wrote, deleted]), gone]
    const later = entries.flatMap((seq) => (seq !== undefined && seq > since ? (names.get(seq) ?? []) : []))
    if (later.length > 0) who.set(clause, [...new Set(later)])
  }
  return who
}

function nameOf({ name, delegation }: Deed): string {
  return delegation === '' ? name : `${name} (${delegation})`
}
