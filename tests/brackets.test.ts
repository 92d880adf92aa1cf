/** Brackets and options as people at the table work with them: attributed, lifted, offered, chosen, counted. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, shownClauses, simpleDraft, typeAtEnd, untilSaved } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page
let text: string

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  page = (await signIn(browser, server, 'expert-african')).page
  text = await createText(
    server,
    simpleDraft('Brackets', {
      Object: [
        'Each State party shall prohibit the export of such goods.',
        'It shall keep records.',
        'It shall report.',
      ],
      Threshold: ['A licence shall be refused where there is a real risk.', 'The risk is assessed by the authority.'],
    }),
  )
  await openText(page, server, text)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** What stands beside each clause. */
function labels(): Promise<string[]> {
  return page
    .locator('.travaux-text .clause')
    .evaluateAll((clauses) => clauses.map((clause) => (clause as HTMLElement).dataset['label'] ?? ''))
}

describe('options', () => {
  test('an alternative is offered, written, chosen and taken back', async () => {
    await typeAtEnd(page, 'article-0-1', ' For ten years.')
    await page.keyboard.press('Control+Alt+o')
    await page.keyboard.type('It need not keep records.')
    expect(await labels()).toEqual(['Article 1', '1.', '2. Option 1', '2. Option 2', '3.', 'Article 2', '1.', '2.'])

    await page.keyboard.press('Control+Alt+Enter')
    expect(await labels()).toEqual(['Article 1', '1.', '2.', '3.', 'Article 2', '1.', '2.'])
    expect((await shownClauses(page))[2]).toBe('It need not keep records.')

    await page.keyboard.press('Control+z')
    await expect.poll(() => labels()).toContain('2. Option 2')
    expect((await shownClauses(page)).slice(2, 4)).toEqual([
      'It shall keep records. For ten years.',
      'It need not keep records.',
    ])
    await untilSaved(page)
  })
})
