/** Comparison in a real browser: every view by keyboard, corrections, reports, paper. */

import { readFile } from 'node:fs/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { command, createText, openText, simpleDraft, typeAtEnd, untilSaved } from './support/text.ts'

const TEXT = 'zero-draft'

let server: RunningServer
let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;({ page, faults } = await signIn(browser, server, 'secretariat'))
  await command(server, TEXT, { type: 'version.issue', version: 'version-first', label: 'First', symbol: '' })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const comparison = (): Locator => page.getByRole('region', { name: 'The comparison' })

async function openComparison(query = ''): Promise<void> {
  await page.goto(`${server.url}/texts/${TEXT}/compare${query}`)
  await comparison().locator('ins').first().waitFor()
}

describe('every view', () => {
  test('steps from change to change, and says insertions and deletions to a screen reader', async () => {
    await openComparison()
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByText(/^Change 2 of \d+$/).waitFor()
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
    expect(focused).toMatch(/insertion .+ end|deletion .+ end/)
    expect(await violations(page)).toEqual([])
  })

  test('stands side by side, with a line from where a clause was to where it is', async () => {
    await openComparison()
    await page.getByText('Side by side').click()
    const was = comparison().locator('[data-part="old"]').first()
    await was.evaluate((row) => row.scrollIntoView({ block: 'center' }))
    await was.getByText(/^moved to/).waitFor()
    await expect.poll(() => comparison().locator('svg path').count()).toBeGreaterThan(0)
    expect(await violations(page)).toEqual([])
  })

  test('is a table that is filtered, sorted and opened by keyboard', async () => {
    await openComparison()
    await page.getByText('Table', { exact: true }).click()
    const table = page.getByRole('table')
    const rows = table.getByRole('rowheader').getByRole('button')
    const all = await rows.count()
    await page.getByRole('textbox', { name: 'Find in the table' }).fill('licence')
    await expect.poll(() => rows.count()).toBeLessThan(all)
    await page.getByRole('button', { name: 'Characters' }).press('Enter')
    expect(await table.getByRole('columnheader', { name: 'Characters' }).getAttribute('aria-sort')).toBe('descending')
    expect(await violations(page)).toEqual([])
    await rows.first().focus()
    await page.keyboard.press('ArrowDown')
    const second = (await rows.nth(1).textContent()) ?? ''
    await page.keyboard.press('Enter')
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.getAttribute('data-pair') && document.activeElement.textContent),
      )
      .toContain(second)
  })

  test('shows a way in two steps', async () => {
    await openComparison()
    await page.getByRole('button', { name: 'Add a step between' }).click()
    await page.getByRole('combobox', { name: 'Through' }).waitFor()
    await comparison().locator('ins').first().waitFor()
    expect(new URL(page.url()).searchParams.get('through')).toBe('version-first')
    expect(await violations(page)).toEqual([])
  })

  test('follows one clause through all its states, newest first', async () => {
    await openText(page, server, TEXT)
    await page.locator('.clause.differs-amended').first().waitFor({ state: 'attached' })
    await page.locator('.clause[data-id="art12-p1"]').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Followed.')
    await untilSaved(page)
    await page.locator('.clause[data-id="art12-p1"].differs-amended').waitFor({ state: 'attached' })
    await page.keyboard.press('Control+Alt+d')
    await page.getByRole('link', { name: 'History of this clause' }).click()
    const turns = page.getByRole('region', { name: 'History of a clause' }).getByRole('listitem')
    await expect
      .poll(() => turns.first().locator('ins').allTextContents())
      .toContainEqual(expect.stringContaining('Followed.'))
    expect(await turns.first().getByRole('heading').textContent()).toContain('The living text')
    expect(await violations(page)).toEqual([])
  })

  test('an Arabic text reads from right to left for who reads English, what was added and deleted whole as well', async () => {
    const paragraphs = ['تحظر الدول الإنتاج.', 'تحظر الدول التصدير.', 'تقدم الدول تقارير.']
    const draft = { ...simpleDraft('Arabic', { الحظر: paragraphs }), language: 'ar' }
    const id = await createText(server, draft)
    await command(server, id, { type: 'version.issue', version: 'version-arabic', label: 'First', symbol: '' })
    await openText(page, server, id)
    await typeAtEnd(page, 'article-0-0', ' وتمنعه')
    await typeAtEnd(page, 'article-0-1', '')
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await typeAtEnd(page, 'article-0-2', '')
    await page.keyboard.press('Enter')
    await page.keyboard.type('تسري هذه المادة.')
    await untilSaved(page)
    await page.goto(`${server.url}/texts/${id}/compare?old=version-arabic&new=living`)
    await comparison().locator('ins').first().waitFor()
    const rows = await comparison()
      .locator('.clause')
      .evaluateAll((clauses) => clauses.map((clause) => getComputedStyle(clause).direction))
    expect(rows.length).toBeGreaterThan(2)
    expect(new Set(rows)).toEqual(new Set(['rtl']))
    const cited = comparison().getByText(/^المادة 1\(\d( \w+)?\)$/u)
    expect(await cited.count()).toBeGreaterThan(2)
    const directions = await cited.evaluateAll((some) => some.map((one) => getComputedStyle(one).direction))
    expect(new Set(directions)).toEqual(new Set(['rtl']))
    expect(await violations(page)).toEqual([])
  })

  test('reads from right to left', async () => {
    const context = await browser.newContext({ locale: 'ar', viewport: { width: 1440, height: 900 } })
    const arabic = await context.newPage()
    await arabic.goto(await server.link('secretariat'))
    await arabic.goto(`${server.url}/texts/${TEXT}/compare`)
    const row = arabic.locator('[data-pair]').first()
    await row.waitFor()
    expect(await arabic.evaluate(() => document.documentElement.dir)).toBe('rtl')
    const [map, words] = await Promise.all([
      arabic.locator('[data-change][class*="stroke"]').first().boundingBox(),
      row.boundingBox(),
    ])
    expect(map?.x ?? Infinity).toBeLessThan(words?.x ?? 0)
    await context.close()
  })
})

test('a person joins two clauses, everybody sees it, and it can be taken back', async () => {
  await openComparison()
  const added = comparison().locator('[data-pair]').filter({ hasText: 'added' }).first()
  await added.getByRole('button', { name: 'How these clauses were paired' }).click()
  await added.getByRole('combobox', { name: 'Join with another clause' }).selectOption({ index: 1 })
  const corrections = page.getByText('1 correction by hand')
  await corrections.click()
  await page
    .getByRole('listitem')
    .filter({ hasText: /joined by/ })
    .waitFor()
  await openComparison()
  await corrections.click()
  await page.getByRole('button', { name: 'Take back' }).click()
  await corrections.waitFor({ state: 'detached' })
})

test('the history of a clause and the way in two steps follow corrections too', async () => {
  const say = (as: 'found' | 'parted'): Promise<void> =>
    command(server, TEXT, {
      type: 'comparison.correct',
      old: 'version-first',
      new: 'living',
      clauses: ['art12-p1', 'art12-p1'],
      as,
    })
  await say('parted')
  await page.goto(`${server.url}/texts/${TEXT}/compare?of=art12-p1`)
  const turns = page.getByRole('region', { name: 'History of a clause' }).getByRole('listitem')
  await turns.first().getByText('added').waitFor()
  await openComparison('?through=version-first')
  const parted = comparison().locator('[data-pair]').filter({ hasText: 'Followed.' })
  await parted.getByText('added').waitFor()
  await say('found')
  await openComparison('?through=version-first')
  await parted.getByText('amended').waitFor()
})

test('a report is saved that stands alone and names who changed what', async () => {
  await openComparison('?old=version-first')
  await page.getByRole('button', { name: 'Save report' }).click()
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'As a page (HTML)' }).click(),
  ])
  expect(saved.suggestedFilename()).toMatch(/^comparison-zero-draft.*\.html$/)
  const html = await readFile(await saved.path(), 'utf8')
  expect(html).toMatch(/Who changed what[^]*\(Secretariat\)[^]*<ins>[^]*Followed\./)
})

test('on paper there is the redline and none of the instruments', async () => {
  await openComparison()
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('banner').isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Save report' }).isVisible()).toBe(false)
  expect(await comparison().isVisible()).toBe(true)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  expect(pages?.length ?? 0).toBeGreaterThan(5)
  await page.emulateMedia({ media: null })
})

test('who comes back is told what changed, and the line opens that comparison', async () => {
  // The server cannot be told, so that what this browser kept is all there is to go by.
  await page.route('**/visit', (route) => route.abort())
  await openText(page, server, TEXT)
  await untilSaved(page)
  const stored = (): Promise<string | undefined> =>
    page.evaluate(() => Object.entries(localStorage).find(([key]) => key.startsWith('travaux:seen:'))?.[1] as string)
  await expect.poll(stored).toContain('"seq"')
  // As if this had been another day, before the clause was changed.
  await page.evaluate((text) => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('travaux:seen:') && one.endsWith(text)) ?? ''
    const { last } = JSON.parse(localStorage.getItem(key) ?? '') as { last: { seq: number; at: number } }
    const before = { seq: 1, at: last.at - 24 * 3600_000 }
    localStorage.setItem(key, JSON.stringify({ since: null, last: before }))
  }, TEXT)
  await openText(page, server, TEXT)
  await page.getByText(/^Since you were last here/).waitFor()
  await page.getByRole('link', { name: 'Show what changed' }).click()
  await comparison().getByText('Followed.').first().waitFor()
  await page.unroute('**/visit')
  expect(faults).toEqual([])
})

test('who was last here in another browser is told what changed since then', async () => {
  const member = 'chair'
  const authorization = `Bearer ${await server.token(member)}`
  const yesterday = { since: null, last: { seq: 1, at: Date.now() - 24 * 3600_000 } }
  const told = await fetch(`${server.url}/api/texts/${TEXT}/visit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify(yesterday),
  })
  expect(told.status).toBe(200)
  const { page: other } = await signIn(browser, server, member)
  await openText(other, server, TEXT)
  await other.getByText(/^Since you were last here/).waitFor()
  await other.close()
})

test('a clause that was emptied says what may stand there and that it differs, and a press on its bar says how', async () => {
  const text = await createText(server, simpleDraft('Emptied', { Object: ['One.', 'Two.'] }))
  await command(server, text, { type: 'version.issue', version: 'version-emptied', label: 'Emptied', symbol: '' })
  await command(server, text, { type: 'baseline.pin', text, version: 'version-emptied' })
  await openText(page, server, text)
  await page.getByText('Two.', { exact: true }).click({ clickCount: 3 })
  await page.keyboard.press('Delete')
  const emptied = page.locator('[data-id="article-0-1"].differs-amended[data-placeholder]')
  await emptied.waitFor()
  const drawn = await emptied.evaluate((clause) => {
    const { content, borderInlineStartWidth, borderInlineStartStyle } = getComputedStyle(clause, '::after')
    return { content, bar: `${borderInlineStartWidth} ${borderInlineStartStyle}` }
  })
  expect(drawn.content).not.toBe('""')
  expect(drawn.bar).toBe('3px solid')
  const box = await emptied.boundingBox()
  await page.mouse.click((box?.x ?? 0) - 67, (box?.y ?? 0) + 13)
  await page.getByRole('dialog', { name: 'Against the baseline' }).getByText('Two.').waitFor()
})

test('a recital is called as its margin says', async () => {
  await openComparison()
  await comparison().locator('bdi').getByText('PP1', { exact: true }).waitFor()
})

test('which of several wordings it is stands above its words, not over them', async () => {
  const text = await createText(server, simpleDraft('Rivals', { Object: ['One.', 'Two.'] }))
  await command(server, text, { type: 'version.issue', version: `${text}-first`, label: 'First', symbol: '' })
  await openText(page, server, text)
  await typeAtEnd(page, 'article-0-0', '')
  await page.keyboard.press('Control+Alt+o')
  await page.keyboard.type('Another.')
  await untilSaved(page)
  await page.goto(`${server.url}/texts/${text}/compare?old=${text}-first&new=living`)
  const option = comparison().locator('.clause[data-label="1. Option 2"]')
  await option.waitFor()
  expect(await option.evaluate((clause) => getComputedStyle(clause, '::before').position)).toBe('static')
})

test('a link to a version that is not there says so, and leads on', async () => {
  for (const query of ['?old=none&new=living', '?old=version-first&through=none&new=living']) {
    await page.goto(`${server.url}/texts/${TEXT}/compare${query}`)
    const alert = page.getByRole('alert')
    await alert.getByText('There is no such version', { exact: false }).waitFor()
    expect(await page.getByText('Comparing').count()).toBe(0)
    expect(await page.getByLabel('From').count()).toBe(0)
    expect(await violations(page)).toEqual([])
  }
  await page.getByRole('link', { name: 'Compare with the baseline' }).click()
  await comparison().locator('ins').first().waitFor()
})

test.each([1440, 720])('the table never scrolls sideways, and shows each change, at %i pixels', async (width) => {
  await openComparison()
  await page.getByText('Table', { exact: true }).click()
  const table = page.getByRole('region', { name: 'Table of changes' })
  await table.getByRole('row').nth(100).waitFor({ state: 'attached' })
  await page.setViewportSize({ width, height: 450 })
  const room = await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  const unseen = await table.locator('tbody tr').evaluateAll(
    (rows) =>
      rows.filter((row) => {
        const cell = row.querySelector('td:last-child')?.getBoundingClientRect()
        const change = row.querySelector('ins, del')?.getClientRects()[0]
        return cell && change && (change.left > cell.right - 24 || change.bottom > cell.bottom)
      }).length,
  )
  await page.setViewportSize({ width: 1440, height: 900 })
  expect(room).toBe(0)
  expect(unseen).toBe(0)
})
