/** Members over HTTP: who am I, who is in the body, where am I signed in. */

import type { api } from '@travaux/core'
import { Router } from 'express'
import { byRole } from '../texts/body.ts'
import { forMember, param, type Call } from './call.ts'
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
