/** A text without a word says how to begin, and is begun by typing. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, paste, shownClauses, simpleDraft, untilSaved, wordsOnServer } from './support/text.ts'

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

/** A page of a text without a word: a new one, or one whose last clause was deleted. */
async function openEmpty(page: Page, emptied = false): Promise<string> {
  const text = await createText(server, simpleDraft('Empty', emptied ? { Old: [] } : {}))
  await openText(page, server, text)
  await page.locator('.travaux-text .clause').first().click()
  if (!emptied) return text
  await page.keyboard.press('Alt+Enter')
  await page.getByRole('menuitem', { name: 'Delete the clause' }).click()
  await expect.poll(() => shownClauses(page)).toEqual([''])
  await page.locator('.travaux-text .clause').first().click()
  return text
}

test.each([
  ['new', false],
  ['emptied', true],
])('a draft, lines and a copy of clauses are pasted whole into a text that is %s', async (_how, emptied) => {
  const { page } = await signIn(browser, server, 'secretariat')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const draft = ['Object', '1. Each State Party shall:', '(a) prohibit the export.']
  const pieces: readonly [html: string, plain: string, words: readonly string[]][] = [
    ['', 'One line\nTwo lines', ['One line', 'Two lines']],
    ['', `Article 1\n${draft.join('\n')}`, ['Object', 'Each State Party shall:', 'prohibit the export.']],
    ['<h1>Article 1 – Object</h1><p>1. Each State.</p>', '', ['Object', 'Each State.']],
  ]
  for (const [html, plain, words] of pieces) {
    const text = await openEmpty(page, emptied)
    await paste(page, { html, plain })
    await expect.poll(() => shownClauses(page)).toEqual(words)
    await page.keyboard.press('Control+z')
    await expect.poll(() => shownClauses(page)).toEqual([''])
    await page.keyboard.press('Control+y')
    await page.keyboard.type('!')
    await expect.poll(() => shownClauses(page)).toEqual([...words.slice(0, -1), `${words.at(-1)}!`])
    await untilSaved(page)
    expect(await wordsOnServer(server, text)).toEqual([...words.slice(0, -1), `${words.at(-1)}!`])
  }
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await openEmpty(page, emptied)
  await page.keyboard.press('Control+v')
  await expect.poll(() => shownClauses(page)).toEqual(['Object', 'Each State.!'])
  await page.context().close()
})

test.each([
  ['Each', 'new', false],
  ['漢字', 'new', false],
  ['الغرض', 'emptied', true],
])('%s is composed as it is where a text is %s', async (word, _how, emptied) => {
  const { page } = await signIn(browser, server, 'secretariat')
  const text = await openEmpty(page, emptied)
  const keys = await page.context().newCDPSession(page)
  for (let end = 1; end <= word.length; end++) {
    await keys.send('Input.imeSetComposition', { text: word.slice(0, end), selectionStart: end, selectionEnd: end })
    await expect.poll(() => shownClauses(page)).toEqual([word.slice(0, end)])
  }
  await keys.send('Input.insertText', { text: `${word} ` })
  await page.keyboard.type('next')
  await expect.poll(() => shownClauses(page)).toEqual([`${word} next`])
  await untilSaved(page)
  expect(await wordsOnServer(server, text)).toEqual([`${word} next`])
  await page.context().close()
})

test.each([
  ['new', false],
  ['emptied', true],
])('a slash lists the kinds, and a footnote and an option are begun, in a text that is %s', async (_how, emptied) => {
  const { page } = await signIn(browser, server, 'secretariat')
  await openEmpty(page, emptied)
  const list = page.getByRole('listbox', { name: 'What this clause is to be' })
  await page.keyboard.type('/')
  await list.getByRole('option', { name: 'Article' }).waitFor()
  await page.keyboard.type('article')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Object')
  await list.waitFor({ state: 'detached' })
  expect(await shownClauses(page)).toEqual(['Object'])
  expect(await page.locator('.travaux-text .clause').first().getAttribute('data-kind')).toBe('article')

  await openEmpty(page, emptied)
  await page.keyboard.press('Control+Alt+n')
  await page.getByRole('textbox', { name: 'Words of the footnote' }).waitFor()
  await page.keyboard.type('See above.')
  await page.keyboard.press('Enter')
  await page.locator('.travaux-text .footnote').waitFor()
  await page.keyboard.type('Behind.')
  expect(await shownClauses(page)).toEqual(['1Behind.'])

  await openEmpty(page, emptied)
  await page.keyboard.press('Control+Alt+o')
  await page.keyboard.type('Or so.')
  expect(await shownClauses(page)).toEqual(['', 'Or so.'])
  await page.context().close()
})
