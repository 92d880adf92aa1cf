/** Who a request comes from: the session in its cookie, or the token it bears. */

import { parseCookie } from 'cookie'
import type { IncomingMessage } from 'node:http'
import type { Visitor } from '../rooms/door.ts'
import type { Secrets } from '../signin/secrets.ts'

export const COOKIE = 'travaux_session'

/**
 * Tells who a request comes from. A token speaks for itself; a cookie is sent along by the browser whoever asks, so
 * it counts only where the page that asks is our own.
 */
export function identify(secrets: Secrets, request: IncomingMessage): Visitor | 'crossSite' | undefined {
  const token = bearer(request)
  if (token !== undefined) return visitor(secrets, token, 'token')
  const session = parseCookie(request.headers.cookie ?? '')[COOKIE]
  if (session === undefined) return undefined
  return changesSomething(request) && isCrossSite(request) ? 'crossSite' : visitor(secrets, session, 'session')
}

/** Whether another site's page makes the request. Browsers say so in one of two headers; scripts send neither. */
export function isCrossSite({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const { origin } = headers
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== headers.host)
}

function changesSomething({ method, headers }: IncomingMessage): boolean {
  return (method !== 'GET' && method !== 'HEAD') || headers.upgrade !== undefined
}

/** From the header, or, for sockets, which cannot set one in a browser, from the address. */
function bearer({ headers, url = '' }: IncomingMessage): string | undefined {
  const [scheme, secret] = (headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() === 'bearer') return secret ?? ''
  if (headers.upgrade === undefined || !URL.canParse(url, 'http://host')) return undefined
  return new URL(url, 'http://host').searchParams.get('token') ?? undefined
}

function visitor(secrets: Secrets, secret: string, kind: 'session' | 'token'): Visitor | undefined {
  const holder = secrets.holder(secret)
  return holder?.kind === kind ? { member: holder.member, credential: holder.id } : undefined
}
