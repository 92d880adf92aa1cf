/** Talking to the server: every answer is parsed against the schema it shares with us, every refusal is a `Refusal`. */

import { api } from '@travaux/core'
import type { ZodType } from 'zod'

/** The server said no, in words. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, problem: api.Problem) {
    super(problem.says)
    this.name = 'Refusal'
    this.status = status
    this.code = problem.error
  }
}

/** The server could not be reached, or could not answer now: nothing was decided, and asking again may help. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

/** Statuses that say nothing about the request itself. */
const passing: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

/**
 * Asks the server and parses its answer.
 * @throws {Refusal} if it refused, {Unreachable} if it did not answer, `ZodError` if it answered something else
 */
export async function ask<T>(path: string, schema: ZodType<T>, init: RequestInit = {}): Promise<T> {
  const response = await reach(path, init)
  if (response.ok) return schema.parse(await response.json())
  throw await refusalIn(response)
}

/** Sends a JSON body and parses the answer; fails as `ask` does. */
export async function send<T>(path: string, body: unknown, schema: ZodType<T>): Promise<T> {
  return ask(path, schema, posting(body))
}

/** Sends a request whose answer says nothing beyond that it was done; fails as `ask` does. */
export async function tell(path: string): Promise<void> {
  const response = await reach(path, posting({}))
  if (!response.ok) throw await refusalIn(response)
}

function posting(body: unknown): RequestInit {
  return { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  const signal = init.signal ?? AbortSignal.timeout(30_000)
  try {
    return await fetch(path, { credentials: 'same-origin', ...init, signal })
  } catch (cause) {
    throw new Unreachable('The server did not answer', { cause })
  }
}

async function refusalIn(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => null)
  const problem = api.problemSchema.safeParse(body)
  if (passing.has(response.status)) return new Unreachable(`The server answered ${response.status}`)
  return new Refusal(
    response.status,
    problem.data ?? { error: 'unknown', says: `The server answered ${response.status}` },
  )
}
