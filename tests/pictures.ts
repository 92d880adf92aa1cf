/**
 * Takes a picture of every screen, wide and narrow, light and dark, into tests/output/pictures, to be looked at. Those that
 * the documentation shows are taken by `guide.ts`.
 */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { beRefused, openText, setRole, typeAtEnd, untilSaved } from './support/text.ts'

const root = join(import.meta.dirname, '..')
const out = join(root, 'tests/output/pictures')

const TEXT = 'zero-draft'
const MEMBER = 'expert-grulac'

type Show = (page: Page, server: RunningServer) => Promise<unknown>

const open =
  (path: string, ready: (page: Page) => Promise<unknown>): Show =>
  async (page, server) => {
    await page.goto(`${server.url}${path}`)
    await ready(page)
  }

/** Opens the text with a clause in the middle of the page. */
async function showClause(page: Page, server: RunningServer, clause: string): Promise<void> {
  await openText(page, server, TEXT)
  await page.locator(`.clause[data-id="${clause}"]`).evaluate((block) => block.scrollIntoView({ block: 'center' }))
}

/** A comparison in another of its views, by the words on the button. */
const compareIn = (view: string): Show =>
  open(`/texts/${TEXT}/compare`, async (page) => {
    await page.locator('ins').first().waitFor()
    await page.getByText(view, { exact: true }).click()
    await page.locator('[data-pair], tbody tr').first().waitFor()
  })

const atMoment = (query: string): Show =>
  open(`/texts/${TEXT}/history`, async (page) => {
    await page.getByRole('slider').press('Home')
    await page.waitForURL(/at=/)
    await page.goto(`${page.url()}${query}`)
    await page.getByRole('main').locator('.clause').first().waitFor()
  })

const screens: Readonly<Record<string, Show>> = {
  texts: open('/', (page) =>
    page
      .getByRole('link', { name: /zero draft/i })
      .first()
      .waitFor(),
  ),
  head: (page, server) => openText(page, server, TEXT),
  text: async (page, server) => {
    await showClause(page, server, 'art10-p1')
    await page.locator('[data-thread]').first().click()
    await page.locator('article[data-active="true"]').waitFor()
  },
  outline: async (page, server) => {
    await openText(page, server, TEXT)
    const folded = page.getByRole('button', { name: 'Outline' })
    if (await folded.isVisible()) await folded.click()
  },
  popover: async (page, server) => {
    await showClause(page, server, 'art10-p1')
    await page.locator('.clause[data-id="art10-p1"]').click()
    await page.locator('.clause[data-id="art10-p1"].differs-amended').waitFor()
    await page.keyboard.press('Control+Alt+d')
    await page.getByRole('dialog', { name: 'Against the baseline' }).waitFor()
  },
  authors: async (page, server) => {
    await showClause(page, server, 'art12-p1')
    await page.locator('.clause[data-id="art12-p1"]').click()
    await page.keyboard.press('Control+Alt+b')
    await page.locator('.author').first().waitFor()
  },
  compare: open(`/texts/${TEXT}/compare`, (page) => page.locator('ins').first().waitFor()),
  'compare-everything': compareIn('Everything'),
  'compare-beside': compareIn('Side by side'),
  'compare-table': compareIn('Table'),
  'compare-history': open(`/texts/${TEXT}/compare?of=art12-p1`, (page) =>
    page.getByRole('region', { name: 'History of a clause' }).getByRole('listitem').first().waitFor(),
  ),
  history: open(`/texts/${TEXT}/history`, (page) =>
    page.getByRole('list', { name: 'Activity' }).getByRole('listitem').first().waitFor(),
  ),
  past: atMoment(''),
  since: atMoment('&since'),
  version: open('/', async (page) => {
    await page.getByRole('link', { name: 'History' }).first().click()
    await page.getByRole('link', { name: 'Read' }).first().click()
    await page.locator('.clause').first().waitFor()
  }),
  refused: async (page, server) => {
    await showClause(page, server, 'art12-p1')
    await untilSaved(page)
    await beRefused(page, server, { 'art12-p1': ' Kept for ten years.' }, { text: TEXT, member: MEMBER })
  },
  kept: async (page, server) => {
    await page.getByRole('button', { name: 'Open the text again' }).click()
    await page.getByRole('button', { name: /^Words of yours/ }).click()
    await setRole(server, { text: TEXT, member: MEMBER, role: 'drafter' })
    await page.getByRole('button', { name: 'Take over' }).first().waitFor()
  },
}

/** Something to see in the past of the text. */
async function write(page: Page, server: RunningServer): Promise<void> {
  await openText(page, server, TEXT)
  await typeAtEnd(page, 'art12-p1', ' This includes training from afar.')
  await untilSaved(page)
}

const server = await startServer()
const browser = await openBrowser()
try {
  mkdirSync(out, { recursive: true })
  await write((await signIn(browser, server, 'expert-african')).page, server)
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 1024]) {
      // A profile of its own, so that what was kept for one picture is not on the next.
      const { page } = await signIn(browser, server, MEMBER)
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      for (const [name, show] of Object.entries(screens)) {
        await show(page, server)
        await page.waitForTimeout(300)
        await page.screenshot({ path: join(out, `${name}-${width}-${colorScheme}.png`) })
      }
      await page.context().close()
    }
  }
} finally {
  await browser.close()
  await server.stop()
}
