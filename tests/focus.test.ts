/** One article alone, and the way back to the whole text, in a real browser. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, shownClauses, simpleDraft, typeAtEnd } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  page = (await signIn(browser, server, 'expert-african')).page
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const paragraphs = Array.from({ length: 30 }, (_, nth) => `Paragraph ${nth} of an article with some words in it.`)
const articles = Object.fromEntries(Array.from({ length: 20 }, (_, nth) => [`Heading ${nth}`, paragraphs]))
const CARET = 'article-12-20'

async function open(title: string): Promise<void> {
  await openText(page, server, await createText(server, simpleDraft(title, articles)))
}

const notice = () => page.getByRole('region', { name: 'One article alone' })

/** Shows the article of the caret alone. */
async function focus(): Promise<void> {
  await page.keyboard.press('Control+Shift+f')
  await notice().waitFor()
}

/** Where a clause stands on the screen, once nothing moves any more. */
async function topOf(clause: string): Promise<number> {
  return page.locator(`.clause[data-id="${clause}"]`).evaluate(async (element) => {
    let [top, still] = [NaN, 0]
    while (still < 5) {
      const now = element.getBoundingClientRect().top
      still = now === top ? still + 1 : 0
      top = now
      await new Promise(requestAnimationFrame)
    }
    return top
  })
}

test('the line of the caret stays where it is on the screen when one leaves the article', async () => {
  await open('Caret')
  await typeAtEnd(page, CARET, '')
  const before = await topOf(CARET)
  await focus()
  expect(Math.abs((await topOf(CARET)) - before)).toBeLessThan(2)
  await page.keyboard.press('Escape')
  await notice().waitFor({ state: 'detached' })
  expect(Math.abs((await topOf(CARET)) - before)).toBeLessThan(2)
})

test('what one reads of the article stays where it is when the caret is out of sight', async () => {
  await open('Reading')
  await typeAtEnd(page, CARET, '')
  await focus()
  await page.locator('[data-scroller]').evaluate((scroller) => scroller.scrollTo(0, 0))
  const read = 'article-12-1'
  const before = await topOf(read)
  await page.keyboard.press('Escape')
  await notice().waitFor({ state: 'detached' })
  expect(Math.abs((await topOf(read)) - before)).toBeLessThan(2)
})

test('going to another article leaves the one that is shown, and goes there', async () => {
  await open('Elsewhere')
  await typeAtEnd(page, CARET, '')
  await focus()
  await page.getByRole('treeitem', { name: /Heading 3$/ }).click()
  await notice().waitFor({ state: 'detached' })
  const top = await topOf('article-3')
  expect(top).toBeGreaterThan(0)
  expect(top).toBeLessThan(450)
})

const short = {
  Object: ['Each State Party shall act.', 'It shall keep records.', 'Third one here.'],
  Scope: ['Fourth one.', 'Fifth one.'],
}

/** Opens the short text with the caret at the end of a clause, whose article alone is shown. */
async function alone(title: string, clause: string): Promise<string> {
  const text = await createText(server, simpleDraft(title, short))
  await openText(page, server, text)
  await typeAtEnd(page, clause, '')
  await focus()
  return text
}

const whole = () => page.getByRole('region', { name: 'The whole text again' })

const out: Readonly<Record<string, { act: () => Promise<void>; shown: readonly string[] }>> = {
  'a new article by Enter': {
    act: async () => {
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
    },
    shown: ['Object', ...short.Object, 'Words', 'Scope', ...short.Scope],
  },
  'a new article by a slash': {
    act: async () => {
      await page.keyboard.press('Enter')
      await page.keyboard.type('/art')
      await page.getByRole('option', { name: 'Article', exact: true }).waitFor()
      await page.keyboard.press('Enter')
    },
    shown: ['Object', ...short.Object, 'Words', 'Scope', ...short.Scope],
  },
  'the last paragraph moved on': {
    act: () => page.keyboard.press('Alt+Shift+ArrowDown'),
    shown: ['Object', ...short.Object.slice(0, 2), 'Scope', 'Third one here.Words', ...short.Scope],
  },
}

test.each(Object.keys(out))('%s leaves the article that is shown, and takes what is typed', async (way) => {
  await alone(way, 'article-0-2')
  await out[way]?.act()
  await page.keyboard.type('Words')
  await expect.poll(() => shownClauses(page)).toEqual(out[way]?.shown)
  const last = page.locator('.travaux-text .clause').filter({ hasText: 'Words' })
  expect(await last.isVisible()).toBe(true)
  expect(await notice().count()).toBe(0)
  await whole().getByText('the caret is no longer in the article').waitFor()
  await page.keyboard.press('Escape')
  await whole().waitFor({ state: 'detached' })
})

test('what is written, added and moved within the article stays there alone', async () => {
  await alone('Within', 'article-0-2')
  await page.keyboard.press('Enter')
  await page.keyboard.type('More')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await page.keyboard.type('.')
  await expect
    .poll(async () => (await shownClauses(page)).slice(2, 5))
    .toEqual([short.Object[1], 'More.', short.Object[2]])
  expect(await notice().isVisible()).toBe(true)
  expect(await page.locator('.clause[data-id="article-1"]').isVisible()).toBe(false)
})

test('an article that is deleted by somebody else while it alone is shown is said to be gone', async () => {
  const text = await alone('Deleted', 'article-0-2')
  const other = (await signIn(browser, server, 'expert-grulac')).page
  await openText(other, server, text)
  await other.locator('.clause[data-id="article-0"]').click()
  await other.keyboard.press('Alt+Enter')
  await other.getByRole('menuitem', { name: /^Delete/ }).press('Enter')
  await whole().getByText('is no longer in the text').waitFor()
  expect(await notice().count()).toBe(0)
  expect(await page.locator('.clause[data-id="article-1"]').isVisible()).toBe(true)
  await other.context().close()
})

const marked = () => page.getByRole('treeitem', { selected: true })

describe('the outline marks the heading of', () => {
  test('the clause of the caret, where its line is in sight, and what is at the top where it is not', async () => {
    const [first, second] = [['One line.'], ['Another line.', 'And a third.']]
    await openText(page, server, await createText(server, simpleDraft('Marked', { First: first, Second: second })))
    await typeAtEnd(page, 'article-1-1', '')
    await expect.poll(() => marked().textContent()).toContain('Second')
    await page.keyboard.press('Control+Shift+f')
    await notice().waitFor()
    await expect.poll(() => marked().textContent()).toContain('Second')
    await page.keyboard.press('Escape')
    await page.locator('.clause[data-id="article-0-0"]').click()
    await expect.poll(() => marked().textContent()).toContain('First')
    await open('Scrolled away')
    await typeAtEnd(page, CARET, '')
    await expect.poll(() => marked().textContent()).toContain('Heading 12')
    await page.locator('[data-scroller]').evaluate((scroller) => scroller.scrollTo(0, 400))
    await expect.poll(() => marked().textContent()).toContain('Heading 0')
  })

  test('a clause that was pressed in it, though the caret stayed in sight elsewhere', async () => {
    await openText(
      page,
      server,
      await createText(server, simpleDraft('Pressed', { First: ['One.'], Second: ['Two.'], Third: ['Three.'] })),
    )
    await typeAtEnd(page, 'article-1-0', '')
    await expect.poll(() => marked().textContent()).toContain('Second')
    await page.getByRole('treeitem', { name: 'Third' }).click()
    await expect.poll(() => marked().textContent()).toContain('Third')
  })
})
