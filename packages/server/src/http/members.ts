/** Members over HTTP: who am I, who is in the body, where am I signed in. */

import { api } from '@travaux/core'
import { json, Router } from 'express'
import { byRole } from '../texts/body.ts'
import { answerOf, forMember, param, type Call } from './call.ts'
import type { Context } from './context.ts'
import { COOKIE } from './identify.ts'
import { Refused } from './refused.ts'

/** Routes beneath `/api` that are about members. */
export function memberRoutes(context: Context): Router {
  const routes = Router()
  routes.get(
    '/me',
    forMember(context, ({ member }) => me(context, member)),
  )
  routes.get(
    '/members',
    forMember(context, () => byRole(context.body().members.values())),
  )
  routes.post(
    '/members/commands',
    json({ limit: '20kb' }),
    forMember(context, (call) => command(context, call)),
  )
  routes.get(
    '/sessions',
    forMember(context, (call) => sessions(context, call)),
  )
  routes.delete(
    '/sessions/:id',
    forMember(context, (call) => end(context, call, param(call, 'id'))),
  )
  routes.post(
    '/sign-out',
    forMember(context, (call) => signOut(context, call)),
  )
  return routes
}

function me({ body, epoch }: Context, member: api.Member): api.Me {
  const { name, sample } = body()
  return { member, body: { name, sample, epoch } }
}

/** Changes who is a member. Whoever is removed is signed out everywhere, at once. */
async function command(context: Context, { member, request }: Call): Promise<api.CommandAnswer> {
  const asked = api.bodyRequestSchema.safeParse(request.body).data
  if (!asked) throw new Refused('badRequest')
  const answer = answerOf(await context.members.perform(member, asked))
  const { command } = asked
  if (command.type === 'member.remove') signOutMember(context, command.member)
  else context.rooms.renew(command.member.id)
  return answer
}

function signOutMember({ rooms, secrets, body }: Context, id: string): void {
  if (body().members.has(id)) return
  secrets.endAll(id)
  rooms.review((member) => member !== id)
}

function sessions({ secrets }: Context, { member, credential }: Call): api.SessionList {
  return secrets
    .list(member.id)
    .flatMap(({ member: _self, kind, ...kept }) =>
      kind === 'link' ? [] : [{ ...kept, kind, current: kept.id === credential }],
    )
}

/** Ends a sign-in, and with it the sockets it opened. */
function end({ secrets, rooms }: Context, { member }: Call, id: string): object {
  if (!secrets.end(member.id, id)) throw new Refused('notFound')
  rooms.review((of, credential) => of !== member.id || credential !== id)
  return {}
}

function signOut(context: Context, call: Call): object {
  call.response.clearCookie(COOKIE, { path: '/' })
  return end(context, call, call.credential)
}
