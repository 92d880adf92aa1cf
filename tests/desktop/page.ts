/**
 * A window of the desktop in a real Chromium: the built page as the real main process answers for it, under its content
 * policy, with the real preload script run in the page. What Electron does between the two, a binding of the browser does
 * here: `ipcRenderer` of the page is that of a window of the double.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ReadableStream } from 'node:stream/web'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from '../support/chromium.ts'
import { brief, quiet } from '../support/browser.ts'
import type { DoubleWindow } from './electron-double/contents.ts'
import type { Desktop } from './open.ts'

/** A window of the application before a person. */
export interface Seat {
  readonly page: Page
  /** The window of the double that it stands for. */
  readonly window: DoubleWindow
  /** What went wrong in it. */
  readonly faults: string[]
  /** Goes to an address inside the application, as a link does from outside. */
  readonly visit: (path: string) => Promise<void>
  /** Folder of everything the browser kept for the page. */
  readonly profile: string
  /** Closes the window at once, as a crash would. */
  readonly vanish: () => Promise<void>
}

/** Opens a page of a server, or the launcher, in a browser with an empty profile. */
export async function openSeat(desktop: Desktop, key: string, path = '/'): Promise<Seat> {
  return sitAt(desktop, key, await desktop.open(key, path), path)
}

/** Shows a window that is open already. */
export async function sitAt(desktop: Desktop, key: string, window: DoubleWindow, path: string): Promise<Seat> {
  const server = await answerFor(desktop, key)
  const { port } = server.address() as AddressInfo
  const profile = mkdtempSync(join(tmpdir(), 'travaux-profile-'))
  const context = await launch(profile)
  const page = context.pages()[0] ?? (await context.newPage())
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(String(fault)))
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text())
  })
  await bridge(page, window)
  const visit = async (to: string): Promise<void> => {
    await page.goto(`http://localhost:${port}${to}`)
  }
  await visit(path)
  return {
    page,
    window,
    faults,
    visit,
    profile,
    vanish: async () => {
      await context.close()
      server.closeAllConnections()
      server.close()
      window.destroy()
    },
  }
}

/** Takes the browser's profile off the disk. */
export function forgetProfile({ profile }: Pick<Seat, 'profile'>): void {
  rmSync(profile, { recursive: true, force: true })
}

async function launch(profile: string): Promise<BrowserContext> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium was found')
  const viewport = { width: 1440, height: 900 }
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...quiet, ...brief],
    viewport,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  return context
}

/** Chromium knows no `app:` of ours: a port of this machine stands for it, and answers with what the handler says. */
async function answerFor(desktop: Desktop, key: string): Promise<Server> {
  const server = createServer((request, response) => {
    answer(desktop, key, request, response).catch((fault: unknown) => {
      response.destroy(fault instanceof Error ? fault : new Error(String(fault)))
    })
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return server
}

async function answer(desktop: Desktop, key: string, asked: IncomingMessage, response: ServerResponse): Promise<void> {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const { method = 'GET', url = '/' } = asked
  const answered = await desktop.handle(
    new Request(`app://${key}${url}`, {
      method,
      headers: headersOf(asked),
      signal: gone.signal,
      body: method === 'POST' ? new Uint8Array(await buffer(asked)) : null,
    }),
  )
  response.writeHead(answered.status, Object.fromEntries(answered.headers))
  response.flushHeaders()
  if (!answered.body) return void response.end()
  // A page that goes away takes its answer with it.
  Readable.fromWeb(answered.body as ReadableStream<Uint8Array>)
    .on('error', () => response.destroy())
    .pipe(response)
}

/** Those that are the page's own and not of the connection to this machine. */
function headersOf({ headers }: IncomingMessage): Headers {
  const own = new Headers()
  for (const name of ['accept', 'content-type', 'last-event-id'] as const) {
    const value = headers[name]
    if (typeof value === 'string') own.set(name, value)
  }
  return own
}

/** Puts the preload script into every page of the window, and stands between it and the main process. */
async function bridge(page: Page, { contents: { renderer, preload } }: DoubleWindow): Promise<void> {
  await page.exposeFunction('desktopInvoke', (channel: string, given: unknown[]) => renderer.invoke(channel, ...given))
  await page.exposeFunction('desktopSend', (channel: string, given: unknown[]) => renderer.send(channel, ...given))
  const script = readFileSync(preload ?? '', 'utf8')
  await page.addInitScript(`(() => {
    const [invoke, send] = [window.desktopInvoke, window.desktopSend]
    const hearers = new Map()
    window.desktopHear = (channel, given) => hearers.get(channel)?.({}, ...given)
    const ipcRenderer = {
      invoke: (channel, ...given) => invoke(channel, given),
      send: (channel, ...given) => void send(channel, given),
      on: (channel, hear) => void hearers.set(channel, hear),
    }
    const contextBridge = { exposeInMainWorld: (name, api) => { window[name] = api } }
    const require = () => ({ contextBridge, ipcRenderer })
    ;(function (exports, module, require) { ${script}
    })({}, {}, require)
  })()`)
  let turn: Promise<unknown> = Promise.resolve()
  for (const channel of ['order', 'socket', 'launcher.changed', 'launcher.unknown']) {
    renderer.on(channel, (_event, ...given) => {
      // One after the other, as they were sent; a page that is gone hears nothing.
      turn = turn.then(() => page.evaluate(hear, [channel, given] as const)).catch(() => undefined)
    })
  }
}

function hear([channel, given]: readonly [string, unknown[]]): void {
  const { desktopHear } = window as unknown as { desktopHear?: (channel: string, given: unknown[]) => void }
  desktopHear?.(channel, given)
}
