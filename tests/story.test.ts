/** The whole story in a real browser: two people write one clause, a delegation comments, the secretariat compares. */

import { openSync, readSync, writeSync, closeSync, statSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, travaux, type RunningServer } from './support/server.ts'
import { openText, shownClauses, untilSaved } from './support/text.ts'

const TEXT = 'zero-draft'

let server: RunningServer
let browser: Browser
let faults: string[][]
let ana: Page
let ben: Page
let arcadia: Page
let secretariat: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  const seats = []
  for (const member of ['expert-african', 'expert-grulac', 'arcadia', 'secretariat'])
    seats.push(await signIn(browser, server, member))
  ;[ana, ben, arcadia, secretariat] = seats.map(({ page }) => page) as [Page, Page, Page, Page]
  faults = seats.map((seat) => seat.faults)
  await Promise.all([ana, ben, arcadia, secretariat].map((page) => openText(page, server, TEXT)))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const clauseOf = (page: Page, id: string): Locator => page.locator(`.travaux-text .clause[data-id="${id}"]`)

/** Not the rendered text: the browser may not have drawn a clause that is far away. */
async function wordsIn(page: Page, id: string): Promise<string> {
  return clauseOf(page, id).evaluate((clause) => {
    const copy = clause.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.caret')) caret.remove()
    return copy.textContent ?? ''
  })
}

async function caretAtEnd(page: Page, id: string): Promise<void> {
  await clauseOf(page, id).scrollIntoViewIfNeeded()
  await clauseOf(page, id).click()
  await page.keyboard.press('End')
}

/** The id and words of a paragraph that no thread and no bracket is in. */
const PARAGRAPH = 'art12-p1'

test('two people type into one clause at once and both see both', async () => {
  await Promise.all([caretAtEnd(ana, PARAGRAPH), caretAtEnd(ben, PARAGRAPH)])
  await ben.keyboard.press('Home')
  await Promise.all([
    ana.keyboard.type(' Written by Ana.', { delay: 15 }),
    ben.keyboard.type('Written by Ben. ', { delay: 15 }),
  ])
  await Promise.all([untilSaved(ana), untilSaved(ben)])
  for (const page of [ana, ben]) {
    await expect.poll(() => wordsIn(page, PARAGRAPH), { timeout: 10_000 }).toContain('Written by Ana.')
    expect(await wordsIn(page, PARAGRAPH)).toContain('Written by Ben.')
  }
  expect(await shownClauses(ana)).toEqual(await shownClauses(ben))
})

test('each sees the other and where they are', async () => {
  await expect.poll(() => ana.locator('.caret').count()).toBeGreaterThan(0)
  const caret = ana.locator('.caret').first()
  expect(await caret.getAttribute('title')).toContain('GRULAC expert')
})

test('a delegate cannot type, and is told so', async () => {
  const textbox = arcadia.getByRole('textbox', { name: /zero draft/i })
  expect(await textbox.getAttribute('aria-readonly')).toBe('true')
  const before = await wordsIn(arcadia, PARAGRAPH)
  await clauseOf(arcadia, PARAGRAPH).click()
  await arcadia.keyboard.type('not allowed')
  expect(await wordsIn(arcadia, PARAGRAPH)).toBe(before)
  await arcadia.getByText('You may read and comment').first().waitFor()
})

test('the delegate comments on selected words and an expert replies', async () => {
  await clauseOf(arcadia, PARAGRAPH)
    .getByText('Written by Ben.')
    .dblclick({ position: { x: 12, y: 8 } })
  await arcadia.keyboard.press('Control+Alt+m')
  const rail = arcadia.getByRole('complementary', { name: 'Comments' })
  await rail.getByRole('textbox', { name: 'Write a comment' }).fill('Does this cover components?')
  await rail.getByRole('button', { name: 'Comment', exact: true }).click()
  const seen = ana.getByRole('complementary', { name: 'Comments' })
  await seen.getByText('Does this cover components?').first().click()
  const thread = seen.getByRole('article').filter({ hasText: 'Does this cover components?' })
  await thread.getByText('Dario Penhallis').waitFor()
  await thread.getByRole('textbox', { name: 'Reply' }).fill('It does, by annex I.')
  await thread.getByRole('button', { name: 'Reply' }).click()
  await rail.getByText('It does, by annex I.').waitFor()
})

test('the secretariat issues a version, and compare shows exactly the words changed since', async () => {
  await secretariat.getByRole('link', { name: 'History' }).first().click()
  const panel = secretariat.getByRole('complementary', { name: 'Versions' })
  await panel.getByRole('button', { name: 'Issue a version' }).click()
  await panel.getByRole('textbox', { name: 'Name' }).fill('Before the session')
  await panel.getByRole('textbox', { name: /symbol/i }).fill('A/AC.300/CRP.1/Rev.1')
  await panel.getByRole('button', { name: 'Issue', exact: true }).click()
  await panel.getByText('Before the session').waitFor()

  await caretAtEnd(ana, PARAGRAPH)
  await ana.keyboard.type(' Added after the version.')
  await untilSaved(ana)
  await panel.getByRole('link', { name: 'Compare' }).first().click()
  const comparison = secretariat.getByRole('region', { name: 'The comparison' })
  await comparison.locator('ins').first().waitFor()
  const inserted = await wordsOf(comparison.locator('ins'))
  expect(inserted.map((words) => words.trim())).toEqual(['Added after the version.'])
  expect(await comparison.locator('del').count()).toBe(0)
})

/** The words of insertions or deletions, without what is said to screen readers only. */
async function wordsOf(marks: Locator): Promise<string[]> {
  return marks.evaluateAll((found) =>
    found.map((mark) => {
      const copy = mark.cloneNode(true) as HTMLElement
      for (const hidden of copy.querySelectorAll('.hidden-words')) hidden.remove()
      return copy.textContent ?? ''
    }),
  )
}

test('what showed "Saved" survives SIGKILL in the middle of typing, and the rest arrives on return', async () => {
  await caretAtEnd(ana, PARAGRAPH)
  let saved = ''
  const words = Array.from({ length: 40 }, (_, nth) => ` k${nth}.`)
  for (const [nth, word] of words.entries()) {
    await ana.keyboard.type(word)
    // It is said when the hands rest.
    if (nth === 12) await untilSaved(ana)
    if (
      nth < 25 &&
      (await ana
        .getByRole('status')
        .filter({ hasText: /^Saved/ })
        .count()) > 0
    )
      saved = await wordsIn(ana, PARAGRAPH)
    if (nth === 25) await server.kill()
  }
  expect(saved).not.toBe('')
  await ana
    .getByRole('status')
    .filter({ hasText: /^Offline: \d+ changes? kept here/ })
    .waitFor()
  await server.restart()
  await untilSaved(ana)
  await expect.poll(() => wordsIn(ben, PARAGRAPH), { timeout: 20_000 }).toContain(words.join('').trim())
  const here = await wordsIn(ana, PARAGRAPH)
  expect(here.startsWith(saved)).toBe(true)
  expect(await shownClauses(ana)).toEqual(await shownClauses(ben))
})

test('words written offline and left in the browser are sent when the page is opened again', async () => {
  await caretAtEnd(ben, PARAGRAPH)
  await server.kill()
  await ben.keyboard.type(' Written offline.')
  await ben
    .getByRole('status')
    .filter({ hasText: /^Offline/ })
    .waitFor()
  await ben.waitForTimeout(300)
  await server.restart()
  await openText(ben, server, TEXT)
  await untilSaved(ben)
  await expect.poll(() => wordsIn(ana, PARAGRAPH), { timeout: 20_000 }).toContain('Written offline.')
})

test('nothing went wrong in any page', () => {
  expect(faults.flat()).toEqual([])
})

test('the record verifies, and no longer does after one byte is altered', async () => {
  await server.kill()
  const sound = await travaux(server.data, 'verify', TEXT)
  expect({ code: sound.code, err: sound.err }).toEqual({ code: 0, err: '' })
  const copy = mkdtempSync(join(tmpdir(), 'travaux-altered-'))
  cpSync(server.data, copy, { recursive: true })
  await alterByte(copy)
  const altered = await travaux(copy, 'verify', TEXT)
  expect(altered.code).toBe(1)
  expect(altered.out + altered.err).toMatch(/entry \d+/)
  rmSync(copy, { recursive: true, force: true })
})

/** Changes one letter of the words that Ana typed, wherever the database keeps them. */
async function alterByte(data: string): Promise<void> {
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(join(data, 'record.db'))
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  const path = join(data, 'record.db')
  const file = openSync(path, 'r+')
  const bytes = Buffer.alloc(statSync(path).size)
  readSync(file, bytes, 0, bytes.length, 0)
  const at = bytes.indexOf('components?')
  expect(at).toBeGreaterThan(0)
  writeSync(file, 'X', at)
  closeSync(file)
}
