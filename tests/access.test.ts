/** Every screen is free of axe violations, in light and dark, wide and narrow, left to right and right to left. */

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { openText, typeAtEnd, untilSaved } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page
let delegate: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  page = (await signIn(browser, server, 'secretariat')).page
  delegate = (await signIn(browser, server, 'arcadia')).page
  await openText(page, server, 'zero-draft')
  await typeAtEnd(page, 'art12-p1', ' Words with an author.')
  await untilSaved(page)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const screens: Readonly<Record<string, (of: Page) => Promise<void>>> = {
  'list of texts': async (of) => {
    await of.goto(`${server.url}/`)
    await of
      .getByRole('link', { name: /zero draft/i })
      .first()
      .waitFor()
  },
  text: async (of) => {
    await openText(of, server, 'zero-draft')
    await of.getByText('Saved').first().waitFor()
  },
  comparison: async (of) => {
    await of.goto(`${server.url}/texts/zero-draft/compare`)
    await of.getByRole('region', { name: 'The comparison' }).locator('ins').first().waitFor()
  },
  history: async (of) => {
    await of.goto(`${server.url}/texts/zero-draft/history`)
    await of.getByRole('list', { name: 'Activity' }).getByRole('listitem').first().waitFor()
  },
  'text as it stood': async (of) => {
    await of.goto(`${server.url}/texts/zero-draft/history?at=0`)
    await of.getByRole('main').locator('.clause').first().waitFor()
  },
  'changes since then': async (of) => {
    await of.goto(`${server.url}/texts/zero-draft/history?at=0&since`)
    await of.getByText('From the text as it stood then').waitFor()
  },
  authors: async (of) => {
    await openText(of, server, 'zero-draft')
    await of.locator('.clause[data-id="art12-p1"]').click()
    await of.keyboard.press('Control+Alt+b')
    await of.locator('.author').first().waitFor()
  },
  checks: async (of) => {
    await openText(of, server, 'zero-draft')
    await of.locator('.clause[data-id="art12-p1"]').click()
    await of.keyboard.press('Control+Alt+v')
    await of
      .getByRole('complementary', { name: 'Checks' })
      .getByRole('button', { name: /^Make live/ })
      .first()
      .waitFor()
  },
  account: async (of) => {
    await openText(of, server, 'zero-draft')
    await of.getByRole('button', { name: /account$/ }).click()
    await still(of.getByRole('menu'))
  },
  palette: async (of) => {
    await openText(of, server, 'zero-draft')
    await of.keyboard.press('Control+Shift+P')
    const dialog = of.getByRole('dialog', { name: 'Do something by name' })
    await dialog.getByRole('textbox').fill('find')
    await still(dialog)
  },
  'going to a clause': async (of) => {
    await openText(of, server, 'zero-draft')
    await of.keyboard.press('Control+g')
    const dialog = of.getByRole('dialog', { name: 'Go to a clause by number or words' })
    await still(dialog)
  },
}

/** Waits until something stands there fully: what is fading in has no contrast yet. */
async function still(element: Locator): Promise<void> {
  await element.waitFor()
  await expect.poll(() => element.evaluate((one) => getComputedStyle(one).opacity)).toBe('1')
}

describe.each([1440, 1024])('%i pixels wide, light and dark', (width) => {
  test.each(Object.keys(screens))('%s', async (name) => {
    await page.setViewportSize({ width, height: 900 })
    await screens[name]?.(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
      expect(await violations(page), colorScheme).toEqual([])
    }
  })
})

test('a delegate finds the text readable and says so to a screen reader', async () => {
  await openText(delegate, server, 'zero-draft')
  expect(await violations(delegate)).toEqual([])
  const textbox = delegate.getByRole('textbox', { name: /zero draft/i })
  expect(await textbox.getAttribute('aria-readonly')).toBe('true')
})

test('a delegate with the caret in the text asks for the keys by ?, and is not told that they may not write', async () => {
  await openText(delegate, server, 'zero-draft')
  await delegate.locator('.clause[data-id="art12-p1"]').click()
  await delegate.keyboard.press('?')
  await delegate.getByRole('dialog', { name: 'Keys' }).waitFor()
  expect(await delegate.getByRole('alert').count()).toBe(0)
  await delegate.keyboard.press('Escape')
  await delegate.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' })
  const textbox = delegate.getByRole('textbox', { name: /zero draft/i })
  await expect.poll(() => textbox.evaluate((element) => element === document.activeElement)).toBe(true)
  await delegate.keyboard.press('x')
  await delegate.getByRole('alert').filter({ hasText: 'You may read and comment' }).waitFor()
})

test('a delegate is offered to find, and not to replace', async () => {
  await openText(delegate, server, 'zero-draft')
  await delegate.keyboard.press('Control+Shift+P')
  const lines = delegate.getByRole('dialog', { name: 'Do something by name' }).locator('[data-action]')
  await lines.getByText('Find', { exact: true }).waitFor()
  expect((await lines.allTextContents()).join('\n')).not.toMatch(/replace/i)
  await lines.getByText('Find', { exact: true }).click()
  await delegate.getByRole('search', { name: 'Find', exact: true }).waitFor()
})

test('landmarks and state have the names that assistive technology is promised', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await openText(page, server, 'zero-draft')
  for (const name of ['Outline', 'Comments']) await page.getByRole('complementary', { name }).waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved/ })
    .waitFor()
  await page.goto(`${server.url}/texts/zero-draft/compare`)
  await page.getByRole('complementary', { name: 'Compare' }).waitFor()
})

test('the interface reads from right to left in Arabic, without axe violations', async () => {
  const context = await browser.newContext({ locale: 'ar', viewport: { width: 1440, height: 900 } })
  const arabic = await context.newPage()
  await arabic.goto(await server.link('secretariat'))
  await arabic.waitForURL(`${server.url}/`)
  await openText(arabic, server, 'zero-draft')
  expect(await arabic.evaluate(() => document.documentElement.dir)).toBe('rtl')
  const [outline, text] = await Promise.all([
    arabic.getByRole('complementary').first().boundingBox(),
    arabic.locator('.travaux-text').boundingBox(),
  ])
  expect(outline?.x ?? 0).toBeGreaterThan(text?.x ?? 0)
  expect(await violations(arabic)).toEqual([])
  await arabic.goto(`${server.url}/texts/zero-draft/history`)
  await arabic.getByRole('slider').press('Home')
  await arabic.waitForURL(/at=/)
  const before = arabic.url()
  await arabic.getByRole('slider').press('ArrowLeft')
  await expect.poll(() => arabic.url() > before).toBe(true)
  expect(await violations(arabic)).toEqual([])
  await context.close()
})

test('a comment can be made and a change found with the keyboard alone', async () => {
  await openText(delegate, server, 'zero-draft')
  await delegate.keyboard.press('F6')
  const textbox = delegate.getByRole('textbox', { name: /zero draft/i })
  await textbox.focus()
  await delegate.keyboard.press('Control+Alt+m')
  const draft = delegate
    .getByRole('complementary', { name: 'Comments' })
    .getByRole('textbox', { name: 'Write a comment' })
  await draft.waitFor()
  expect(await draft.evaluate((element) => element === document.activeElement)).toBe(true)
  await delegate.keyboard.type('Made by keyboard.')
  await delegate.keyboard.press('Control+Enter')
  await delegate.getByText('Made by keyboard.').first().waitFor()
})
