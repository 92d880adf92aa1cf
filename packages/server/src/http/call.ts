/** A request that a member makes, and how its answer is sent. */

import { allows, type api, type Actor, type Role } from '@travaux/core'
import type { Request, RequestHandler, Response } from 'express'
import type { Outcome } from '../texts/command.ts'
import type { LiveText } from '../texts/live.ts'
import type { Context } from './context.ts'
import { identify } from './identify.ts'
import { Refused } from './refused.ts'

export interface Call {
  readonly member: api.Member
  /** Id of the session or token the member signed in by. */
  readonly credential: string
  readonly request: Request
  readonly response: Response
}

/** A handler for signed-in members; what it resolves to is sent as JSON, unless it has answered by itself. */
export function forMember(context: Context, answer: (call: Call) => unknown): RequestHandler {
  return async (request, response) => {
    const body = await answer({ ...whoCalls(context, request), request, response })
    if (!response.headersSent) response.json(body)
  }
}

function whoCalls({ secrets, body }: Context, request: Request): Pick<Call, 'member' | 'credential'> {
  const visitor = identify(secrets, request)
  if (visitor === 'crossSite') throw new Refused('crossSite')
  const member = visitor && body().members.get(visitor.member)
  if (!visitor || !member) throw new Refused('signedOut')
  return { member, credential: visitor.credential }
}

export type Reader = Actor & { readonly role: Role }

export interface Opened {
  readonly text: LiveText
  readonly reader: Reader
}

/** The text, if there is one and the member may read it; to others it looks as if there were none. */
export async function openFor({ texts }: Context, member: api.Member, id: string): Promise<Opened> {
  const text = await texts.open(id)
  const opened = text && readable(text, member)
  if (!opened) throw new Refused('noText')
  return opened
}

/** The text as a member may read it, or undefined. */
export function readable(text: LiveText, member: api.Member): Opened | undefined {
  const { role, ...actor } = text.actor(member)
  return role && allows(role, 'read') ? { text, reader: { ...actor, role } } : undefined
}

/** A parameter of the route. */
export function param({ request }: Pick<Call, 'request'>, name: string): string {
  const value = request.params[name]
  return typeof value === 'string' ? value : ''
}

/** The answer to a command that was done. @throws Refused for one that was not. */
export function answerOf(outcome: Outcome): api.CommandAnswer {
  if (outcome.kind === 'refused') throw new Refused(outcome.problem)
  return outcome.answer
}
