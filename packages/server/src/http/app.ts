/** The HTTP side of the server: sign-in, the API, and the built editor. */

import express, { type Express, type Request, type Response } from 'express'
import helmet from 'helmet'
import { pinoHttp } from 'pino-http'
import type { Context } from './context.ts'
import { healthRoutes } from './health.ts'
import { historyRoutes } from './history.ts'
import { memberRoutes } from './members.ts'
import { page } from './page.ts'
import { perMinute } from './rate.ts'
import { answerRefusal, Refused } from './refused.ts'
import { signInRoutes } from './sign-in.ts'
import { textRoutes } from './texts.ts'

export function httpApp(context: Context): Express {
  const app = express()
  app.set('trust proxy', 'loopback')
  app.disable('x-powered-by')
  app.use(security(context.secure), logged(context))
  app.use(healthRoutes(context))
  app.use(signInRoutes(context))
  app.use(
    '/api',
    neverKept,
    perMinute(context.limits.requestsPerMinute),
    memberRoutes(context),
    textRoutes(context),
    historyRoutes(context),
    nothingHere,
  )
  app.use(editor(context))
  app.use(nothingHere)
  app.use(answerRefusal((error) => context.log.error(error, 'A request failed')))
  return app
}

/** Scripts, fonts and connections from our own origin only; styles may stand inline, as the component library needs. */
function security(secure: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // With `no-referrer`, browsers would not say which site a form is sent from.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure,
  })
}

/** Notes failures; addresses are noted without their secrets. */
function logged({ log }: Context) {
  return pinoHttp({
    logger: log,
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'debug'),
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, url: url.replace(/\?.*/, '') }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  })
}

function neverKept(_request: Request, response: Response, next: () => void): void {
  response.set('cache-control', 'no-store')
  next()
}

function nothingHere(): never {
  throw new Refused('notFound')
}

/** The built editor: its files, and its page for every address that is the editor's to understand. */
function editor({ editor: root }: Context) {
  const routes = express.Router()
  routes.use('/assets', express.static(`${root}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }))
  routes.use(express.static(root, { index: false }))
  routes.get('/{*any}', (request, response, next) => {
    if (!request.accepts('html')) return next()
    response.set('cache-control', 'no-cache').sendFile('index.html', { root }, (error) => {
      if (error && !response.headersSent) response.status(503).send(notBuilt)
    })
  })
  return routes
}

const notBuilt = page({
  title: 'The editor is not built',
  body: '<p>The server is at work, but the editor has not been built yet. <code>npm start</code> builds it.</p>',
})
