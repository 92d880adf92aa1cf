/** The past of a text as people find it: what was done, the text as it stood, who wrote and deleted its words. */

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, setRole, simpleDraft, typeAtEnd, untilSaved } from './support/text.ts'

const OBJECT = 'Each State party shall prohibit the export of such goods.'

let server: RunningServer
let browser: Browser
let ana: Page
let ben: Page
let text: string
const faults: string[][] = []

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  text = await createText(server, simpleDraft('Past', { Object: [OBJECT, 'It shall keep records.'] }))
  for (const member of ['expert-african', 'expert-grulac']) {
    const seat = await signIn(browser, server, member)
    faults.push(seat.faults)
    await openText(seat.page, server, text)
    if (member === 'expert-african') ana = seat.page
    else ben = seat.page
  }
  await typeAtEnd(ana, 'article-0-0', ' Written by Ana.')
  await untilSaved(ana)
  await typeAtEnd(ben, 'article-0-1', ' Written by Ben.')
  await ben.locator('.clause[data-id="article-0-0"]').dblclick({ position: { x: 12, y: 8 } })
  await ben.keyboard.press('Delete')
  await untilSaved(ben)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const lines = (): Locator => ana.getByRole('list', { name: 'Activity' }).getByRole('listitem')
const slider = (): Locator => ana.getByRole('slider', { name: 'Time' })
/** The clauses of the page in sight: the living text waits behind it. */
const clausesThen = (): Promise<string[]> => ana.getByRole('main').locator('.clause').allTextContents()
const filter = (name: string): Locator => ana.getByRole('combobox', { name })

test('the activity says who did what at which clause', async () => {
  await ana.goto(`${server.url}/texts/${text}/history`)
  const written = lines().filter({ hasText: 'changed the text' })
  await written.nth(2).waitFor()
  await expect.poll(() => written.first().textContent()).toContain('Article 1(2)')
  expect(await lines().last().textContent()).toContain('created the text')
})

test('the roles that a new text gave are one line, which says them when it is opened', async () => {
  const roles = lines().filter({ hasText: 'members a role in this text' })
  expect(await roles.count()).toBe(1)
  const one = roles.getByText('made Dario Penhallis Delegate in this text')
  expect(await one.isVisible()).toBe(false)
  await roles.getByText(/^gave \d+ members/).click()
  await one.waitFor()
  await roles.getByText(/^gave \d+ members/).click()
})

test('a text that this computer has is opening until it is saved, and never said to be offline', async () => {
  await ana.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver(() => {
      const state = document.querySelector<HTMLElement>('output[data-state]')?.dataset['state']
      if (state !== undefined && state !== said.at(-1)) said.push(state)
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state'] })
  })
  for (let times = 0; times < 3; times++) {
    await ana.reload()
    await untilSaved(ana)
    expect(await ana.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual(['opening', 'saved'])
  }
})

test('it is filtered by delegation, member, clause and kind', async () => {
  const all = await lines().count()
  await filter('By kind').selectOption('text.created')
  await expect.poll(() => lines().count()).toBe(1)
  await ana.getByRole('button', { name: 'Show all' }).click()
  await filter('By member').selectOption('expert-african')
  await expect.poll(() => lines().count()).toBe(1)
  await filter('By delegation').selectOption({ label: 'African Group expert' })
  expect(await lines().count()).toBe(1)
  await filter('By clause').selectOption('article-0-1')
  await ana.getByText('Nothing of this kind has happened').waitFor()
  await ana.getByRole('button', { name: 'Show all' }).click()
  await expect.poll(() => lines().count()).toBe(all)
})

test('the slider goes back by keyboard to the text as it stood, and says when that was', async () => {
  await slider().focus()
  await ana.keyboard.press('Home')
  await expect.poll(() => clausesThen()).toContain(OBJECT)
  expect(await slider().getAttribute('aria-valuetext')).toMatch(/\d{4}.*\d:\d\d.*created the text/)
  await ana.keyboard.press('ArrowRight')
  await expect.poll(() => clausesThen()).toContain(`${OBJECT} Written by Ana.`)
  expect(await clausesThen()).not.toContain('It shall keep records. Written by Ben.')
})

test('the slider says who wrote last and where, and a role given since only where it was given', async () => {
  await setRole(server, { text, member: 'arcadia', role: 'observer' })
  await setRole(server, { text, member: 'meridia', role: 'observer' })
  await ana.goto(`${server.url}/texts/${text}/history`)
  const said = (): Promise<string | null> => slider().getAttribute('aria-valuetext')
  const wrote = 'Joaquín Ibarluz changed the text'
  await expect
    .poll(said)
    .toMatch(new RegExp(`${wrote}.* · Article 1\\(\\d\\).*; Inès Valcourt gave 2 members a role in this text$`))
  await slider().focus()
  await ana.keyboard.press('ArrowLeft')
  await expect.poll(said).toMatch(new RegExp(`${wrote}[^;]*$`))
  await ana.keyboard.press('Home')
  await expect.poll(said).toMatch(/Inès Valcourt created the text; Inès Valcourt gave \d+ members a role in this text$/)
})

test('the text of then is compared with now, at an address that can be sent', async () => {
  await ana.getByText('Changed since then').click()
  const comparison = ana.getByRole('region', { name: 'The comparison' })
  await comparison.locator('ins', { hasText: 'Written by Ben.' }).waitFor()
  expect(await comparison.locator('ins', { hasText: 'Written by Ana.' }).count()).toBe(0)
  await ana.reload()
  await comparison.locator('ins', { hasText: 'Written by Ben.' }).waitFor()
  expect(faults.flat()).toEqual([])
})

test('the words in the text say who wrote them, and the panel who deleted what', async () => {
  await openText(ana, server, text)
  await ana.keyboard.press('Control+Alt+b')
  const panel = ana.getByRole('complementary', { name: 'Who wrote it' })
  const byBen = ana.locator('.clause[data-id="article-0-1"] .author').last()
  await byBen.waitFor()
  expect(await byBen.textContent()).toBe(' Written by Ben.')
  expect(await byBen.getAttribute('title')).toContain('GRULAC expert')

  await ana.locator('.clause[data-id="article-0-0"]').click()
  const deleted = panel.getByRole('listitem').filter({ has: ana.locator('del') })
  await deleted.getByText('Deleted by').waitFor()
  expect(await deleted.locator('del').textContent()).toContain('Each')
  expect(await ana.locator('.clause[data-id="article-0-0"]').textContent()).not.toContain('Each')

  await ana.keyboard.press('Control+Alt+b')
  await expect.poll(() => ana.locator('.author').count()).toBe(0)
  expect(faults.flat()).toEqual([])
})
