/** Clauses selected as Word users select paragraphs: from the start of one to the start of another. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, shownClauses, simpleDraft } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;({ page } = await signIn(browser, server, 'secretariat'))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Selects the first two paragraphs, so that the selection ends before the first word of the third. */
async function selectTwo(title: string): Promise<void> {
  const draft = simpleDraft(title, { Object: ['First.', 'Second.', 'Third.'], Scope: ['Fourth.'] })
  await openText(page, server, await createText(server, draft))
  await page.locator('.clause[data-id="article-0-0"]').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
}

const ids = (): Promise<(string | null)[]> =>
  page
    .locator('.travaux-text .clause')
    .evaluateAll((clauses) => clauses.map((clause) => clause.getAttribute('data-id')))

test.each(['Delete', 'Backspace'])(
  '%s takes the selected clauses, and the next one stays the clause it is',
  async (key) => {
    await selectTwo(key)
    await page.keyboard.press(key)
    expect(await shownClauses(page)).toEqual(['Object', 'Third.', 'Scope', 'Fourth.'])
    expect(await ids()).toEqual(['article-0', 'article-0-2', 'article-1', 'article-1-0'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => shownClauses(page)).toEqual(['Object', 'First.', 'Second.', 'Third.', 'Scope', 'Fourth.'])
  },
)

test('typing over them leaves the next one alone', async () => {
  await selectTwo('Typed')
  await page.keyboard.type('New.')
  expect(await shownClauses(page)).toEqual(['Object', 'New.', 'Third.', 'Scope', 'Fourth.'])
  expect(await ids()).toEqual(['article-0', 'article-0-0', 'article-0-2', 'article-1', 'article-1-0'])
})

test('cut and pasted they move, to a heading as beneath it', async () => {
  await selectTwo('Moved')
  await page.keyboard.press('Control+x')
  await page.locator('.clause[data-id="article-1"]').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Control+v')
  await expect.poll(() => shownClauses(page)).toEqual(['Object', 'Third.', 'Scope', 'First.', 'Second.', 'Fourth.'])
  expect(await ids()).toEqual(['article-0', 'article-0-2', 'article-1', 'article-0-0', 'article-0-1', 'article-1-0'])
})

test('where a clause was cut the page says so, and to others by whom, until it is pasted', async () => {
  const draft = simpleDraft('Stand', { Object: ['First.', 'Second.'], Scope: ['Third.'] })
  const text = await createText(server, draft)
  await openText(page, server, text)
  await page.locator('.clause[data-id="article-0-0"]').click({ clickCount: 3 })
  await page.keyboard.press('Control+x')
  const stand = page.locator('.clause[data-placeholder="Cut: to be pasted elsewhere"]')
  await stand.waitFor()
  const { page: other } = await signIn(browser, server, 'chair')
  await openText(other, server, text)
  const told = other.locator('.clause[data-placeholder^="Cut by "][data-placeholder$=": to be pasted elsewhere"]')
  await told.waitFor()
  await page.locator('.clause[data-id="article-1-0"]').click()
  await page.keyboard.press('End')
  expect(await stand.getAttribute('data-label')).toBe('1.')
  await page.keyboard.press('Control+v')
  await stand.waitFor({ state: 'detached' })
  await told.waitFor({ state: 'detached' })
  expect(await shownClauses(page)).toEqual(['Object', 'Second.', 'Scope', 'Third.', 'First.'])
  await other.context().close()
})
