/**
 * Signing in by a one-time link. Opening the link only shows a page with a button, which a script presses: programs
 * that look at links before people do, such as mail scanners, leave the link unused.
 */

import { api, escapeHtml } from '@travaux/core'
import { Router, urlencoded, type Request, type Response } from 'express'
import { lifetimes } from '../signin/secrets.ts'
import type { Context } from './context.ts'
import { COOKIE, isCrossSite } from './identify.ts'
import { page } from './page.ts'
import { perMinute } from './rate.ts'
import { Refused } from './refused.ts'

const script = `document.querySelector('form').requestSubmit()\n`

export function signInRoutes(context: Context): Router {
  const routes = Router()
  const attempts = perMinute(context.limits.signInsPerMinute)
  routes.get('/sign-in', showButton)
  routes.get('/sign-in.js', (_request, response) => void response.type('text/javascript').send(script))
  routes.post('/sign-in', attempts, urlencoded({ extended: false, limit: '2kb' }), (request, response) => {
    signIn(context, request, response)
  })
  return routes
}

function showButton(request: Request, response: Response): void {
  const secret = typeof request.query['token'] === 'string' ? request.query['token'] : ''
  response.set('cache-control', 'no-store').send(
    page({
      title: 'Sign in to Travaux',
      body: `<form method="post" action="/sign-in">
        <input type="hidden" name="token" value="${escapeHtml(secret)}">
        <p>This link signs you in, once, on this device.</p>
        <button>Sign in</button>
      </form>
      <script src="/sign-in.js" defer></script>`,
    }),
  )
}

function signIn({ secrets, secure, log }: Context, request: Request, response: Response): void {
  if (isCrossSite(request)) throw new Refused('crossSite')
  const { token } = (request.body ?? {}) as { token?: unknown }
  const session = typeof token === 'string' ? secrets.redeem(token, request.get('user-agent') ?? '') : undefined
  if (session === undefined) return showSpent(response)
  log.info('A member signed in by a link')
  response.cookie(COOKIE, session, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: lifetimes.session })
  response.redirect(303, '/')
}

function showSpent(response: Response): void {
  const { status, says } = api.problems.linkSpent
  response
    .status(status)
    .set('cache-control', 'no-store')
    .send(
      page({
        title: 'This link cannot be used',
        body: `<p>${escapeHtml(says)}</p>
        <p>If you have signed in on this device before, you may still be: <a href="/">open Travaux</a>.</p>`,
      }),
    )
}
