/** A number that is free: its line stands in its place and is in nobody's way, in a real browser with real keys. */

import { referenceTo } from '@travaux/core'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import {
  createText,
  openText,
  shownClauses,
  simpleDraft,
  typeAtEnd,
  untilSaved,
  wordsOnServer,
} from './support/text.ts'

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

const articles = { Object: ['One.', 'Two.', 'Three.', 'Four.'], Scope: ['Five.'], Terms: ['Six.'] }

async function open(title: string, language = 'en'): Promise<string> {
  const text = await createText(server, { ...simpleDraft(title, articles), language })
  await openText(page, server, text)
  return text
}

const clause = (id: string): Locator => page.locator(`.clause[data-id="${id}"]`)

/** The page as it reads: numbers and words, and the lines of free numbers. */
const reading = (on: Page = page): Promise<string[]> =>
  on.locator('.travaux-text :is(.clause, .freed)').evaluateAll((lines) =>
    lines.map((line) => {
      const { label = '', says = '' } = (line as HTMLElement).dataset
      return `${label} ${line.className.includes('freed') ? says : (line.textContent ?? '')}`
    }),
  )

const reads = (...lines: readonly string[]): Promise<void> => expect.poll(() => reading()).toEqual(lines)

async function byName(words: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('textbox', { name: 'Do something by name' }).fill(words)
  await page.getByRole('dialog').locator('[data-action][data-selected]').filter({ hasText: words }).waitFor()
  await page.keyboard.press('Enter')
}

async function freeze(): Promise<void> {
  await byName('Freeze the numbers')
  await page.getByText('Numbers as issued').waitFor()
}

/** Deletes a clause, with what is beneath it where there is any. */
async function remove(id: string): Promise<void> {
  await clause(id).click()
  await page.keyboard.press('Alt+Enter')
  await page
    .getByRole('menuitem', { name: /^Delete (?:the clause|it and)/ })
    .last()
    .click()
  await clause(id).waitFor({ state: 'detached' })
}

test('a deleted paragraph leaves a line where it stood, until undo, the drawer or renumbering takes it away', async () => {
  await open('Paragraph')
  await freeze()
  await remove('article-0-1')
  const free = ['Article 1 Object', '1. One.', '2. [deleted]', '3. Three.', '4. Four.']
  const rest = ['Article 2 Scope', '1. Five.', 'Article 3 Terms', '1. Six.']
  await reads(...free, ...rest)
  const line = page.getByRole('note', { name: '2. [deleted]' })
  expect(await line.isVisible()).toBe(true)
  expect(await line.getAttribute('contenteditable')).toBe('false')
  expect(await violations(page)).toEqual([])

  await page.keyboard.press('Control+z')
  await reads('Article 1 Object', '1. One.', '2. Two.', '3. Three.', '4. Four.', ...rest)
  await page.keyboard.press('Control+y')
  await reads(...free, ...rest)

  await byName('Deleted clauses')
  await page
    .getByRole('complementary', { name: 'Deleted clauses' })
    .getByRole('button', { name: /^Restore: Two/ })
    .click()
  await reads('Article 1 Object', '1. One.', '2. Two.', '3. Three.', '4. Four.', ...rest)

  await remove('article-0-1')
  await reads(...free, ...rest)
  await byName('Renumber the whole text')
  await reads('Article 1 Object', '1. One.', '2. Three.', '3. Four.', ...rest)
})

test('what was done by name is taken back by Ctrl+Z though the keys were in the text at no time', async () => {
  const text = await open('By name')
  await freeze()
  await remove('article-0-1')
  await untilSaved(page)
  await openText(page, server, text)
  const free = ['Article 1 Object', '1. One.', '2. [deleted]', '3. Three.', '4. Four.']
  const rest = ['Article 2 Scope', '1. Five.', 'Article 3 Terms', '1. Six.']
  await reads(...free, ...rest)
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('textbox', { name: 'Do something by name' }).fill('Turn the clause into')
  await page.getByRole('dialog').getByText('No command has this name').waitFor()
  await page.keyboard.press('Escape')
  await byName('Renumber the whole text')
  await reads('Article 1 Object', '1. One.', '2. Three.', '3. Four.', ...rest)
  await page.keyboard.press('Control+z')
  await reads(...free, ...rest)
})

test('a deleted article has one line, and a moved paragraph says where it is', async () => {
  await open('Article')
  await freeze()
  await remove('article-1')
  await clause('article-0-3').click()
  await page.keyboard.press('Tab')
  await reads(
    'Article 1 Object', '1. One.', '2. Two.', '3. Three.', '(a) Four.', '4. [moved to Article 1(3)(a)]',
    'Article 2 [deleted]', 'Article 3 Terms', '1. Six.',
  ) // oxfmt-ignore
})

test('a clause that is cut keeps its number and what refers to it, until it is pasted or others are written there', async () => {
  const draft = simpleDraft('Cut', { ...articles, Terms: ['See '] })
  const clauses = draft.clauses.map((one) =>
    one.id === 'article-2-0' ? { ...one, words: [...one.words, { insert: referenceTo('article-0-1') }] } : one,
  )
  await openText(page, server, await createText(server, { ...draft, clauses }))
  await freeze()
  await clause('article-0-1').click({ clickCount: 3 })
  await page.keyboard.press('Control+x')
  const rest = ['3. Three.', '4. Four.', 'Article 2 Scope', '1. Five.']
  await reads('Article 1 Object', '1. One.', '2. ', ...rest, 'Article 3 Terms', '1. See article 1(2)')
  await page.locator('.reference').hover()
  await page.getByRole('dialog', { name: 'Referred to: Article 1(2)' }).getByText('Two.').waitFor()
  await page.keyboard.type('New')
  const broken = '1. See [reference to a deleted clause]'
  await reads('Article 1 Object', '1. One.', '1 bis. New', '2. [deleted]', ...rest, 'Article 3 Terms', broken)
  for (let key = 0; key < 3; key++) await page.keyboard.press('Backspace')
  await reads('Article 1 Object', '1. One.', '2. ', ...rest, 'Article 3 Terms', '1. See article 1(2)')
  await clause('article-1-0').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Control+v')
  await reads(
    'Article 1 Object', '1. One.', '2. [moved to Article 2(1 bis)]', ...rest, '1 bis. Two.',
    'Article 3 Terms', '1. See article 2(1 bis)',
  ) // oxfmt-ignore
})

test('the caret goes past the line, and neither words nor the clipboard have it', async () => {
  const text = await open('Caret')
  await freeze()
  await remove('article-0-1')
  const line = page.getByRole('note', { name: '2. [deleted]' })
  await line.waitFor()
  for (const [there, back] of [
    ['ArrowRight', 'ArrowLeft'],
    ['ArrowDown', 'ArrowUp'],
  ] as const) {
    await typeAtEnd(page, 'article-0-0', 'a')
    await page.keyboard.press(there)
    if (there === 'ArrowDown') await page.keyboard.press('Home')
    await page.keyboard.type('b')
    if (there === 'ArrowDown') await page.keyboard.press('End')
    else await page.keyboard.press('ArrowLeft')
    await page.keyboard.press(back)
    if (there === 'ArrowDown') await page.keyboard.press('End')
    await page.keyboard.type('c')
  }
  await expect.poll(async () => (await shownClauses(page)).slice(1, 3)).toEqual(['One.acac', 'bbThree.'])

  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  expect(await copied()).not.toMatch(/deleted/)
  await page.keyboard.press('Control+a')
  const all = await copied()
  expect(all).toContain('3. bbThree.')
  expect(all).not.toMatch(/deleted/)

  await typeAtEnd(page, 'article-0-0', '')
  await page.keyboard.press('Delete')
  await expect.poll(async () => (await shownClauses(page))[1]).toBe('One.acacbbThree.')
  await page.keyboard.press('Control+z')
  await line.click({ force: true })
  await page.keyboard.type('d')
  await untilSaved(page)
  expect((await wordsOnServer(server, text)).join(' ')).not.toMatch(/deleted/)
  expect((await wordsOnServer(server, text)).join('')).toHaveLength(
    'ObjectOne.acacbbThree.Four.ScopeFive.TermsSix.d'.length,
  )
  expect(faults).toEqual([])
})

/** What Ctrl+C puts on the clipboard, plain and rich. */
async function copied(): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.keyboard.press('Control+c')
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const parts = await Promise.all((item?.types ?? []).map(async (type) => (await item?.getType(type))?.text()))
    return parts.join('\n')
  })
}

test('in Arabic the line stands at the right, in the words of the text', async () => {
  await open('Arabic', 'ar')
  await freeze()
  await remove('article-0-1')
  const line = page.getByRole('note', { name: '2. [محذوف]' })
  const [box, beside] = [await line.boundingBox(), await clause('article-0-0').boundingBox()]
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeCloseTo((beside?.x ?? 0) + (beside?.width ?? 0), 0)
  expect(await line.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
})

test('a version and the screen of a room show the line as well', async () => {
  const text = await open('Version')
  await freeze()
  await remove('article-0-1')
  await page.getByRole('note', { name: '2. [deleted]' }).waitFor()
  await untilSaved(page)
  await page.goto(`${server.url}/texts/${text}/present`)
  await page.getByRole('note', { name: '2. [deleted]' }).waitFor()
  await page.goto(`${server.url}/texts/${text}/history`)
  await page.getByRole('button', { name: 'Issue a version' }).click()
  const form = page.getByRole('form', { name: 'Issue a version' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Second draft')
  await form.getByRole('button', { name: 'Issue' }).click()
  await form.waitFor({ state: 'hidden' })
  const { versions } = (await page.evaluate(async (url) => (await fetch(url)).json(), `/api/texts/${text}`)) as {
    versions: { id: string }[]
  }
  await page.goto(`${server.url}/texts/${text}/versions/${versions[0]?.id}`)
  await page.getByRole('note', { name: '2. [deleted]' }).waitFor()
  await openText(page, server, text)
  await page.getByRole('note', { name: '2. [deleted]' }).waitFor()
})
