/** Whole clauses moved with real keys: cut and pasted, and several at once. */

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
  page = (await signIn(browser, server, 'expert-african')).page
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(articles: Readonly<Record<string, readonly string[]>>): Promise<void> {
  await openText(page, server, await createText(server, simpleDraft('Moving', articles)))
}

const clause = (id: string) => page.locator(`.travaux-text .clause[data-id="${id}"]`)

async function caretAt(id: string, key: 'Home' | 'End'): Promise<void> {
  await clause(id).click()
  await page.keyboard.press(key)
}

const ids = (): Promise<string[]> =>
  page
    .locator('.travaux-text .clause')
    .evaluateAll((clauses) => clauses.map((one) => (one as HTMLElement).dataset['id'] ?? ''))

test('one clause that is cut and pasted at an edge moves, and in the middle of words it is words', async () => {
  await open({ Object: ['One.', 'Two.', 'Three.'] })
  await clause('article-0-0').click({ clickCount: 3 })
  await page.keyboard.press('Control+x')
  expect(await shownClauses(page)).toEqual(['Object', '', 'Two.', 'Three.'])
  await caretAt('article-0-2', 'End')
  await page.keyboard.press('Control+v')
  expect(await shownClauses(page)).toEqual(['Object', 'Two.', 'Three.', 'One.'])
  expect(await ids()).toEqual(['article-0', 'article-0-1', 'article-0-2', 'article-0-0'])
  await page.keyboard.type(' Here.')
  expect((await shownClauses(page)).at(-1)).toBe('One. Here.')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  expect(await shownClauses(page)).toEqual(['Object', 'One.', 'Two.', 'Three.'])

  await caretAt('article-0-1', 'Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Control+x')
  await page.keyboard.type('Instead.')
  await caretAt('article-0-2', 'End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+v')
  expect(await shownClauses(page)).toEqual(['Object', 'One.', 'Instead.', 'ThreeTwo..'])
})

const labels = (): Promise<string[]> =>
  page
    .locator('.travaux-text .clause')
    .evaluateAll((clauses) => clauses.map((one) => (one as HTMLElement).dataset['label'] ?? ''))

/** Selects from the start of one clause into the words of a later one. */
async function selectTo(from: string, lines: number): Promise<void> {
  await caretAt(from, 'Home')
  for (let line = 0; line < lines; line++) await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
}

const selected = (): Promise<string> => page.evaluate(() => String(getSelection()).replaceAll(/\s+/g, ' '))

test('Tab and the arrows take all selected clauses, keep them selected, and never leave the text', async () => {
  await open({ Object: ['One.', 'Two.', 'Three.', 'Four.'] })
  await selectTo('article-0-1', 1)
  await page.keyboard.press('Tab')
  expect(await labels()).toEqual(['Article 1', '1.', '(a)', '(b)', '2.'])
  expect(await selected()).toBe('Two. T')
  await page.keyboard.press('Shift+Tab')
  expect(await labels()).toEqual(['Article 1', '1.', '2.', '3.', '4.'])
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  expect(await shownClauses(page)).toEqual(['Object', 'Two.', 'Three.', 'One.', 'Four.'])
  expect(await selected()).toBe('Two. T')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+z')
  expect(await shownClauses(page)).toEqual(['Object', 'One.', 'Two.', 'Three.', 'Four.'])
  await caretAt('article-0-3', 'Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Tab')
  expect(await labels()).toEqual(['Article 1', '1.', '2.', '3.', '(a)'])
  await page.keyboard.press('F6')
  expect(await page.evaluate(() => document.activeElement?.matches('.travaux-text'))).toBe(false)
})

test('Enter again on the empty last paragraph of an article begins the next one', async () => {
  await open({ Object: ['One.'], Scope: ['Two.'] })
  await caretAt('article-0-0', 'End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Definitions')
  await page.keyboard.press('Enter')
  await page.keyboard.type('For these purposes.')
  expect(await labels()).toEqual(['Article 1', '1.', 'Article 2', '1.', 'Article 3', '1.'])
  expect(await shownClauses(page)).toEqual(['Object', 'One.', 'Definitions', 'For these purposes.', 'Scope', 'Two.'])
})

test('a paragraph moves over the edge of its article and back', async () => {
  await open({ Object: ['One.'], Scope: ['Two.', 'Three.'] })
  await caretAt('article-1-0', 'End')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  expect(await shownClauses(page)).toEqual(['Object', 'One.', 'Two.', 'Scope', 'Three.'])
  await page.keyboard.type(' Still here.')
  await page.keyboard.press('Alt+Shift+ArrowDown')
  expect(await shownClauses(page)).toEqual(['Object', 'One.', 'Scope', 'Two. Still here.', 'Three.'])
})

test('a whole text that is cut comes back as the clauses it was, and pasted again as copies', async () => {
  await open({ Object: ['One.', 'Two.'], Scope: ['Three.'] })
  const before = [await ids(), await shownClauses(page)]
  await caretAt('article-0-0', 'End')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+x')
  expect(await shownClauses(page)).toEqual([''])
  await page.keyboard.press('Control+v')
  expect([await ids(), await shownClauses(page)]).toEqual(before)
  await page.keyboard.type('!')
  expect((await shownClauses(page)).at(-1)).toBe('Three.!')
  await page.keyboard.press('Control+v')
  expect((await shownClauses(page)).slice(-5)).toEqual(['Object', 'One.', 'Two.', 'Scope', 'Three.'])
  expect(new Set(await ids()).size).toBe(10)
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z')
  expect([await ids(), await shownClauses(page)]).toEqual(before)
})

test('what is cut across a heading and pasted at once is what it was', async () => {
  await open({ Object: ['One.', 'Two words here.', 'Last.'], Scope: ['This applies to goods.'], Final: ['Entry.'] })
  const before = [await labels(), await shownClauses(page)]
  await caretAt('article-0-1', 'Home')
  for (let letter = 0; letter < 4; letter++) await page.keyboard.press('ArrowRight')
  for (let line = 0; line < 3; line++) await page.keyboard.press('Shift+ArrowDown')
  expect(await selected()).toMatch(/^words here\. .*Scope This?/)
  await page.keyboard.press('Control+x')
  expect(await shownClauses(page)).toHaveLength(5)
  await page.keyboard.press('Control+v')
  expect([await labels(), await shownClauses(page)]).toEqual(before)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  expect([await labels(), await shownClauses(page)]).toEqual(before)
})
