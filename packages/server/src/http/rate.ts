/** A bound on how often one address may ask. */

import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { Refused } from './refused.ts'

/** Refuses whoever has asked more often than this within a minute. */
export function perMinute(limit: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: true,
    legacyHeaders: false,
    handler: () => {
      throw new Refused('tooMany')
    },
  })
}
