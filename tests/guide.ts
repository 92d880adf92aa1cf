/** Takes every picture that the documentation shows, into docs/pictures: `node tests/guide.ts [NAME...]`. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { openText, typeAtEnd, untilSaved } from './support/text.ts'

const folder = join(import.meta.dirname, '../docs/pictures')
const TEXT = 'zero-draft'
const SIZE = { width: 1280, height: 780 }
/** Of WebP: words stay sharp, and a picture stays under a hundred kilobytes. */
const QUALITY = 72

interface Room {
  readonly page: Page
  readonly server: RunningServer
}

type Show = (room: Room) => Promise<unknown>

const clause = (page: Page, id: string) => page.locator(`.clause[data-id="${id}"]`)

/** The text with a clause in the middle of the page and the caret at its end. */
async function at({ page, server }: Room, id: string): Promise<void> {
  await openText(page, server, TEXT)
  await clause(page, id).evaluate((block) => block.scrollIntoView({ block: 'center' }))
  await clause(page, id).click()
  await page.keyboard.press('End')
  // What the pointer rests on would explain itself.
  await page.mouse.move(SIZE.width / 2, 8)
}

const pressing =
  (id: string, keys: string, ready: (page: Page) => Promise<unknown>): Show =>
  async (room) => {
    await at(room, id)
    await room.page.keyboard.press(keys)
    await ready(room.page)
  }

const typing =
  (id: string, words: string, ready: (page: Page) => Promise<unknown>): Show =>
  async (room) => {
    await at(room, id)
    await typeAtEnd(room.page, id, words)
    await ready(room.page)
  }

const reading =
  (path: string, ready: (page: Page) => Promise<unknown>): Show =>
  async ({ page, server }) => {
    await page.goto(`${server.url}/texts/${TEXT}${path}`)
    await ready(page)
  }

const comparing =
  (view: string): Show =>
  async ({ page, server }) => {
    await page.goto(`${server.url}/texts/${TEXT}/compare`)
    await page.locator('ins').first().waitFor()
    await page.getByText(view, { exact: true }).click()
    await page.locator('[data-pair], tbody tr').first().waitFor()
  }

const guide: Readonly<Record<string, Show>> = {
  text: async (room) => {
    await at(room, 'art10-p1')
    await room.page.locator('[data-thread]').first().click()
    await room.page.locator('article[data-active="true"]').waitFor()
  },
  clause: pressing('art12-p1', 'Alt+Enter', (page) => page.getByRole('menu').first().waitFor()),
  attribution: typing('art13-p1', ' [Mex', (page) => page.getByRole('option').first().waitFor()),
  options: pressing('art9-p2', 'Control+Alt+o', (page) => page.locator('[data-option="itself"]').first().waitFor()),
  reference: typing('art15-p1', ' in accordance with @6', (page) => page.getByRole('option').first().waitFor()),
  checks: pressing('art5-p1', 'Control+Alt+v', (page) =>
    page.getByRole('complementary').last().getByRole('button').first().waitFor(),
  ),
  authors: pressing('art12-p1', 'Control+Alt+b', (page) => page.locator('.author').first().waitFor()),
  article: pressing('art12-p2', 'Control+Shift+f', (page) => page.getByText('Only Article 12 is shown.').waitFor()),
  find: async (room) => {
    await at(room, 'art4-p1')
    await room.page.keyboard.press('Control+h')
    await room.page.keyboard.type('State party')
    await room.page.locator('.found-current').waitFor()
  },
  brackets: reading('/brackets', (page) => page.getByRole('main').getByRole('link').first().waitFor()),
  room: async (room) => {
    await room.page.goto(`${room.server.url}/texts/${TEXT}/present`)
    await clause(room.page, 'art10-p1').evaluate((block) => block.scrollIntoView({ block: 'start' }))
    await room.page.getByRole('status').filter({ hasText: 'Article' }).waitFor()
  },
  compare: reading('/compare', (page) => page.locator('ins').first().waitFor()),
  'compare-beside': comparing('Side by side'),
  'compare-table': comparing('Table'),
  slash: async (room) => {
    await at(room, 'art12-p1')
    await room.page.keyboard.press('Enter')
    await room.page.keyboard.type('/')
    await room.page.getByRole('listbox').waitFor()
  },
}

/** Something that somebody else wrote. */
async function write(page: Page, server: RunningServer): Promise<void> {
  await openText(page, server, TEXT)
  await typeAtEnd(page, 'art12-p1', ' This includes training from afar.')
  await untilSaved(page)
}

async function take(page: Page, name: string): Promise<void> {
  // What has just been drawn may still be fading in.
  await page.waitForTimeout(400)
  const cdp = await page.context().newCDPSession(page)
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, 'base64'))
}

const asked = process.argv.slice(2)
const server = await startServer()
const browser = await openBrowser()
try {
  mkdirSync(folder, { recursive: true })
  await write((await signIn(browser, server, 'expert-african')).page, server)
  for (const [name, show] of Object.entries(guide)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    // A profile of its own, so that nothing is left over from the picture before.
    const { page } = await signIn(browser, server, 'expert-grulac')
    await page.setViewportSize(SIZE)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await show({ page, server })
    await take(page, name)
    await page.context().close()
  }
} finally {
  await browser.close()
  await server.stop()
}
