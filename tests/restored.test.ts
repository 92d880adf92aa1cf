/** A text restored from a backup, met by a browser that holds a newer copy of it. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, travaux, type RunningServer } from './support/server.ts'
import {
  createText,
  openText,
  shownClauses,
  simpleDraft,
  typeAtEnd,
  untilSaved,
  wordsOnServer,
} from './support/text.ts'

const MEMBER = 'expert-african'
const OBJECT = 'Each State party shall prohibit the export of such goods.'

let server: RunningServer
let browser: Browser
let page: Page
let text: string

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;({ page } = await signIn(browser, server, MEMBER))
  text = await createText(server, simpleDraft('Restored', { Object: [OBJECT] }))
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('what a browser holds from before is shown beside the restored text, and not merged into it', async () => {
  const copy = `${server.data}/before.db`
  expect((await travaux(server.data, 'backup', '--to', copy)).code).toBe(0)
  await openText(page, server, text)
  await typeAtEnd(page, 'article-0-0', ' Since the backup.')
  await untilSaved(page)
  await server.kill()
  await typeAtEnd(page, 'article-0-0', ' And away.')
  await page
    .getByRole('status')
    .filter({ hasText: /^Offline: 10 changes kept here/ })
    .waitFor()
  await page.goto('about:blank')
  expect((await travaux(server.data, 'restore', copy)).code).toBe(0)
  await server.restart()

  await page.goto(await server.link(MEMBER))
  await page.waitForURL(`${server.url}/`)
  await openText(page, server, text)
  await page.getByRole('alert').filter({ hasText: 'restored from a backup' }).waitFor()
  expect(await wordsOnServer(server, text)).toEqual(['Object', OBJECT])
  await page.getByRole('button', { name: 'Open the text again' }).click()
  await untilSaved(page)
  await expect.poll(() => shownClauses(page)).toEqual(['Object', OBJECT])
  await page.getByRole('button', { name: 'Words of yours that were not taken (1)' }).click()
  const panel = page.getByRole('complementary', { name: 'Words not taken' })

  await panel.getByText('Since the backup. And away.').waitFor()
  await panel.getByRole('button', { name: 'Take over' }).click()
  await untilSaved(page)
  expect(await wordsOnServer(server, text)).toEqual(['Object', `${OBJECT} Since the backup. And away.`])
})
