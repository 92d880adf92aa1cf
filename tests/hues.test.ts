/** The colours of the sample body's delegations. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { huesOf } from '../packages/editor/src/people/hue.ts'
import { fictionalStates, members } from '../packages/server/src/sample/people.ts'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, simpleDraft, typeAtEnd, untilSaved } from './support/text.ts'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('the delegations of the sample body all differ, and so do the States that its texts name', () => {
  const body = members.map(({ delegation }) => delegation)
  const hues = huesOf(body)
  expect(new Set(body.map(hues)).size).toBe(body.length)
  expect(new Set(fictionalStates.map(hues)).size).toBe(fictionalStates.length)
})

/** The hue of each delegation as a page draws it. */
async function huesOn(page: Page): Promise<Record<string, string>> {
  const pairs = await page
    .locator('[title][style*="--hue"]')
    .evaluateAll((all) =>
      all.map((one) => [one.getAttribute('title') ?? '', (one as HTMLElement).style.getPropertyValue('--hue')]),
    )
  return Object.fromEntries(pairs) as Record<string, string>
}

test('everybody sees every delegation in the same hue', async () => {
  const text = await createText(server, simpleDraft('Hues', { Object: ['Each State shall act.'] }))
  const pages = await Promise.all(
    ['secretariat', 'expert-african', 'norland'].map(async (member) => (await signIn(browser, server, member)).page),
  )
  const [secretariat, expert] = pages
  if (!secretariat || !expert) throw new Error('There are three pages')
  for (const [page, words] of [
    [secretariat, ' By one.'],
    [expert, ' By another.'],
  ] as const) {
    await openText(page, server, text)
    await typeAtEnd(page, 'article-0-0', words)
    await untilSaved(page)
  }
  const seen: Record<string, string>[] = []
  for (const page of pages) {
    await page.goto(`${server.url}/texts/${text}/history`)
    await page.getByRole('list', { name: 'Activity' }).getByTitle('African Group expert').first().waitFor()
    await page.getByRole('list', { name: 'Activity' }).getByTitle('Secretariat').first().waitFor()
    seen.push(await huesOn(page))
  }
  for (const delegation of ['Secretariat', 'African Group expert'])
    expect(new Set(seen.map((hues) => hues[delegation])).size, delegation).toBe(1)
  expect(seen[2]?.['Norland']).toBeDefined()
})
