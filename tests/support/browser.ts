/** A real Chromium, and pages of people signed in to a server. */

import { chromium, type Browser, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'
import type { RunningServer } from './server.ts'

/** What Chromium is told so that it does as the tests say and nothing else. */
export const quiet: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Code is compiled once and not again, optimized: pages of tests live too short for that to save what it costs. */
export const brief: readonly string[] = ['--js-flags=--no-maglev --no-opt']

/** Opens the browser that `tests/setup.ts` found. What measures time asks for one that optimizes, as people's do. */
export async function openBrowser({ optimizing = false } = {}): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('No Chromium was found: run the tests by `npm test`, which brings one')
  return chromium.launch({ executablePath, args: [...quiet, ...(optimizing ? [] : brief)] })
}

/** A page of its own browser profile, signed in as a member, and whatever went wrong in it. */
export interface Seat {
  readonly page: Page
  readonly faults: string[]
}

/** Signs a member in, in a profile of its own. */
export async function signIn(browser: Browser, server: RunningServer, member: string): Promise<Seat> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  context.setDefaultTimeout(10_000)
  context.setDefaultNavigationTimeout(30_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(String(fault)))
  await page.goto(await server.link(member))
  await page.waitForURL(`${server.url}/`)
  return { page, faults }
}
