/** What is read on a small screen, or at 200 %, is not cut off. */

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { openText, untilSaved } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;({ page } = await signIn(browser, server, 'secretariat'))
  await page.setViewportSize({ width: 720, height: 450 })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** How much of the words of an element is cut off at its end, in pixels. */
const cutOff = (element: Locator): Promise<number> =>
  element.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)

test.each(['', '?at=0', '?at=0&since'])('the moment that history%s shows is read whole', async (query) => {
  await page.goto(`${server.url}/texts/zero-draft/history${query}`)
  const moment = page
    .getByRole('main')
    .locator('p', { has: page.locator('strong') })
    .first()
  await moment.filter({ hasText: /\d{4}, \d+:\d+/ }).waitFor()
  expect(await cutOff(moment)).toBe(0)
})

test('the head of a text leaves room for the beginning of its title', async () => {
  await openText(page, server, 'zero-draft')
  await untilSaved(page)
  const title = page.getByRole('heading', { level: 1 }).locator('span').first()
  expect(await title.evaluate((element) => element.clientWidth)).toBeGreaterThan(100)
})
