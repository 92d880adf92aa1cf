/** A text of two thousand clauses opens with its first words, and is written in while another types. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { longDraft } from './support/large.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, typeAtEnd, untilSaved } from './support/text.ts'

let server: RunningServer
let browser: Browser
let text: string

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser({ optimizing: true })
  text = await createText(server, longDraft(200, 9, 'A long text'))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const wordsOf = (page: Page, clause: string): Promise<string | null> =>
  page.locator(`.clause[data-id="${clause}"]`).textContent()

/** Milliseconds that the page was held at most by one task while something was done. */
async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const held: number[] = []
    new PerformanceObserver((list) => held.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
    Object.assign(globalThis, { held })
  })
  await act()
  return page.evaluate(() => Math.max(0, ...(globalThis as unknown as { held: number[] }).held))
}

test('a long text can be written in at its head and at its end, with numbers everywhere', async () => {
  const [ana, ben] = await Promise.all(['expert-african', 'expert-grulac'].map((one) => signIn(browser, server, one)))
  if (!ana || !ben) throw new Error('Nobody was signed in')
  await Promise.all([openText(ana.page, server, text), openText(ben.page, server, text)])
  const held = await longestTask(ana.page, async () => {
    await Promise.all([
      typeAtEnd(ana.page, 'a0p0', ' written by Ana'),
      typeAtEnd(ben.page, 'a199p8', ' and by Ben at the end'),
    ])
    await untilSaved(ana.page)
  })
  await expect.poll(() => wordsOf(ben.page, 'a0p0')).toMatch(/written by Ana$/)
  await expect.poll(() => wordsOf(ana.page, 'a199p8')).toMatch(/and by Ben at the end$/)
  expect(await ana.page.locator('.clause[data-id="a199"]').getAttribute('data-label')).toBe('Article 200')
  // A key takes a few milliseconds; on a machine with much else to do, a bound that only a fault would cross.
  expect(held).toBeLessThan(1000)
  expect([...ana.faults, ...ben.faults]).toEqual([])
})

test('an article begun in the middle gives all behind it their new numbers', async () => {
  const { page } = await signIn(browser, server, 'expert-african')
  await openText(page, server, text)
  await page.goto(`${server.url}/texts/${text}#clause=a100`)
  const heading = page.locator('.clause[data-id="a100"]')
  await heading.click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const labelOf = (clause: string) => page.locator(`.clause[data-id="${clause}"]`).getAttribute('data-label')
  await expect.poll(() => labelOf('a199')).toBe('Article 201')
  expect(await labelOf('a99')).toBe('Article 100')
  expect(await labelOf('a100')).toBe('Article 102')
  expect(await page.locator('.travaux-text .clause:not([data-label])').count()).toBe(0)
})
