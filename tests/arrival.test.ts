/** Where the keys are when another screen has come, in a real browser. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { command, createText, openText, simpleDraft, untilSaved } from './support/text.ts'

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

/** What has the keys: its role, or the name of its element, and what it is called. */
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: on } = document
    return `${on?.role ?? on?.localName} ${on?.ariaLabel ?? ''}`.trim()
  })

async function byPalette(action: string): Promise<void> {
  await page.keyboard.press('Control+Shift+p')
  const dialog = page.getByRole('dialog', { name: 'Do something by name' })
  await dialog.getByRole('textbox').fill(action)
  await dialog.getByText(action, { exact: true }).waitFor()
  await page.keyboard.press('Enter')
}

const paragraphs = Array.from({ length: 40 }, (_, nth) => `Paragraph ${nth} of an article with some words in it.`)

test('a text opened by Enter in the list has the keys, and so has the list after it', async () => {
  await createText(server, simpleDraft('Opened by Enter', { Object: ['one', 'two'] }))
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Opened by Enter' }).press('Enter')
  await expect.poll(focused).toBe('main Opened by Enter')
  await page.getByRole('textbox', { name: 'Opened by Enter' }).locator('.clause').first().click()
  await byPalette('All texts')
  await expect.poll(focused).toBe('main Texts')
})

test('the comparison and the history opened from the list have the keys', async () => {
  await page.goto(server.url)
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Zero draft' })
    .getByRole('link', { name: 'History' })
    .press('Enter')
  await expect.poll(focused).toMatch(/^main .*Zero draft/)
  await page.goBack()
  await expect.poll(focused).toBe('main Texts')
  await page.getByRole('link', { name: 'Compare with the baseline' }).first().press('Enter')
  await expect.poll(focused).toMatch(/^main .*Zero draft/)
})

test('the room opened from the palette has the keys, and Escape leaves it', async () => {
  const text = await createText(server, simpleDraft('Shown to a room', { Object: ['one', 'two'] }))
  await openText(page, server, text)
  await page.locator('.clause[data-id="article-0-1"]').click()
  await byPalette('Show to the room')
  await page.waitForURL(/present$/)
  await expect.poll(focused).toBe('main Shown to a room')
  await page.keyboard.press('Escape')
  await page.waitForURL(new RegExp(`${text}$`))
  await expect.poll(focused).toBe('main Shown to a room')
})

test('a link to a clause of a version marks it and puts the caret there', async () => {
  const text = await createText(server, simpleDraft('A version', { Object: paragraphs }))
  await command(server, text, { type: 'version.issue', version: 'version-linked', label: 'One', symbol: '' })
  await page.goto(`${server.url}/texts/${text}/versions/version-linked#clause=article-0-20`)
  const clause = page.locator('.clause[data-id="article-0-20"]')
  await expect.poll(() => clause.getAttribute('class')).toContain('revealed')
  await expect.poll(focused).toBe('textbox A version')
  const within = await clause.evaluate((element) => element.contains(getSelection()?.anchorNode ?? null))
  expect(within).toBe(true)
  await page.getByRole('status', { name: 'Where you are' }).getByText('21').waitFor()
})

test('whoever is on a page from before the server was brought up to date is told once it is back, and loads it again', async () => {
  await openText(page, server, await createText(server, simpleDraft('Up to date', { Object: ['One.'] })))
  const line = page.getByRole('status').filter({ hasText: 'brought up to date on the server' })
  const offline = page.getByRole('status').filter({ hasText: /^Offline/ })
  const restart = async (): Promise<void> => {
    await server.kill()
    await offline.waitFor()
    const asked = page.waitForResponse(`${server.url}/`, { timeout: 40_000 })
    await server.restart()
    await asked
    await untilSaved(page)
  }
  await restart()
  expect(await line.count()).toBe(0)
  // A newer version differs in the names of its files.
  await page.route(`${server.url}/`, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace('/assets/index-', '/assets/index-newer-'),
    })
  })
  await restart()
  await line.waitFor()
  expect(await violations(page)).toEqual([])
  await page.unroute(`${server.url}/`)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Load again' }).click()])
  await page.locator('.clause[data-id="article-0-0"]').waitFor()
  expect(await line.count()).toBe(0)
})
