/** Visits to a text: what a member had seen of its record when they were last here. Pure. */

import { z } from 'zod'

const markSchema = z.object({
  /** The last entry of the record that was seen. */
  seq: z.number().int(),
  /** When, in milliseconds since 1970 UTC. */
  at: z.number(),
})
export type Mark = z.infer<typeof markSchema>

const visitSchema = z.object({
  /** Where the visit before this one ended; null on the first, or once a person has taken note. */
  since: markSchema.nullable(),
  last: markSchema,
})
export type Visit = z.infer<typeof visitSchema>

/** Who comes back within this time (milliseconds) was not away: a page loaded again is the same visit. */
export const PAUSE = 30 * 60_000

/** Where the visit before the one that begins or goes on now ended. */
export function comeIn(kept: Visit | null, now: number): Mark | null {
  if (kept === null) return null
  return now - kept.last.at > PAUSE ? kept.last : kept.since
}

/** What an earlier visit left; anything else that stands there counts as nothing. */
export function readVisit(stored: string | null): Visit | null {
  if (stored === null) return null
  try {
    return visitSchema.safeParse(JSON.parse(stored)).data ?? null
  } catch {
    return null
  }
}
