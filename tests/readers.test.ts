/** Whoever only reads a text stays in it, and reads it, though two others change the same words at the same moment. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, shownClauses, simpleDraft, typeAtEnd, untilSaved } from './support/text.ts'

let server: RunningServer
let browser: Browser
let writers: readonly Page[]
let reader: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  const members = ['expert-african', 'expert-grulac', 'arcadia']
  const pages = (await Promise.all(members.map((member) => signIn(browser, server, member)))).map(({ page }) => page)
  writers = pages.slice(0, 2)
  ;[reader = reader] = pages.slice(2)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Opens a text for all and has the writers do something in the words of its paragraph, while none hears of another. */
async function atOnce(title: string, words: string, acts: readonly ((page: Page) => Promise<void>)[]): Promise<void> {
  const text = await createText(server, simpleDraft(title, { Object: [words] }))
  await Promise.all([...writers, reader].map((page) => openText(page, server, text)))
  for (const page of writers) {
    await typeAtEnd(page, 'article-0-0', '')
    await untilSaved(page)
  }
  expect(await reader.getByRole('textbox', { name: title }).getAttribute('aria-readonly')).toBe('true')
  await server.kill()
  for (const [nth, page] of writers.entries()) await acts[nth]?.(page)
  await server.restart()
  await Promise.all(writers.map(untilSaved))
}

/** All show these clauses, and go on to hear of each other. */
async function expectAll(clauses: readonly string[]): Promise<void> {
  const more = [...clauses.slice(0, -1), `${clauses.at(-1)} Now.`]
  for (const page of [...writers, reader]) {
    await expect.poll(() => shownClauses(page)).toEqual(clauses)
  }
  const [writer] = writers
  await writer?.keyboard.press('Control+End')
  await writer?.keyboard.type(' Now.')
  for (const page of [...writers, reader]) await expect.poll(() => shownClauses(page)).toEqual(more)
  expect(await reader.getByRole('alert').allInnerTexts()).toEqual([])
}

/** Presses a key with the caret behind these words, at the start of the paragraph. */
const pressBehind =
  (words: string, key: string) =>
  async ({ keyboard }: Page): Promise<void> => {
    await keyboard.press('Home')
    for (let nth = 0; nth < words.length; nth++) await keyboard.press('ArrowRight')
    await keyboard.press(key)
  }

test('where two part a clause at once', async () => {
  await atOnce('Parted', 'Each State shall act.', [pressBehind('Each', 'Enter'), pressBehind('Each State', 'Enter')])
  await expectAll(['Object', 'Each', ' State', ' shall act.'])
})

test('where two keep different wordings at once', async () => {
  const words = 'Each State [shall] [should] act.'
  await atOnce('Chosen', words, [
    pressBehind('Each State [sh', 'Control+Alt+k'),
    pressBehind('Each State [shall] [sh', 'Control+Alt+k'),
  ])
  await expectAll(['Object', words])
})

/** Sets so many letters from the start of the paragraph in bold. */
const strengthen =
  (count: number) =>
  async ({ keyboard }: Page): Promise<void> => {
    await keyboard.press('Home')
    for (let nth = 0; nth < count; nth++) await keyboard.press('Shift+ArrowRight')
    await keyboard.press('Control+b')
    await keyboard.press('ArrowRight')
  }

test('where two set the same words in bold at once', async () => {
  await atOnce('Strong', 'Each State shall act.', [strengthen('Each State'.length), strengthen('Each'.length)])
  await expectAll(['Object', 'Each State shall act.'])
})
