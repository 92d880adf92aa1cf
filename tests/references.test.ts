/** References that follow their clauses, footnotes, defined terms, and the panel of checks, in a real browser. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, simpleDraft, typeAtEnd, untilSaved } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;({ page, faults } = await signIn(browser, server, 'expert-african'))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const articles = {
  Object: ['Each State party shall act', 'It shall keep records.'],
  Licences: ['No licence shall be given', 'Licences are public.'],
  Reports: ['Reports are made each year.'],
}

async function open(title: string, clauses: Readonly<Record<string, readonly string[]>> = articles): Promise<void> {
  await openText(page, server, await createText(server, simpleDraft(title, clauses)))
}

/** Waits until a clause reads so. */
async function reads(clause: string, words: string): Promise<void> {
  await expect.poll(() => page.locator(`.clause[data-id="${clause}"]`).textContent()).toBe(words)
}

test('a reference is picked by its number, follows its clause, and says when that is deleted', async () => {
  await open('References')
  await typeAtEnd(page, 'article-0-0', ' in line with @2(2')
  await page.getByRole('option', { name: 'Article 2(2) Licences are public.' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.keyboard.type(' and @records')
  await page.getByRole('option', { name: /Article 1\(2\)/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('.')
  await reads('article-0-0', 'Each State party shall act in line with article 2(2) and paragraph 2.')
  await page.locator('.clause[data-id="article-1-1"]').click()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await reads('article-0-0', 'Each State party shall act in line with article 2(1) and paragraph 2.')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Shift+ArrowDown')
  await untilSaved(page)
  expect(faults).toEqual([])
})

test('Escape leaves what was typed, and an address is no reference', async () => {
  await open('Escape')
  await typeAtEnd(page, 'article-0-0', ' @9')
  await page.getByText('No clause has this number or these words').first().waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.type(' me@example.org')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
  await reads('article-0-0', 'Each State party shall act @9 me@example.org')
})
