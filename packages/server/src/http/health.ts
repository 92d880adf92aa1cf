/** What those ask who keep the server running: is it alive, can it save, what does it measure. */

import { Router, type Request, type Response } from 'express'
import { timingSafeEqual } from 'node:crypto'
import type { RecordStore } from '../store/record.ts'
import type { Context } from './context.ts'
import { Refused } from './refused.ts'

/** Whether the disk takes a commit is found out by one; no more often than this (milliseconds). */
const PROBE_EVERY = 1000

/** `/healthz` (the process answers), `/readyz` (it can save, and is not about to stop), `/metrics`. */
export function healthRoutes(context: Context): Router {
  const routes = Router()
  routes.get('/healthz', (_request, response) => void response.json({ healthy: true }))
  routes.get('/readyz', (_request, response) => sayReady(context, response))
  routes.get('/metrics', (request, response) => sayMetrics(context, request, response))
  return routes
}

async function sayReady({ ready }: Context, response: Response): Promise<void> {
  const says = await ready()
  if (says === undefined) response.json({ ready: true })
  else response.status(503).json({ ready: false, says })
}

async function sayMetrics({ metrics, metricsToken }: Context, request: Request, response: Response): Promise<void> {
  if (!mayMeasure(request, metricsToken)) throw new Refused('notFound')
  response.type(metrics.contentType).send(await metrics.read())
}

/** Whoever bears the token may; where there is none, programs on this machine. */
function mayMeasure({ headers, ip = '' }: Request, token: string | undefined): boolean {
  if (token === undefined) return /^(?:::ffff:)?127\.|^::1$/.test(ip)
  const [given, wanted] = [Buffer.from(headers.authorization ?? ''), Buffer.from(`Bearer ${token}`)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** Tells why the store cannot be written, or undefined where it can; asked often, it answers from a moment ago. */
export function storeReadiness(store: RecordStore, now: () => number): () => Promise<string | undefined> {
  let last: { readonly at: number; readonly says: Promise<string | undefined> } | undefined
  return () => {
    if (last && Math.abs(now() - last.at) < PROBE_EVERY) return last.says
    last = { at: now(), says: whyNot(store) }
    return last.says
  }
}

async function whyNot(store: RecordStore): Promise<string | undefined> {
  try {
    await store.probe()
    return undefined
  } catch (error) {
    return `The record cannot be written: ${error instanceof Error ? error.message : String(error)}`
  }
}
