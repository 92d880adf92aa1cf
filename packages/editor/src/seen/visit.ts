/** Visits to a text: what a member had seen of its record when they were last here. Pure. */

import { api } from '@travaux/core'

/** Who comes back within this time (milliseconds) was not away: a page loaded again is the same visit. */
export const PAUSE = 30 * 60_000

/** Where the visit before the one that begins or goes on now ended. */
export function comeIn(kept: api.Visit | null, now: number): api.Mark | null {
  if (kept === null) return null
  return now - kept.last.at > PAUSE ? kept.last : kept.since
}

/** Of two visits the one that lasted longer: a member may have been here in another browser since. */
export function laterOf(one: api.Visit | null, other: api.Visit | null): api.Visit | null {
  if (one === null || other === null) return one ?? other
  return one.last.at >= other.last.at ? one : other
}

/** What an earlier visit left; anything else that stands there counts as nothing. */
export function readVisit(stored: string | null): api.Visit | null {
  if (stored === null) return null
  try {
    return api.visitSchema.safeParse(JSON.parse(stored)).data ?? null
  } catch {
    return null
  }
}
