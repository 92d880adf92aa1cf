/** Asking the server's API for a page: with the member's credential, which the page never has, and of this host only. */

import { problem, unreachable } from './problem.ts'
import { SESSION_COOKIE } from '../known/sign-in.ts'

export interface Remote {
  /** Origin of the server, such as `https://texts.example.org`. */
  readonly address: string
  readonly credential: string | undefined
  /** Told after every answer whether the server knows the member. */
  readonly standing: (signedIn: boolean) => void
  /** Told when the member has signed out. */
  readonly signedOut: () => Promise<void>
  readonly agent: string
}

const methods: ReadonlySet<string> = new Set(['GET', 'POST', 'DELETE'])
/** A little over the largest request that the API takes, in bytes. */
const MOST_SENT = 21 * 1024 * 1024
/** How long a server may take to begin its answer, in milliseconds. */
const PATIENCE = 30_000

const sentOn = ['accept', 'content-type', 'last-event-id'] as const
const passedBack = ['content-type', 'retry-after'] as const

/** Asks the server and passes its answer on as it comes, streams included. No other host is ever asked. */
export async function forward(remote: Remote, request: Request, path: string): Promise<Response> {
  if (!methods.has(request.method)) return problem('badRequest')
  const body = request.method === 'POST' ? await bodyOf(request) : undefined
  if (body === 'tooLarge') return problem('tooLarge')
  const answer = await reach(remote, request, { path, body })
  if (!answer || isRedirect(answer)) return unreachable()
  remote.standing(answer.status !== 401)
  if (answer.ok && request.method === 'POST' && path === '/api/sign-out') await remote.signedOut()
  return new Response(hasBody(answer) ? answer.body : null, {
    status: answer.status,
    headers: { ...picked(answer.headers, passedBack), 'cache-control': 'no-store' },
  })
}

interface Sent {
  readonly path: string
  readonly body: Uint8Array<ArrayBuffer> | undefined
}

async function reach(
  { address, credential, agent }: Remote,
  request: Request,
  { path, body }: Sent,
): Promise<Response | undefined> {
  const impatience = new AbortController()
  const timer = setTimeout(() => impatience.abort(), PATIENCE)
  try {
    return await fetch(`${address}${path}`, {
      method: request.method,
      headers: {
        ...picked(request.headers, sentOn),
        'user-agent': agent,
        ...(credential === undefined ? {} : { cookie: `${SESSION_COOKIE}=${credential}` }),
      },
      body: body ?? null,
      redirect: 'manual',
      signal: AbortSignal.any([impatience.signal, request.signal]),
    })
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

async function bodyOf(request: Request): Promise<Uint8Array<ArrayBuffer> | 'tooLarge'> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of request.body ?? []) {
    length += piece.byteLength
    if (length > MOST_SENT) return 'tooLarge'
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces))
}

function picked(headers: Headers, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}

function isRedirect({ status }: Response): boolean {
  return status >= 300 && status < 400
}

function hasBody({ status }: Response): boolean {
  return status !== 204 && status !== 205
}
