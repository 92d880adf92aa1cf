/** What clauses are called in the panels around the text: as the margin says, in a real browser. */

import type { Draft } from '@travaux/core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText } from './support/text.ts'

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

const clause = (id: string, kind: string, parent: string, words: string): Draft['clauses'][number] => ({
  id,
  kind,
  parent,
  depth: parent === '' ? 0 : 1,
  words: [{ insert: words }],
})

const clauses = [
  clause('resolution', 'text', '', 'The Assembly decides [to convene] a conference.'),
  clause('preamble', 'preamble', '', 'Preamble'),
  clause('recalling', 'recital', 'preamble', 'Recalling the Charter,'),
  clause('noting', 'recital', 'preamble', 'Noting [with concern] the trade,'),
  clause('object', 'article', '', 'Object'),
  clause('states', 'text', 'object', 'Each State Party [shall] [should] act on this trade.'),
]
const draft: Draft = { title: 'Names', language: 'en', symbol: '', clauses }

/** The names of the places on the board of what is open. */
const onBoard = (): Promise<string[]> =>
  page.locator('main li a').evaluateAll((links) => links.map((link) => link.firstElementChild?.textContent ?? ''))

test('the board, the list of clauses and a comment say what the margin says, or the first words', async () => {
  const id = await createText(server, draft)
  await openText(page, server, id)
  await page.keyboard.press('Control+g')
  await page.getByRole('dialog').getByRole('textbox').fill('pp2')
  const found = page.getByRole('dialog').getByRole('button')
  await expect.poll(() => found.allTextContents()).toEqual(['PP2Noting [with concern] the trade,'])
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Alt+m')
  await page.getByRole('complementary').getByText('PP2', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.goto(`${server.url}/texts/${id}/brackets`)
  const states = 'Article 1, “Each State Party shall…”'
  await expect.poll(onBoard).toEqual(['“The Assembly decides to…”', 'PP2', states, states])
})
