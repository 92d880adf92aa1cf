/** Signing in by a one-time link: the main process redeems it, and keeps what it is given from every page. */

import { Plain } from '../ipc/answer.ts'

/** Name of the server's session cookie. */
export const SESSION_COOKIE = 'travaux_session'

/** A sign-in link taken apart. */
export interface SignInLink {
  /** Origin of the server. */
  readonly address: string
  readonly token: string
  /** Whether what is sent can be read on the way: http, and not to this computer itself. */
  readonly plain: boolean
}

const LONGEST = 2000
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/
const privateHost =
  /^(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2}|\[f[cd][0-9a-f:]*\]|\[fe80:[0-9a-f:]*\]|[a-z0-9-]+\.local)$/

/**
 * Reads `https://host/sign-in?token=...`; http only for this computer and for private networks.
 * @returns a sentence for people where it is no such link
 */
export function readSignInLink(pasted: string): SignInLink | string {
  const written = pasted.trim()
  if (written.length > LONGEST || !URL.canParse(written)) return notALink
  const { protocol, hostname, origin, pathname, searchParams, username, password } = new URL(written)
  const token = searchParams.get('token') ?? ''
  if (pathname !== '/sign-in' || !/^[A-Za-z0-9_-]{20,128}$/.test(token) || username || password) return notALink
  if (protocol === 'https:') return { address: origin, token, plain: false }
  if (protocol !== 'http:') return notALink
  if (loopback.test(hostname)) return { address: origin, token, plain: false }
  if (privateHost.test(hostname)) return { address: origin, token, plain: true }
  return 'This link is not protected: its address begins with http. Ask for one that begins with https.'
}

const notALink = 'This is no sign-in link. It looks like https://texts.example.org/sign-in?token=…'

/** How long a server may take to answer, in milliseconds. */
const PATIENCE = 20_000

/** Exchanges a link for a session's secret. @throws Plain with what to tell people */
export async function redeem({ address, token }: SignInLink, agent: string): Promise<string> {
  const answer = await post(`${address}/sign-in`, { token }, agent)
  const session = answer.headers.getSetCookie().map(sessionIn).find(Boolean)
  await answer.body?.cancel()
  if (answer.status === 303 && session !== undefined) return session
  if (answer.status === 410) throw new Plain('This sign-in link was used already or has expired. Ask for a fresh one.')
  throw new Plain(`${address} answered, but not as a server of texts does.`)
}

async function post(url: string, fields: Record<string, string>, agent: string): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'user-agent': agent },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    })
  } catch (error) {
    throw new Plain(`${new URL(url).origin} cannot be reached: ${reasonOf(error)}`)
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code)) return 'its certificate is not one to trust.'
  return 'there is no way to it now.'
}

function sessionIn(cookie: string): string | undefined {
  return new RegExp(`^${SESSION_COOKIE}=([A-Za-z0-9_-]{20,128})(?:;|$)`).exec(cookie)?.[1]
}
