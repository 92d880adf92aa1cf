/** The history of a text over HTTP: as it stood, who wrote its words, what was done, what was open. */

import type { api } from '@travaux/core'
import { Router } from 'express'
import { z } from 'zod'
import { activity } from '../texts/activity.ts'
import type { MomentAnswer } from '../texts/history.ts'
import { forMember, openFor, param, type Call, type Opened } from './call.ts'
import type { Context } from './context.ts'
import { Refused } from './refused.ts'

const seq = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
const name = z.string().min(1).max(64)

const momentAsked = z.strictObject({ seq: seq.optional(), at: z.coerce.number().min(0).optional() })
const blameAsked = z.strictObject({ clause: name.optional(), seq: seq.optional() })
const activityAsked = z.strictObject({
  member: name.optional(),
  delegation: z.string().min(1).max(200).optional(),
  clause: name.optional(),
  kind: name.optional(),
  before: seq.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** Routes beneath `/api` that are about what was. */
export function historyRoutes(context: Context): Router {
  const routes = Router()
  const withText = (answer: (opened: Opened, call: Call) => unknown) =>
    forMember(context, async (call) => answer(await openFor(context, call.member, param(call, 'text')), call))

  routes.get(
    '/texts/:text/at',
    withText((opened, call) => moment(context, opened, call)),
  )
  routes.get(
    '/texts/:text/blame',
    withText((opened, call) => blame(context, opened, call)),
  )
  routes.get(
    '/texts/:text/activity',
    withText(({ text, reader }, call) =>
      activity(context.texts, text, { reader, body: context.body() }, asked(call, activityAsked)),
    ),
  )
  routes.get(
    '/texts/:text/brackets',
    withText(({ text }) => context.history.open(text)),
  )
  return routes
}

function moment({ history }: Context, { text }: Opened, call: Call): Promise<MomentAnswer> {
  return history.moment(text, asked(call, momentAsked))
}

function blame({ history, body }: Context, { text }: Opened, call: Call): Promise<api.Blame> {
  return history.blame(text, body(), asked(call, blameAsked))
}

function asked<T>({ request }: Call, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(request.query)
  if (!parsed.success) throw new Refused('badRequest')
  return parsed.data
}
