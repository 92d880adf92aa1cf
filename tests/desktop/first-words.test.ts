/** How soon the words of a long kept text stand on the page, without a server. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { longDraft } from '../support/large.ts'
import { startServer, type RunningServer } from '../support/server.ts'
import { createText, untilSaved } from '../support/text.ts'
import { beginLife, type Life } from './life.ts'

/** In milliseconds, with room for a machine that does other things: it is a fraction of this. */
const BOUND = 5000

let server: RunningServer
let life: Life
let text: string

beforeAll(async () => {
  server = await startServer()
  text = await createText(server, longDraft(100, 9, 'A thousand clauses'))
  life = await beginLife(server, 'expert-african')
  await life.visit(`/texts/${text}`)
  await untilSaved(life.page())
  await server.stop()
})
afterAll(() => life?.end())

test('a kept text of 1,000 clauses shows its first words at once', async () => {
  await life.page().addInitScript(noteFirstWords)
  await life.visit(`/texts/${text}`)
  const measured = await life.page().waitForFunction(() => (window as { firstWords?: number }).firstWords)
  const milliseconds = await measured.jsonValue()
  process.stdout.write(`first words of 1,000 clauses after ${milliseconds?.toFixed(0)} ms\n`)
  expect(await life.page().locator('.travaux-text .clause').count()).toBe(1000)
  expect(milliseconds).toBeLessThan(BOUND)
})

/** Notes when the first clause stands on the page, in milliseconds since the page was asked for. */
function noteFirstWords(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('.travaux-text .clause')) return
    observer.disconnect()
    Object.assign(window, { firstWords: performance.now() })
  })
  observer.observe(document, { childList: true, subtree: true })
}
