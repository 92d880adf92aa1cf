/** Where a member's visits to a text are kept, so that every browser of theirs knows what they have seen. */

import { api } from '@travaux/core'
import type { Call, Opened } from './call.ts'
import type { Context } from './context.ts'
import { Refused } from './refused.ts'

export function visit({ visits }: Context, { text }: Opened, { member }: Call): api.VisitAnswer {
  return { visit: visits.last(text.id, member.id) }
}

/** Keeps a visit. A browser whose clock is ahead is held to the server's time. */
export function keepVisit({ visits, now }: Context, { text }: Opened, { member, request }: Call): api.VisitAnswer {
  const asked = api.visitSchema.safeParse(request.body).data
  if (!asked) throw new Refused('badRequest')
  const last = { seq: asked.last.seq, at: Math.min(asked.last.at, now()) }
  return { visit: visits.keep(text.id, member.id, { since: asked.since, last }) }
}
