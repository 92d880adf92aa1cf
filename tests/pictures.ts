/**
 * Takes a picture of every screen, wide and narrow, light and dark, into tests/output/pictures; with --docs also those
 * that the documentation shows, into docs/pictures.
 */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { openText } from './support/text.ts'

const root = join(import.meta.dirname, '..')
const out = join(root, 'tests/output/pictures')
const docs = join(root, 'docs/pictures')

type Show = (page: Page, server: RunningServer) => Promise<void>

const open =
  (path: string, ready: (page: Page) => Promise<void>): Show =>
  async (page, server) => {
    await page.goto(`${server.url}${path}`)
    await ready(page)
  }

const screens: Readonly<Record<string, Show>> = {
  texts: open('/', (page) => page.getByRole('link', { name: /zero draft/i }).first().waitFor()),
  text: async (page, server) => {
    await openText(page, server, 'zero-draft')
    await page.locator('.clause[data-id="art10-p1"]').evaluate((clause) => clause.scrollIntoView({ block: 'center' }))
    await page.locator('[data-thread]').first().click()
    await page.waitForTimeout(400)
  },
  compare: open('/texts/zero-draft/compare', (page) => page.locator('ins').first().waitFor()),
  history: open('/texts/zero-draft/history', (page) => page.getByRole('complementary', { name: 'Versions' }).waitFor()),
  version: open('/', async (page) => {
    await page.getByRole('link', { name: 'History' }).first().click()
    await page.getByRole('link', { name: 'Read' }).first().click()
    await page.locator('.clause').first().waitFor()
  }),
}

const server = await startServer()
const browser = await openBrowser()
try {
  for (const folder of [out, docs]) mkdirSync(folder, { recursive: true })
  const { page } = await signIn(browser, server, 'expert-grulac')
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 1024]) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      for (const [name, show] of Object.entries(screens)) {
        await show(page, server)
        await page.waitForTimeout(300)
        await page.screenshot({ path: join(out, `${name}-${width}-${colorScheme}.png`) })
        const shown = process.argv.includes('--docs') && width === 1440 && colorScheme === 'light'
        if (shown && ['text', 'compare'].includes(name)) await page.screenshot({ path: join(docs, `${name}.png`) })
      }
    }
  }
} finally {
  await browser.close()
  await server.stop()
}
