/** The caret stays where it was while the keys are elsewhere. */

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

/** Where the browser has its caret as soon as something else gives the focus back, and what the next key does. */
test('focus that comes back finds the caret where it was, before any other task runs', async () => {
  await openText(page, server, await createText(server, simpleDraft('Focus', { Object: ['one', 'two', 'three'] })))
  await page.locator('.clause[data-id="article-0-1"]').click()
  await page.keyboard.press('End')
  const found = await page.evaluate(() => {
    const text = document.querySelector<HTMLElement>('.travaux-text')
    const field = document.createElement('input')
    document.body.append(field)
    field.focus()
    text?.focus()
    field.remove()
    const { anchorNode, anchorOffset } = getSelection() ?? {}
    return { clause: anchorNode?.parentElement?.closest<HTMLElement>('.clause')?.dataset['id'], anchorOffset }
  })
  expect(found).toEqual({ clause: 'article-0-1', anchorOffset: 3 })
  await page.keyboard.type('!')
  expect(await shownClauses(page)).toContain('two!')
})

test('a press from elsewhere puts the caret where it is pressed, though words are selected', async () => {
  await openText(page, server, await createText(server, simpleDraft('Pressed', { Object: ['one', 'two', 'three'] })))
  await page.locator('.clause[data-id="article-0-0"]').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.getByRole('textbox', { name: 'Find a clause' }).focus()
  await page.locator('.clause[data-id="article-0-2"]').click()
  await page.keyboard.press('End')
  await page.keyboard.type('!')
  expect(await shownClauses(page)).toEqual(['Object', 'one', 'two', 'three!'])
})
