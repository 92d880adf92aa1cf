/** Finding one's way: one article alone, following somebody, the room's screen, and what a screen reader is told. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { openBrowser, signIn, type Seat } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, shownClauses, simpleDraft, typeAtEnd } from './support/text.ts'

let server: RunningServer
let browser: Browser
let text: string
let ana: Seat
let ben: Seat

const long = Array.from(
  { length: 40 },
  (_, nth) => `Each State Party shall report, for the ${nth}th time, on licences.`,
)

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  text = await createText(server, simpleDraft('Orientation', { Object: long, Licences: long, Records: long }))
  ;[ana, ben] = (await Promise.all(['expert-african', 'chair'].map((member) => signIn(browser, server, member)))) as [
    Seat,
    Seat,
  ]
  await Promise.all([openText(ana.page, server, text), openText(ben.page, server, text)])
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const clause = (page: Page, id: string) => page.locator(`.clause[data-id="${id}"]`)

/** Puts the caret into a clause and waits until the others know. */
async function goInto(page: Page, id: string): Promise<void> {
  await clause(page, id).scrollIntoViewIfNeeded()
  await clause(page, id).click()
}

/** Where the caret is: its clause, the offset there, and whether it is in sight. */
const caretOf = (page: Page) =>
  page.evaluate(() => {
    const { focusNode, focusOffset } = getSelection() ?? {}
    const element = focusNode instanceof Element ? focusNode : focusNode?.parentElement
    const found = element?.closest<HTMLElement>('.clause')
    const box = found?.getBoundingClientRect()
    const isInSight = box !== undefined && box.top >= 0 && box.bottom <= innerHeight
    return { clause: found?.dataset['id'], isAtEnd: focusOffset === focusNode?.textContent?.length, isInSight }
  })

test('Ctrl+End and Ctrl+Home go to the ends of a text of which most is not drawn, and Shift selects up to there', async () => {
  const { page } = ana
  await goInto(page, 'article-0-1')
  for (const [keys, clause] of [
    ['Control+End', 'article-2-39'],
    ['Control+Home', 'article-0'],
    ['Control+Shift+End', 'article-2-39'],
  ] as const) {
    await page.keyboard.press(keys)
    await expect.poll(() => caretOf(page)).toMatchObject({ clause, isInSight: true })
  }
  expect(await page.evaluate(() => String(getSelection()).split('for the 39th time').length - 1)).toBe(3)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => caretOf(page)).toEqual({ clause: 'article-2-39', isAtEnd: true, isInSight: true })
  await page.keyboard.type(' Last.')
  await expect.poll(async () => (await shownClauses(ben.page)).at(-1)).toContain('on licences. Last.')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => caretOf(page)).toMatchObject({ clause: 'article-0', isInSight: true })
})

test('one article is shown alone, is still kept up by others, and Escape shows the whole text', async () => {
  const { page } = ana
  await goInto(page, 'article-1-2')
  await page.keyboard.press('Control+Shift+f')
  await page.getByRole('region', { name: 'One article alone' }).getByText('Only Article 2 is shown.').waitFor()
  expect(await clause(page, 'article-1').isVisible()).toBe(true)
  expect(await clause(page, 'article-0').isVisible()).toBe(false)
  expect(await clause(page, 'article-2-0').isVisible()).toBe(false)
  await typeAtEnd(ben.page, 'article-0-0', ' Elsewhere.')
  await expect.poll(async () => (await shownClauses(page))[1]).toContain('Elsewhere.')
  expect(await clause(page, 'article-1-2').isVisible()).toBe(true)
  await page.keyboard.press('Control+End')
  await expect.poll(() => caretOf(page)).toMatchObject({ clause: 'article-1-39', isInSight: true })
  await page.keyboard.press('Control+Home')
  await expect.poll(() => caretOf(page)).toMatchObject({ clause: 'article-1', isInSight: true })
  await goInto(page, 'article-1-2')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Begun here.')
  await page.getByText('Begun here.').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => clause(page, 'article-0').isVisible()).toBe(true)
})

test('the caret says which clause it comes to, and what the clause is called once it was moved', async () => {
  const { page } = ana
  const said = page.getByRole('status', { name: 'Where you are' })
  await goInto(page, 'article-0-3')
  await expect.poll(() => said.textContent()).toBe('Article 1(4), Paragraph.')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect.poll(() => said.textContent()).toBe('This is now Article 1(3).')
  await page.keyboard.press('Control+z')
  await expect.poll(() => said.textContent()).toBe('This is now Article 1(4).')
  expect(await page.getByRole('textbox', { name: 'Orientation' }).getAttribute('aria-multiline')).toBe('true')
})

test('following somebody goes where they go, until one scrolls', async () => {
  const { page } = ana
  await goInto(ben.page, 'article-0-1')
  await page.getByRole('button', { name: /here$/ }).click()
  await page.getByRole('button', { name: /^Follow / }).click()
  const notice = page.getByRole('region', { name: 'Following' })
  await notice.getByText('Now in Article 1(2).').waitFor()
  await page.locator('.travaux-text:focus').waitFor()
  await goInto(ben.page, 'article-2-30')
  await notice.getByText('Now in Article 3(31).').waitFor()
  await expect.poll(() => clause(page, 'article-2-30').isVisible()).toBe(true)
  await expect.poll(async () => (await clause(page, 'article-2-30').boundingBox())?.y ?? -1).toBeGreaterThan(0)
  await page.mouse.move(600, 500)
  await page.mouse.wheel(0, -300)
  await notice.waitFor({ state: 'detached' })
})

test('the room sees the clause of the chair, in large type, and cannot write', async () => {
  const { page } = await signIn(browser, server, 'expert-grulac')
  await goInto(ben.page, 'article-0-5')
  await page.goto(`${server.url}/texts/${text}/present`)
  await page.locator('.travaux-text .clause').first().waitFor()
  const place = page.getByRole('status').filter({ hasText: 'Article' })
  await expect.poll(() => place.textContent()).toBe('Article 1(6)')
  await goInto(ben.page, 'article-2-7')
  await expect.poll(() => place.textContent()).toBe('Article 3(8)')
  await expect.poll(async () => (await clause(page, 'article-2-7').boundingBox())?.y ?? -1).toBeGreaterThan(0)
  const width = async (): Promise<number> => (await clause(page, 'article-2-7').boundingBox())?.width ?? 0
  const before = await width()
  await page.getByRole('button', { name: 'Smaller type' }).click()
  await expect.poll(width).toBeLessThan(before)
  // What a button under the pointer is called floats outside of the page for as long as it is shown.
  await page.mouse.move(0, 0)
  await page.getByRole('tooltip').waitFor({ state: 'hidden' })
  expect(await page.getByRole('textbox', { name: 'Orientation' }).getAttribute('aria-readonly')).toBe('true')
  expect(await violations(page)).toEqual([])
  await page.getByRole('combobox', { name: 'Whose place the room follows' }).selectOption('')
  await page.getByRole('button', { name: 'Back to the text' }).click()
  await page.waitForURL(`${server.url}/texts/${text}`)
})

test('printed, the page is a document: all of its clauses and nothing of the tools', async () => {
  const { page } = ana
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('textbox', { name: 'Orientation' }).isVisible()).toBe(true)
  for (const tool of ['banner', 'complementary', 'navigation'] as const)
    expect(await page.getByRole(tool).filter({ visible: true }).count(), tool).toBe(0)
  const scroller = page.locator('[data-scroller]')
  expect(await scroller.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThan(2)
  await page.emulateMedia({ media: 'screen' })
})

const linkTo = (id: string): string => `${server.url}/texts/${text}#clause=${id}`

test('a link to a clause puts the caret before its first word, where one may write', async () => {
  const { page } = ana
  await page.goto('about:blank')
  await page.goto(linkTo('article-2-30'))
  await clause(page, 'article-2-30').and(page.locator('.revealed')).waitFor()
  await page.keyboard.type('Linked: ')
  await expect.poll(() => clause(page, 'article-2-30').textContent()).toMatch(/^Linked: Each State/)
  await page.keyboard.press('Control+z')
})

test('who follows a link before signing in comes to its clause behind it', async () => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(linkTo('article-1-20'))
  await page.getByRole('heading', { name: 'signed in' }).waitFor()
  await page.goto(await server.link('expert-grulac'))
  await page.waitForURL(linkTo('article-1-20'))
  await clause(page, 'article-1-20').and(page.locator('.revealed')).waitFor()
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Orientation' }).waitFor()
  await page.context().close()
})

test('nothing went wrong in any page', () => {
  expect([...ana.faults, ...ben.faults]).toEqual([])
})
