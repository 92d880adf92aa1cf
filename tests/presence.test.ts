/** Being there together: who counts as here, going where somebody's caret is, and a text that others empty. */

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { openBrowser, signIn, type Seat } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, shownClauses, simpleDraft, typeAtEnd, untilSaved } from './support/text.ts'

let server: RunningServer
let browser: Browser
let ana: Seat
let ben: Seat
let reader: Seat

const seats = (): Seat[] => [ana, ben, reader]
const pages = (): Page[] => seats().map(({ page }) => page)
const count = (page: Page) => page.getByRole('button', { name: /here$/ }).textContent()
const clause = (page: Page, id: string) => page.locator(`.clause[data-id="${id}"]`)
/** Sooner than the refresh by which awareness mends itself. */
const SOON = { timeout: 3000 }

const long =
  'Each State Party shall take the measures that are necessary to ensure that no goods are produced, and that '
const draft = (title: string) =>
  simpleDraft(title, { Object: ['First.', long.repeat(100), 'Third.'], Scope: ['Fourth.', 'Fifth.'] })

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;[ana, ben, reader] = (await Promise.all(
    ['chair', 'expert-grulac', 'expert-african'].map((member) => signIn(browser, server, member)),
  )) as [Seat, Seat, Seat]
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Whether the caret of somebody else stands where one reads it. */
async function seesCaret(page: Page): Promise<boolean> {
  const box = await page.locator('.caret').first().boundingBox()
  return box !== null && box.y > 60 && box.y + box.height < 900
}

test('everybody who opens a text counts as here at once, though nobody touches anything', async () => {
  const text = await createText(server, draft('Counted'))
  for (const [nth, page] of pages().entries()) {
    await openText(page, server, text)
    for (const here of pages().slice(0, nth + 1))
      await expect.poll(() => count(here), SOON).toContain(`${nth + 1} here`)
  }
})

test('who follows sees the caret of the other at the end of a long clause too, until they scroll', async () => {
  const text = await createText(server, draft('Followed'))
  await Promise.all([ana.page, ben.page].map((page) => openText(page, server, text)))
  await clause(ana.page, 'article-0-0').click()
  await ben.page.getByRole('button', { name: /here$/ }).click()
  await ben.page.getByRole('button', { name: /^Follow / }).click()
  await typeAtEnd(ana.page, 'article-0-1', 'more')
  await expect.poll(async () => (await shownClauses(ben.page)).join()).toContain('and that more')
  await expect.poll(() => seesCaret(ben.page), SOON).toBe(true)
  await ana.page.keyboard.press('Control+Home')
  await expect.poll(() => clause(ben.page, 'article-0').isVisible()).toBe(true)
  await expect.poll(() => seesCaret(ben.page), SOON).toBe(true)
})

test('the room goes with the caret of the chair within a long clause, and not with every key', async () => {
  const text = await createText(server, draft('Shown'))
  await openText(ana.page, server, text)
  await clause(ana.page, 'article-0-0').click()
  const { page } = ben
  await page.goto(`${server.url}/texts/${text}/present`)
  await page.getByRole('status').filter({ hasText: 'Article 1(1)' }).waitFor(SOON)
  await typeAtEnd(ana.page, 'article-0-1', 'm')
  const scrolled = () => page.locator('[data-scroller]').evaluate(({ scrollTop }) => scrollTop)
  await expect.poll(scrolled, SOON).toBeGreaterThan(1000)
  await expect.poll(() => seesCaret(page), SOON).toBe(true)
  const before = await scrolled()
  await ana.page.keyboard.type('ore', { delay: 150 })
  await expect.poll(async () => (await shownClauses(page)).join()).toContain('and that more')
  expect(await scrolled()).toBe(before)
})

test('a room that was moved by hand says that it follows no more, and follows again by a key', async () => {
  const { page } = ben
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, -300)
  const notice = page.getByRole('region', { name: 'Following' })
  await notice.getByText('no longer follows').waitFor()
  expect(await violations(page)).toEqual([])
  await clause(ana.page, 'article-1-1').click()
  await notice.getByRole('button', { name: 'Follow again' }).press('Enter')
  await notice.waitFor({ state: 'detached' })
  await page.getByRole('status').filter({ hasText: 'Article 2(2)' }).waitFor(SOON)
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, -300)
  await notice.waitFor()
  await page.keyboard.press('Escape')
  await notice.waitFor({ state: 'detached' })
})

test('the room stays where the chair is when the type or the window becomes another size', async () => {
  const { page } = ben
  const paragraphs = Array.from({ length: 150 }, (_, nth) => `${nth}. ${long.repeat(1 + (nth % 5))}`)
  const text = await createText(server, simpleDraft('Sizes', { Object: paragraphs }))
  await openText(ana.page, server, text)
  await page.goto(`${server.url}/texts/${text}/present`)
  await clause(page, 'article-0-0').waitFor()
  await clause(ana.page, 'article-0-120').click()
  await expect.poll(() => seesCaret(page), SOON).toBe(true)
  for (const tool of ['Larger type', 'Larger type', 'Smaller type', 'Smaller type']) {
    await page.getByRole('button', { name: tool }).click()
    await expect.poll(() => seesCaret(page), SOON).toBe(true)
  }
  const before = page.viewportSize()
  await page.setViewportSize({ width: 800, height: 900 })
  await expect.poll(() => seesCaret(page), SOON).toBe(true)
  if (before) await page.setViewportSize(before)
  await expect.poll(() => seesCaret(page), SOON).toBe(true)
})

test('a text that one empties stays in order on every screen, with the carets of others in it', async () => {
  const text = await createText(server, simpleDraft('Emptied', { Object: ['One words here.'] }))
  for (const page of pages()) await openText(page, server, text)
  await clause(ben.page, 'article-0-0').click()
  await clause(reader.page, 'article-0-0').click()
  await clause(ana.page, 'article-0').click()
  await ana.page.keyboard.press('Alt+Enter')
  await ana.page.getByRole('menuitem', { name: /Delete/ }).click()
  for (const page of pages()) await expect.poll(() => shownClauses(page)).toEqual([''])
  await ana.page.keyboard.type('Begun anew')
  for (const page of pages()) await expect.poll(() => shownClauses(page)).toEqual(['Begun anew'])
  await ben.page.locator('.travaux-text').click()
  await ben.page.keyboard.press('End')
  await untilSaved(ana.page)
})

/** The words of the first paragraph up to the caret of somebody else. */
const beforeCaret = (page: Page) =>
  clause(page, 'article-0-0').evaluate((words) => {
    const range = document.createRange()
    const caret = words.querySelector('.caret')
    range.setStart(words, 0)
    if (caret) range.setEndBefore(caret)
    return range.toString()
  })

test('who begins to type where another is typing tears no word, and each sees the caret of the other behind its words', async () => {
  const text = await createText(server, draft('Together'))
  await Promise.all([ana.page, ben.page].map((page) => openText(page, server, text)))
  const alpha = ' alphabetical order of all that there is'
  await typeAtEnd(ana.page, 'article-0-0', ' Here')
  await expect.poll(async () => (await shownClauses(ben.page)).join()).toContain('First. Here')
  const typing = ana.page.keyboard.type(alpha, { delay: 50 })
  await typeAtEnd(ben.page, 'article-0-0', ' ')
  await ben.page.keyboard.type('betting shops', { delay: 50 })
  await typing
  for (const { page } of [ana, ben])
    await expect.poll(async () => (await shownClauses(page))[1]).toBe(`First. Here${alpha} betting shops`)
  await expect.poll(() => beforeCaret(ana.page), SOON).toBe(`First. Here${alpha} betting shops`)
  await expect.poll(() => beforeCaret(ben.page), SOON).toBe(`First. Here${alpha}`)
})

test('nothing went wrong in any page', () => {
  expect(seats().flatMap(({ faults }) => faults)).toEqual([])
})

/** How wide the element is that an element stands in. */
const widthAround = async (one: Locator): Promise<number> => (await one.locator('..').boundingBox())?.width ?? 0

test('on a narrow screen who one is oneself is not one more code beside those of who is here', async () => {
  const text = await createText(server, simpleDraft('Signs', { Object: ['One.'] }))
  await Promise.all([reader.page, ben.page].map((page) => openText(page, server, text)))
  const { page } = reader
  const here = page.getByRole('button', { name: /here$/ })
  const account = page.getByRole('button', { name: /account$/ })
  const code = account.getByTitle('African Group expert')
  await expect.poll(() => here.getByTitle('African Group expert').count()).toBe(1)
  expect(await widthAround(code)).toBeGreaterThan(20)
  expect(await account.getByTitle('Kwabena Tsegaye').isVisible()).toBe(false)
  await page.setViewportSize({ width: 1024, height: 768 })
  await account.getByTitle('Kwabena Tsegaye').getByText('KT').waitFor()
  expect(await widthAround(code)).toBeLessThan(2)
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('on a narrow screen one reads how many more are here than there is room for', async () => {
  const text = await createText(server, simpleDraft('More', { Object: ['One.'] }))
  const norland = await signIn(browser, server, 'norland')
  await Promise.all([...pages(), norland.page].map((page) => openText(page, server, text)))
  const { page } = reader
  await expect.poll(() => count(page), SOON).toContain('4 here')
  const more = page.getByRole('button', { name: '4 here' }).getByText('+1')
  expect(await more.isVisible()).toBe(false)
  await page.setViewportSize({ width: 1024, height: 768 })
  await more.waitFor()
  await page.setViewportSize({ width: 1440, height: 900 })
  await norland.page.context().close()
})
