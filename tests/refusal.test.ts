/** Words that the server refuses for good are never lost: they are kept, shown, saved as a file, and taken over later. */

import { readFileSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { beRefused, createText, openText, setRole, shownClauses, simpleDraft, untilSaved } from './support/text.ts'

const MEMBER = 'expert-african'
const OBJECT = 'Each State party shall prohibit the export of such goods.'
const RECORDS = 'It shall keep records.'

let server: RunningServer
let browser: Browser
let page: Page
let text: string
let faults: readonly string[]

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  const seat = await signIn(browser, server, MEMBER)
  ;({ page, faults } = seat)
  text = await createText(server, simpleDraft('Refusal', { Object: [OBJECT, RECORDS] }))
  await openText(page, server, text)
  await untilSaved(page)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const panel = (): Locator => page.getByRole('complementary', { name: 'Words not taken' })
const notice = (): Locator => page.getByRole('button', { name: 'Words of yours that were not taken (1)' })

async function openPanel(): Promise<void> {
  await notice().click()
  await panel().getByRole('listitem').first().waitFor()
}

/** The words that a clause of the panel would insert. */
const inserted = (): Promise<string[]> =>
  panel()
    .locator('ins')
    .evaluateAll((all) => all.map((one) => one.childNodes[1]?.textContent ?? ''))

test('words written offline are refused in the open when the right to write is gone', async () => {
  const written = { 'article-0-0': ' Written offline.', 'article-0-1': ' For ten years.' }
  await beRefused(page, server, written, { text, member: MEMBER })
  expect(await page.getByRole('textbox', { name: 'Refusal' }).getAttribute('aria-readonly')).toBe('true')
  expect(await shownClauses(page)).toContain(`${OBJECT} Written offline.`)
  expect(await violations(page)).toEqual([])
})

test('the text opens again without them, and shows them beside it', async () => {
  await page.getByRole('button', { name: 'Open the text again' }).click()
  await notice().waitFor()
  await expect.poll(() => shownClauses(page)).toContain(OBJECT)
  await openPanel()
  expect(await inserted()).toEqual([' Written offline.', ' For ten years.'])
  expect(await panel().getByRole('button', { name: 'Take over' }).count()).toBe(0)
  expect(await violations(page)).toEqual([])
})

test('they are still there after the page is loaded again, and can be saved as a file', async () => {
  await openText(page, server, text)
  await openPanel()
  const download = page.waitForEvent('download')
  await panel().getByRole('button', { name: 'Save as file' }).click()
  await page.getByRole('menuitem', { name: 'Markdown' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^Refusal .*\.md$/)
  const saved = readFileSync(await file.path(), 'utf8')
  for (const words of [`${OBJECT} Written offline.`, `${RECORDS} For ten years.`]) expect(saved).toContain(words)
})

test('once the right is back they are taken over clause by clause, which undo takes back', async () => {
  await setRole(server, { text, member: MEMBER, role: 'drafter' })
  const take = panel().getByRole('button', { name: 'Take over' })
  await take.first().click()
  await expect.poll(() => shownClauses(page)).toContain(`${OBJECT} Written offline.`)
  await expect.poll(inserted).toEqual([' For ten years.'])
  await untilSaved(page)

  await page.locator('.clause[data-id="article-0-0"]').click()
  await page.keyboard.press('Control+z')
  await expect.poll(() => shownClauses(page)).toContain(OBJECT)
  await expect.poll(inserted).toEqual([' Written offline.', ' For ten years.'])
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(inserted).toEqual([' For ten years.'])
})

test('what is left survives another load, and is discarded only when asked twice', async () => {
  await untilSaved(page)
  await openText(page, server, text)
  await openPanel()
  expect(await inserted()).toEqual([' For ten years.'])
  await panel().getByRole('button', { name: 'Discard' }).click()
  await panel().getByRole('button', { name: 'Keep them' }).click()
  await panel().getByRole('button', { name: 'Take over' }).click()
  await panel().getByText('Nothing of this is missing from the text.').waitFor()
  await panel().getByRole('button', { name: 'Put away' }).click()
  await notice().waitFor({ state: 'detached' })
  await untilSaved(page)
  expect(await shownClauses(page)).toEqual(['Object', `${OBJECT} Written offline.`, `${RECORDS} For ten years.`])
  expect(faults).toEqual([])
})

test('the words of a refused comment stand in the form again', async () => {
  const commands = '**/commands'
  await page.route(commands, (route) =>
    route.fulfill({ status: 403, json: { error: 'noRight', says: 'Your role in this text does not allow this.' } }),
  )
  await page.locator('.clause[data-id="article-0-1"]').click()
  await page.keyboard.press('Control+Alt+m')
  const form = page.getByRole('complementary', { name: 'Comments' }).getByRole('textbox', { name: 'Write a comment' })
  await form.fill('For how long?')
  await form.press('Control+Enter')
  await page.getByText('The server did not take this comment').waitFor()
  await expect.poll(() => form.inputValue()).toBe('For how long?')
  await page.unroute(commands)
  await form.press('Control+Enter')
  await page
    .getByRole('article', { name: /^Comment by/ })
    .getByText('For how long?')
    .waitFor()
})
