/** A text without a word says how to begin, and is begun by typing. */

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, shownClauses, simpleDraft, untilSaved } from './support/text.ts'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('who may write is told how to begin, and begins without a press', async () => {
  const { page } = await signIn(browser, server, 'secretariat')
  await createText(server, simpleDraft('Nothing yet', {}))
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Nothing yet' }).press('Enter')
  const says = page.getByText('Nothing is written yet: type to begin.', { exact: false })
  await says.waitFor()
  expect(await violations(page)).toEqual([])
  await expect.poll(() => page.evaluate(() => document.activeElement?.role)).toBe('textbox')
  await page.keyboard.type('Each State')
  await says.waitFor({ state: 'detached' })
  expect(await shownClauses(page)).toEqual(['Each State'])
  await untilSaved(page)
  await page.context().close()
})

test('a reader is told that nothing is written, and nothing else stands there', async () => {
  const text = await createText(server, simpleDraft('Nothing to read', {}))
  const { page } = await signIn(browser, server, 'arcadia')
  await openText(page, server, text)
  await page.getByText('Nothing is written here yet.', { exact: false }).waitFor()
  const placeholder = await page
    .locator('.travaux-text .clause')
    .first()
    .evaluate((clause) => getComputedStyle(clause, '::after').content)
  expect(placeholder).toBe('none')
  expect(await violations(page)).toEqual([])
  await page.context().close()
})
