/** What is being written in the rail: the form takes the keys when it is asked for, and nothing written in it is lost. */

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, shownClauses, simpleDraft } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;({ page, faults } = await signIn(browser, server, 'secretariat'))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const [EACH, IT] = ['article-0-0', 'article-0-1']
const words = ['Object', 'Each State shall act.', 'It shall keep records.']

async function open(title: string): Promise<void> {
  await openText(page, server, await createText(server, simpleDraft(title, { Object: words.slice(1) })))
}

const rail = () => page.getByRole('complementary', { name: 'Comments' })
const form = () => rail().getByRole('textbox', { name: 'Write a comment' })
const reply = () => rail().getByRole('textbox', { name: 'Reply' })
const draft = (written: string) =>
  rail()
    .getByRole('article', { name: /^Your draft on/ })
    .filter({ hasText: written })
const begun = () => page.locator('.travaux-text .thread-active').textContent()

async function hasKeys(field: Locator): Promise<void> {
  await field.waitFor()
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
}

const textHasKeys = () => page.evaluate(() => document.activeElement?.closest('.travaux-text') !== null)

async function caretIn(clause: string): Promise<void> {
  await page.locator(`.clause[data-id="${clause}"]`).click()
  await page.keyboard.press('Home')
}

async function selectFirstWord(clause: string): Promise<void> {
  await caretIn(clause)
  await page.keyboard.press('Control+Shift+ArrowRight')
}

/** Begins a comment on the first word of a clause. */
async function begin(clause: string, said: string): Promise<void> {
  await selectFirstWord(clause)
  await page.keyboard.press('Control+Alt+m')
  await hasKeys(form())
  await page.keyboard.type(said)
}

test('a comment on other words opens a form of its own, and the one that was begun stays with its words', async () => {
  await open('Other words')
  await begin(EACH, 'First thoughts')
  await begin(IT, 'Why?')
  expect(await begun()).toBe('It')
  expect(await form().inputValue()).toBe('Why?')
  expect(await shownClauses(page)).toEqual(words)
  await draft('First thoughts').getByRole('button').click()
  await hasKeys(form())
  expect(await begun()).toBe('Each')
  expect(await form().inputValue()).toBe('First thoughts')
  await page.keyboard.press('Control+Enter')
  await page.locator('.travaux-text .thread[data-thread]').filter({ hasText: 'Each' }).waitFor()
  await draft('Why?').waitFor()
  expect(await draft('First thoughts').count()).toBe(0)
})

test('a comment on the same words goes on in its form', async () => {
  await open('Same words')
  await begin(EACH, 'Why')
  await begin(EACH, ' each?')
  expect(await form().inputValue()).toBe('Why each?')
  expect(await shownClauses(page)).toEqual(words)
})

test('a comment without a selection is on the clause of the caret, and takes the keys there again', async () => {
  await open('No selection')
  for (const [clause, said] of [
    [EACH, 'One'],
    [IT, 'Two'],
    [IT, ' and three'],
  ] as const) {
    await caretIn(clause)
    await page.keyboard.press('Control+Alt+m')
    await hasKeys(form())
    await page.keyboard.type(said)
  }
  expect(await form().inputValue()).toBe('Two and three')
  await draft('One').waitFor()
  expect(await shownClauses(page)).toEqual(words)
})

const away: Readonly<Record<string, () => Promise<unknown>>> = {
  'the checks': async () => {
    await page.keyboard.press('Control+Alt+v')
    await page.getByRole('complementary', { name: 'Checks' }).waitFor()
    await page.keyboard.press('Control+Alt+v')
  },
  'who wrote it': async () => {
    await page.keyboard.press('Control+Alt+b')
    await page.getByRole('complementary', { name: 'Who wrote it' }).waitFor()
    await page.keyboard.press('Control+Alt+b')
  },
  'the brackets': () => thereAndBack('Brackets'),
  'the comparison': () => thereAndBack('Compare'),
  'the list of texts': async () => {
    await page.getByRole('link', { name: 'Travaux' }).click()
    await page.goBack()
  },
  'the page loaded again': () => page.reload(),
}

async function thereAndBack(screen: string): Promise<void> {
  const ways = page.getByRole('navigation').filter({ has: page.getByRole('link', { name: screen }) })
  await ways.getByRole('link', { name: screen }).click()
  await ways.getByRole('link', { name: 'Write' }).click()
}

test.each(Object.keys(away))('a comment and a reply that were begun are there after %s', async (where) => {
  await open(`After ${where}`)
  await begin(EACH, 'A thread')
  await page.keyboard.press('Control+Enter')
  await reply().fill('A reply to it')
  await begin(IT, 'Why?')
  await away[where]?.()
  await form().or(draft('Why?')).first().waitFor()
  if ((await form().count()) === 0) await draft('Why?').getByRole('button').click()
  expect(await form().inputValue()).toBe('Why?')
  await rail()
    .getByRole('article', { name: /^Comment by/ })
    .filter({ hasText: 'Draft' })
    .getByRole('button', { name: /A thread/ })
    .click()
  expect(await reply().inputValue()).toBe('A reply to it')
  expect(await shownClauses(page)).toEqual(words)
})

test('Escape puts a begun comment away to be gone on with, and gives the keys back; only discarding it ends it', async () => {
  await open('Escape')
  await begin(EACH, 'Why?')
  await page.keyboard.press('Escape')
  await draft('Why?').waitFor()
  expect(await textHasKeys()).toBe(true)
  await draft('Why?').getByRole('button').click()
  await hasKeys(form())
  expect(await form().inputValue()).toBe('Why?')
  await rail().getByRole('button', { name: 'Discard' }).click()
  await form().waitFor({ state: 'detached' })
  expect(await draft('Why?').count()).toBe(0)
  await page.reload()
  await page.locator('.travaux-text .clause').first().waitFor()
  await rail().getByText('No open comments.').waitFor()
})

test('a new wording of a comment is kept while its thread is folded', async () => {
  await open('Wording')
  await begin(EACH, 'Why?')
  await page.keyboard.press('Control+Enter')
  await rail().getByRole('button', { name: 'Edit' }).click()
  const edited = rail().getByRole('textbox', { name: 'Edit your comment' })
  await hasKeys(edited)
  await page.keyboard.type(' And how?')
  await page.keyboard.press('Escape')
  await rail().getByRole('button', { name: /Why\?/ }).click()
  expect(await edited.inputValue()).toBe('Why? And how?')
  await edited.press('Control+Enter')
  await rail().getByText('Why? And how?').waitFor()
  await edited.waitFor({ state: 'detached' })
})

test.each([
  [1024, 1440],
  [1440, 1024],
])('a comment goes on being written in a window that goes from %i to %i pixels', async (from, to) => {
  await page.setViewportSize({ width: from, height: 800 })
  await open(`Resized to ${to}`)
  if (from < to) await page.getByRole('button', { name: 'Comments' }).click()
  await begin(EACH, 'Which ')
  await page.setViewportSize({ width: to, height: 800 })
  await hasKeys(form())
  await page.keyboard.type('States?')
  await page.keyboard.press('Control+Enter')
  await rail().getByText('Which States?').waitFor()
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('nothing went wrong in the page', () => {
  expect(faults).toEqual([])
})
