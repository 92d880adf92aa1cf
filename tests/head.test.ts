/** The head of a long text can be read while the rest of it is on its way over a slow line. */

import type { Browser, Page } from 'playwright-core'
import { referenceTo, type Clause, type Draft } from '@travaux/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { openBrowser, signIn } from './support/browser.ts'
import { longDraft } from './support/large.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, typeAtEnd, untilSaved } from './support/text.ts'

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

/** Refers from its second clause to the third, and to one far behind. */
function draftOf(title: string): Draft {
  const draft = longDraft(60, 9, title)
  const [heading, first, ...rest] = draft.clauses
  if (!heading || !first) throw new Error('The draft is empty')
  const referring: Clause = {
    ...first,
    words: [
      { insert: 'See ' },
      { insert: referenceTo('a0p1') },
      { insert: ' and ' },
      { insert: referenceTo('a55p2') },
      { insert: '.' },
    ],
  }
  const own: Clause = { id: 'title', kind: 'title', parent: '', depth: 0, words: [{ insert: title }] }
  return { ...draft, clauses: [own, heading, referring, ...rest] }
}

/** Holds back what the server sends once that is long, as a slow line does. @returns lets it through */
async function slowLine(page: Page): Promise<() => void> {
  const held: (() => void)[] = []
  let isSlow = true
  await page.routeWebSocket(/\/sync\//u, (socket) => {
    const far = socket.connectToServer()
    far.onMessage((message) => {
      const send = (): void => socket.send(message)
      if (isSlow && (held.length > 0 || message.length > 50_000)) held.push(send)
      else send()
    })
  })
  return () => {
    isSlow = false
    for (const send of held.splice(0)) send()
  }
}

const scroller = (page: Page) => page.locator('[data-scroller]')

test('it is there before the rest, as it will be, and is where one had read on to when that is there', async () => {
  const text = await createText(server, draftOf('A long text'))
  const { page, faults } = await signIn(browser, server, 'expert-african')
  const letThrough = await slowLine(page)
  await page.goto(`${server.url}/texts/${text}`)
  const clause = (id: string) => page.locator(`.clause[data-id="${id}"]`)
  await clause('a5p7').waitFor()
  expect(await page.locator('.clause').count()).toBe(60)
  expect(await clause('a1').getAttribute('data-label')).toBe('Article 2')
  // The title is that of the text, and not once more that of the page.
  expect(await page.getByRole('main').getByText('A long text', { exact: true }).count()).toBe(1)
  // What it refers to is in it, or is not known yet.
  expect(await clause('a0p0').textContent()).toBe('See paragraph 2 and ….')
  const main = page.getByRole('main', { name: 'A long text' })
  expect(await main.getAttribute('aria-busy')).toBe('true')
  const onItsWay = page.getByRole('status').filter({ hasText: 'The rest of the text is on its way.' })
  expect(await onItsWay.count()).toBe(1)
  expect(await page.locator('[contenteditable="true"]').count()).toBe(0)
  expect(await violations(page)).toEqual([])
  const place = await clause('a1p3').boundingBox()

  await scroller(page).evaluate((element) => element.scrollTo(0, 700))
  await expect.poll(() => clause('a1p3').boundingBox()).toMatchObject({ y: (place?.y ?? 0) - 700 })
  letThrough()
  await page.getByRole('textbox', { name: /./ }).locator('.clause').first().waitFor()
  expect(await clause('a1p3').boundingBox()).toEqual({ ...place, y: (place?.y ?? 0) - 700 })
  expect(await page.locator('.clause').count()).toBe(601)
  expect(await main.getAttribute('aria-busy')).toBeNull()
  expect(await onItsWay.count()).toBe(0)
  expect(await clause('a0p0').textContent()).toBe('See paragraph 2 and article 56(3).')
  await typeAtEnd(page, 'a1p3', ' Written.')
  await untilSaved(page)
  expect(await clause('a1p3').textContent()).toMatch(/ Written\.$/u)
  expect(faults).toEqual([])
})

test('who asks for a clause waits for that, and who has a copy reads that', async () => {
  const text = await createText(server, draftOf('Asked for'))
  const { page, faults } = await signIn(browser, server, 'expert-african')
  const letThrough = await slowLine(page)
  await page.goto(`${server.url}/texts/${text}#clause=a50`)
  await page.getByText('Opening the text').waitFor()
  expect(await page.locator('.clause').count()).toBe(0)
  letThrough()
  await page.locator('.clause[data-id="a50"]').waitFor()
  await untilSaved(page)
  await page.reload()
  await page.getByRole('textbox', { name: /./ }).locator('.clause').first().waitFor()
  expect(await page.locator('.clause').count()).toBe(601)
  expect(faults).toEqual([])
})
