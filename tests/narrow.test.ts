/** What is read on a small screen, or at 200 %, is not cut off. */

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, simpleDraft, typeAtEnd, untilSaved } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;({ page } = await signIn(browser, server, 'secretariat'))
  await page.setViewportSize({ width: 720, height: 450 })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** How much of the words of an element is cut off at its end, in pixels. */
const cutOff = (element: Locator): Promise<number> =>
  element.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)

test.each(['', '?at=0', '?at=0&since'])('the moment that history%s shows is read whole', async (query) => {
  await page.goto(`${server.url}/texts/zero-draft/history${query}`)
  const moment = page
    .getByRole('main')
    .locator('p', { has: page.locator('strong') })
    .first()
  await moment.filter({ hasText: /\d{4}, \d+:\d+/ }).waitFor()
  expect(await cutOff(moment)).toBe(0)
})

test('the head of a text leaves room for the beginning of its title', async () => {
  await openText(page, server, 'zero-draft')
  await untilSaved(page)
  const title = page.getByRole('heading', { level: 1 }).locator('span').first()
  expect(await title.evaluate((element) => element.clientWidth)).toBeGreaterThan(100)
})

const long = Array.from(
  { length: 40 },
  (_, nth) => `Each State Party shall take measure ${nth} within its jurisdiction, as it sees fit.`,
)

test('a comment is written and read beside its words, where there is room for both', async () => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await openText(page, server, await createText(server, simpleDraft('Both seen', { Object: long })))
  await typeAtEnd(page, 'article-0-20', '')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+Alt+m')
  const rail = page.getByRole('complementary', { name: 'Comments' })
  await rail.getByRole('textbox', { name: 'Write a comment' }).waitFor()
  const [drawer, clause] = await Promise.all([
    rail.boundingBox(),
    page.locator('.clause[data-id="article-0-20"]').boundingBox(),
  ])
  expect((clause?.x ?? 0) + (clause?.width ?? 0)).toBeLessThanOrEqual(drawer?.x ?? 0)
  expect(clause?.y).toBeGreaterThan(48)
  expect((clause?.y ?? 0) + (clause?.height ?? 0)).toBeLessThan(768)
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 720, height: 450 })
})

test('the rail without comments says so wherever one reads', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await openText(page, server, await createText(server, simpleDraft('No comments', { Object: long })))
  const says = page.getByText('No open comments.')
  await says.waitFor()
  for (const top of [40, 90, 700]) {
    await page.locator('[data-scroller]').evaluate((scroller, to) => scroller.scrollTo(0, to), top)
    const box = await says.boundingBox()
    expect(box?.y, `scrolled to ${top}`).toBeGreaterThan(90)
    expect(box?.y, `scrolled to ${top}`).toBeLessThan(200)
  }
  await page.setViewportSize({ width: 720, height: 450 })
})

test.each([320, 400, 600])(
  'at %i pixels the head of a text and the search lie within the screen, nothing over anything',
  async (width) => {
    await page.setViewportSize({ width, height: 800 })
    await openText(page, server, 'zero-draft')
    await untilSaved(page)
    const controls = page.locator('header').getByRole('button').or(page.locator('header').getByRole('link'))
    const boxes = await controls.evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility())
        .map((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect()
          const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
          return { says: one.textContent, left, right, isOnTop: hit !== null && one.contains(hit) }
        }),
    )
    expect(boxes.length).toBeGreaterThan(7)
    for (const { says, left, right, isOnTop } of boxes) {
      expect(isOnTop, says).toBe(true)
      expect(left, says).toBeGreaterThanOrEqual(0)
      expect(right, says).toBeLessThanOrEqual(width)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await page.keyboard.press('Control+h')
    const search = page.getByRole('search')
    await search.waitFor()
    const beyond = await search
      .getByRole('button')
      .or(search.getByRole('textbox'))
      .evaluateAll(
        (all, edge) =>
          all.filter((one) => one.getBoundingClientRect().right > edge).map((one) => one.ariaLabel ?? one.textContent),
        width,
      )
    expect(beyond).toEqual([])
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 720, height: 450 })
  },
)
