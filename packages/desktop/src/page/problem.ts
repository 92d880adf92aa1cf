/** Refusals in the shape that the server's API has, so that a page needs to know only one. */

import { api } from '@travaux/core'

export function problem(name: api.ProblemName): Response {
  const { status, says } = api.problems[name]
  return refusal(status, { error: name, says })
}

/** The server cannot be reached: nothing was decided, and asking again may help. */
export function unreachable(): Response {
  return refusal(503, { error: 'unreachable', says: 'The server cannot be reached from this computer now.' })
}

function refusal(status: number, body: api.Problem): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
