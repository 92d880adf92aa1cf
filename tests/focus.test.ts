/** One article alone, and the way back to the whole text, in a real browser. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, simpleDraft, typeAtEnd } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  page = (await signIn(browser, server, 'expert-african')).page
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const paragraphs = Array.from({ length: 30 }, (_, nth) => `Paragraph ${nth} of an article with some words in it.`)
const articles = Object.fromEntries(Array.from({ length: 20 }, (_, nth) => [`Heading ${nth}`, paragraphs]))
const CARET = 'article-12-20'

async function open(title: string): Promise<void> {
  await openText(page, server, await createText(server, simpleDraft(title, articles)))
}

const notice = () => page.getByRole('region', { name: 'One article alone' })

/** Shows the article of the caret alone. */
async function focus(): Promise<void> {
  await page.keyboard.press('Control+Shift+f')
  await notice().waitFor()
}

/** Where a clause stands on the screen, once nothing moves any more. */
async function topOf(clause: string): Promise<number> {
  return page.locator(`.clause[data-id="${clause}"]`).evaluate(async (element) => {
    let [top, still] = [NaN, 0]
    while (still < 5) {
      const now = element.getBoundingClientRect().top
      still = now === top ? still + 1 : 0
      top = now
      await new Promise(requestAnimationFrame)
    }
    return top
  })
}

test('the line of the caret stays where it is on the screen when one leaves the article', async () => {
  await open('Caret')
  await typeAtEnd(page, CARET, '')
  const before = await topOf(CARET)
  await focus()
  expect(Math.abs((await topOf(CARET)) - before)).toBeLessThan(2)
  await page.keyboard.press('Escape')
  await notice().waitFor({ state: 'detached' })
  expect(Math.abs((await topOf(CARET)) - before)).toBeLessThan(2)
})

test('what one reads of the article stays where it is when the caret is out of sight', async () => {
  await open('Reading')
  await typeAtEnd(page, CARET, '')
  await focus()
  await page.locator('[data-scroller]').evaluate((scroller) => scroller.scrollTo(0, 0))
  const read = 'article-12-1'
  const before = await topOf(read)
  await page.keyboard.press('Escape')
  await notice().waitFor({ state: 'detached' })
  expect(Math.abs((await topOf(read)) - before)).toBeLessThan(2)
})

test('going to another article leaves the one that is shown, and goes there', async () => {
  await open('Elsewhere')
  await typeAtEnd(page, CARET, '')
  await focus()
  await page.getByRole('treeitem', { name: /Heading 3$/ }).click()
  await notice().waitFor({ state: 'detached' })
  const top = await topOf('article-3')
  expect(top).toBeGreaterThan(0)
  expect(top).toBeLessThan(450)
})
