/** A refusal on its way to the client, and the one place where any failure becomes an answer. */

import { api } from '@travaux/core'
import type { NextFunction, Request, Response } from 'express'
import { isSqliteError } from '../store/database.ts'
import { StaleHead } from '../store/record.ts'
import { Damaged } from '../texts/load.ts'
import { TooManyOpen } from '../texts/texts.ts'

/** Thrown by whoever answers a request, where the answer is no. */
export class Refused extends Error {
  readonly problem: api.ProblemName

  constructor(problem: api.ProblemName) {
    super(api.problems[problem].says)
    this.problem = problem
  }
}

/** Express's last handler: answers with the problem; what was not foreseen is noted in the log. */
export function answerRefusal(noted: (error: unknown) => void) {
  // Express knows a handler of errors by its four parameters.
  return (error: unknown, _request: Request, response: Response, _next: NextFunction): void => {
    const name = problemOf(error)
    if (api.problems[name].status >= 500) noted(error)
    if (response.headersSent) {
      response.end()
      return
    }
    const { status, says } = api.problems[name]
    response.status(status).json({ error: name, says } satisfies api.Problem)
  }
}

function problemOf(error: unknown): api.ProblemName {
  if (error instanceof Refused) return error.problem
  if (error instanceof TooManyOpen) return 'tooMany'
  if (error instanceof Damaged) return 'damaged'
  if (error instanceof StaleHead || isSqliteError(error)) return 'notSaved'
  switch (statusOf(error)) {
    case 413:
      return 'tooLarge'
    case 400:
    case 415:
      return 'badRequest'
    case 403:
    case 404:
      return 'notFound'
    default:
      return 'broken'
  }
}

/** The status that a body parser, or what serves files, gave its error. */
function statusOf(error: unknown): number | undefined {
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  return typeof status === 'number' ? status : undefined
}
