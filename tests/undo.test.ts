/** What undo takes back, and where it puts the caret, with real keys in a real browser. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, shownClauses, simpleDraft, typeAtEnd } from './support/text.ts'

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

async function open(articles: Readonly<Record<string, readonly string[]>>): Promise<void> {
  await openText(page, server, await createText(server, simpleDraft('Undo', articles)))
}

/** Longer than the time within which what is typed is one step of undo. */
const pause = (): Promise<void> => page.waitForTimeout(700)

const shows = (...clauses: readonly string[]): Promise<void> => expect.poll(() => shownClauses(page)).toEqual(clauses)

test('undo after Enter takes the empty clause back and leaves the words typed before', async () => {
  await open({ Object: ['One.', 'Two.'] })
  await typeAtEnd(page, 'article-0-0', ' KEEP ME')
  await pause()
  await page.keyboard.press('Enter')
  await shows('Object', 'One. KEEP ME', '', 'Two.')
  await pause()
  await page.keyboard.press('Control+z')
  await shows('Object', 'One. KEEP ME', 'Two.')
  await page.keyboard.press('Control+y')
  await shows('Object', 'One. KEEP ME', '', 'Two.')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await shows('Object', 'One.', 'Two.')
})

test('undo of Enter in an untouched text puts the caret back where it was', async () => {
  await open({ Object: ['One is first.', 'Two is second.'] })
  await typeAtEnd(page, 'article-0-0', '')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+z')
  await shows('Object', 'One is first.', 'Two is second.')
  await page.keyboard.press('Home')
  for (let letter = 0; letter < 3; letter++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await shows('Object', 'One', ' is first.', 'Two is second.')
  await page.keyboard.press('Control+z')
  await page.keyboard.type('TYPED')
  await shows('Object', 'OneTYPED is first.', 'Two is second.')
})

test('undo and redo go to the change, and scroll there', async () => {
  const many = Array.from({ length: 60 }, (_, nth) => `Paragraph ${nth} of an article that is long.`)
  await open({ First: ['Start.'], Second: many, Third: ['End.'] })
  const first = page.locator('.clause[data-id="article-0-0"]')
  await typeAtEnd(page, 'article-0-0', ' TYPED')
  await pause()
  for (const [key, words] of [
    ['Control+z', 'Start.'],
    ['Control+y', 'Start. TYPED'],
  ] as const) {
    await typeAtEnd(page, 'article-2-0', '')
    expect(await inSight('article-0-0')).toBe(false)
    await page.keyboard.press(key)
    await expect.poll(() => inSight('article-0-0')).toBe(true)
    await expect.poll(() => first.textContent()).toBe(words)
  }
  await page.keyboard.type(' HERE')
  await expect.poll(() => first.textContent()).toBe('Start. TYPED HERE')
})

const inSight = (clause: string): Promise<boolean> =>
  page.locator(`.clause[data-id="${clause}"]`).evaluate((element) => {
    const { left, top, height } = element.getBoundingClientRect()
    const [x, y] = [left + 40, top + height / 2]
    return element.contains(document.elementFromPoint(x, y))
  })

test('what is replaced is a step of its own, though words were typed in the same instant, before and after', async () => {
  await page.clock.setFixedTime(Date.now())
  await open({ Object: ['One shall.', 'Two.'] })
  await typeAtEnd(page, 'article-0-1', ' Before.')
  await page.keyboard.press('Control+h')
  const bar = page.getByRole('search', { name: 'Find and replace' })
  await bar.getByRole('textbox', { name: 'Find in the text' }).fill('shall')
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('should')
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await bar.getByText('1 replaced').waitFor()
  await page.keyboard.press('Escape')
  await typeAtEnd(page, 'article-0-1', ' After.')
  await shows('Object', 'One should.', 'Two. Before. After.')
  await page.keyboard.press('Control+z')
  await shows('Object', 'One should.', 'Two. Before.')
  await page.keyboard.press('Control+z')
  await shows('Object', 'One shall.', 'Two. Before.')
  await page.keyboard.press('Control+z')
  await shows('Object', 'One shall.', 'Two.')
})

test('commented words that come back show their comment', async () => {
  await open({ Object: ['Each State shall act.'] })
  await page.locator('.clause[data-id="article-0-0"]').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+Alt+m')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.travaux-text') ?? null)).toBe(null)
  await page.keyboard.type('Why each?')
  await page.keyboard.press('Control+Enter')
  const marked = page.locator('.travaux-text .thread[data-thread]')
  await expect.poll(() => marked.allTextContents()).toEqual(['Each'])
  await page.locator('.clause[data-id="article-0-0"]').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await pause()
  await page.keyboard.press('Delete')
  await expect.poll(() => marked.count()).toBe(0)
  await page.keyboard.press('Control+z')
  await shows('Object', 'Each State shall act.')
  await expect.poll(() => marked.allTextContents()).toEqual(['Each'])
})
