/** What is read on a small screen, or at 200 %, is not cut off. */

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { command, createText, openText, simpleDraft, typeAtEnd, untilSaved } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;({ page } = await signIn(browser, server, 'secretariat'))
  await page.setViewportSize({ width: 720, height: 450 })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** How much of the words of an element is cut off at its end, in pixels. */
const cutOff = (element: Locator): Promise<number> =>
  element.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)

test.each(['', '?at=0', '?at=0&since'])('the moment that history%s shows is read whole', async (query) => {
  await page.goto(`${server.url}/texts/zero-draft/history${query}`)
  const moment = page
    .getByRole('main')
    .locator('p', { has: page.locator('strong') })
    .first()
  await moment.filter({ hasText: /\d{4}, \d+:\d+/ }).waitFor()
  expect(await cutOff(moment)).toBe(0)
})

test('the head of a text leaves room for the beginning of its title', async () => {
  await openText(page, server, 'zero-draft')
  await untilSaved(page)
  const title = page.getByRole('heading', { level: 1 }).locator('span').first()
  expect(await title.evaluate((element) => element.clientWidth)).toBeGreaterThan(100)
})

test.each([1024, 1150, 1280])('in French at %i pixels the whole of “saved” is read', async (width) => {
  const { page: french } = await signIn(browser, server, 'secretariat')
  await french.evaluate(() => localStorage.setItem('travaux:language', 'fr'))
  await french.setViewportSize({ width, height: 800 })
  await openText(french, server, 'zero-draft')
  const words = french
    .getByRole('status')
    .filter({ hasText: /^Enregistré/ })
    .getByText('Enregistré')
  await words.waitFor()
  expect(await cutOff(words)).toBe(0)
  await french.context().close()
})

/** Which of these lie beyond the edges of the screen, or beneath something else. */
const hidden = (all: Locator): Promise<string[]> =>
  all.evaluateAll((elements) =>
    elements
      .filter((one) => one.checkVisibility())
      .filter((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect()
        const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
        return left < 0 || right > innerWidth || right - left < 24 || hit === null || !one.contains(hit)
      })
      .map((one) => one.ariaLabel ?? one.textContent),
  )

test.each([320, 400, 600])('at %i pixels one reads the history, and opens the versions over it', async (width) => {
  await page.setViewportSize({ width, height: 800 })
  await page.goto(`${server.url}/texts/zero-draft/history`)
  const main = page.getByRole('main')
  await main.getByRole('combobox', { name: 'By member' }).waitFor()
  expect(await hidden(main.getByRole('combobox').or(main.getByRole('button')).or(main.locator('label')))).toEqual([])
  expect((await main.boundingBox())?.width).toBe(width)
  const opens = page.getByRole('button', { name: 'Versions', exact: true })
  const versions = page.getByRole('complementary', { name: 'Versions' })
  await opens.click()
  await versions.getByRole('button', { name: 'Close the versions' }).click()
  await versions.waitFor({ state: 'hidden' })
  await expect.poll(() => opens.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.setViewportSize({ width: 720, height: 450 })
})

test.each([320, 400, 600])('at %i pixels the sides of a comparison are chosen and read', async (width) => {
  await page.setViewportSize({ width, height: 800 })
  await page.goto(`${server.url}/texts/zero-draft/compare`)
  const compared = page.getByRole('region', { name: 'The comparison' }).last()
  await page.getByRole('button', { name: 'Save report' }).waitFor()
  const sides = page.getByRole('combobox', { name: /^(From|To)$/ })
  expect(await sides.count()).toBe(2)
  for (const side of await sides.all()) expect((await side.boundingBox())?.width).toBeGreaterThan(150)
  expect(await hidden(sides.or(page.getByRole('button', { name: 'Swap the two sides' })))).toEqual([])
  expect((await compared.boundingBox())?.height).toBeGreaterThan(300)
  await page.setViewportSize({ width: 720, height: 450 })
})

test.each([320, 400])('at %i pixels the foot of a page is one line, also where words are selected', async (width) => {
  await page.setViewportSize({ width, height: 800 })
  await openText(page, server, await createText(server, simpleDraft('A foot', { Object: long })))
  const foot = page.getByRole('contentinfo')
  const parts = foot.getByRole('button')
  await foot.getByText('words').first().waitFor()
  expect((await foot.boundingBox())?.height).toBeLessThan(32)
  await typeAtEnd(page, 'article-0-0', '')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await foot.getByText('Selected').waitFor()
  expect(await hidden(parts)).toEqual([])
  expect((await foot.boundingBox())?.height).toBeLessThan(32)
  await page.setViewportSize({ width: 720, height: 450 })
})

test.each(['Outline', 'Comments'])('the drawer of the %s has a sign that closes it', async (name) => {
  await openText(page, server, 'zero-draft')
  const opens = page.locator('header').getByRole('button', { name, exact: true })
  await opens.click()
  const drawer = page.getByRole('complementary', { name, exact: true })
  await drawer.getByRole('button', { name: `Close the ${name.toLowerCase()}` }).click()
  await drawer.waitFor({ state: 'hidden' })
  await expect.poll(() => opens.evaluate((button) => button === document.activeElement)).toBe(true)
})

test('the foot of a page is read below a drawer', async () => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await openText(page, server, 'zero-draft')
  const foot = page.getByRole('contentinfo', { name: 'Length of the text' })
  const head = page.locator('header')
  const opens: Readonly<Record<string, () => Promise<void>>> = {
    Outline: () => head.getByRole('button', { name: 'Outline', exact: true }).click(),
    Comments: () => head.getByRole('button', { name: 'Comments', exact: true }).click(),
    'Deleted clauses': () => foot.getByRole('button', { name: 'Deleted clauses' }).click(),
    Checks: () => page.keyboard.press('Control+Alt+v'),
  }
  for (const [name, open] of Object.entries(opens)) {
    await open()
    const drawer = page.getByRole('complementary', { name, exact: true })
    await drawer.waitFor()
    const [over, line] = await Promise.all([drawer.boundingBox(), foot.boundingBox()])
    expect((over?.y ?? 0) + (over?.height ?? Infinity)).toBeLessThanOrEqual(line?.y ?? 0)
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
  }
  await page.setViewportSize({ width: 720, height: 450 })
})

test.each([
  [1024, 'Comments'],
  [1024, 'Deleted clauses'],
  [800, 'Outline'],
  [800, 'Comments'],
])('at %i pixels the drawer of the %s lies over nothing that is searched', async (width, name) => {
  await page.setViewportSize({ width, height: 768 })
  await openText(page, server, 'zero-draft')
  await page.keyboard.press('Control+h')
  const search = page.getByRole('search').getByRole('button')
  await search.first().waitFor()
  await page.getByRole('button', { name, exact: true }).click()
  const drawer = page.getByRole('complementary', { name, exact: true })
  await drawer.waitFor()
  expect(await hidden(search)).toEqual([])
  const [over, bar] = [await drawer.boundingBox(), await page.getByRole('search').boundingBox()]
  expect(over?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? Infinity))
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 720, height: 450 })
})

test('where the header has no room for them, the menu of the account opens the palette and the sheet of keys', async () => {
  await openText(page, server, 'zero-draft')
  const choose = async (item: string): Promise<void> => {
    await page.getByRole('button', { name: /account$/ }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await choose('Do something by name')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true)
  await page.keyboard.type('outline')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await choose('Keys')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
})

const long = Array.from(
  { length: 40 },
  (_, nth) => `Each State Party shall take measure ${nth} within its jurisdiction, as it sees fit.`,
)

test('a comment is written and read beside its words, where there is room for both', async () => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await openText(page, server, await createText(server, simpleDraft('Both seen', { Object: long })))
  await typeAtEnd(page, 'article-0-20', '')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+Alt+m')
  const rail = page.getByRole('complementary', { name: 'Comments' })
  await rail.getByRole('textbox', { name: 'Write a comment' }).waitFor()
  const [drawer, clause] = await Promise.all([
    rail.boundingBox(),
    page.locator('.clause[data-id="article-0-20"]').boundingBox(),
  ])
  expect((clause?.x ?? 0) + (clause?.width ?? 0)).toBeLessThanOrEqual(drawer?.x ?? 0)
  expect(clause?.y).toBeGreaterThan(48)
  expect((clause?.y ?? 0) + (clause?.height ?? 0)).toBeLessThan(768)
  await page.keyboard.press('Control+h')
  const search = page.getByRole('search').getByRole('button')
  await search.first().waitFor()
  expect(await hidden(search)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 720, height: 450 })
})

test.each([
  [1024, 768],
  [1440, 900],
])('the menu of a clause stands whole on a screen of %i by %i', async (width, height) => {
  await page.setViewportSize({ width, height })
  await openText(page, server, await createText(server, simpleDraft('A menu', { Object: long })))
  await page.locator('.clause[data-id="article-0-3"]').click()
  await page.keyboard.press('Alt+Enter')
  const menu = page.getByRole('menu')
  await menu.getByRole('menuitem', { name: 'Delete the clause' }).waitFor()
  await expect.poll(() => menu.evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0)
  const [box, head] = [await menu.boundingBox(), await page.locator('header').first().boundingBox()]
  expect(box?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0))
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 720, height: 450 })
})

test('the menu of a clause of four lines in the middle of the screen stands whole beside the clause', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const four = 'Each State Party shall take the measures that are necessary for that. '.repeat(4)
  await openText(
    page,
    server,
    await createText(server, simpleDraft('In the middle', { Object: [...long, four, ...long] })),
  )
  const clause = page.locator(`.clause[data-id="article-0-${long.length}"]`)
  await clause.click()
  await clause.evaluate((block) => block.scrollIntoView({ block: 'center' }))
  await page.keyboard.press('Alt+Enter')
  const menu = page.getByRole('menu')
  await menu.waitFor()
  await expect.poll(() => menu.evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0)
  const [box, words] = [await menu.boundingBox(), await clause.boundingBox()]
  const [top, bottom] = [words?.y ?? 0, (words?.y ?? 0) + (words?.height ?? 0)]
  expect((box?.y ?? 0) >= bottom || (box?.y ?? 0) + (box?.height ?? 0) <= top).toBe(true)
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 720, height: 450 })
})

test('the rail without comments says so wherever one reads', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await openText(page, server, await createText(server, simpleDraft('No comments', { Object: long })))
  const says = page.getByText('No open comments.')
  await says.waitFor()
  for (const top of [40, 90, 700]) {
    await page.locator('[data-scroller]').evaluate((scroller, to) => scroller.scrollTo(0, to), top)
    const box = await says.boundingBox()
    expect(box?.y, `scrolled to ${top}`).toBeGreaterThan(90)
    expect(box?.y, `scrolled to ${top}`).toBeLessThan(200)
  }
  await page.setViewportSize({ width: 720, height: 450 })
})

test.each([320, 400, 600])(
  'at %i pixels the head of a text and the search lie within the screen, nothing over anything',
  async (width) => {
    await page.setViewportSize({ width, height: 800 })
    await openText(page, server, 'zero-draft')
    await untilSaved(page)
    const controls = page.locator('header').getByRole('button').or(page.locator('header').getByRole('link'))
    const boxes = await controls.evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility())
        .map((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect()
          const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
          return { says: one.textContent, left, right, isOnTop: hit !== null && one.contains(hit) }
        }),
    )
    expect(boxes.length).toBeGreaterThan(7)
    const title = page.getByRole('heading', { level: 1 }).locator('span').first()
    expect(await title.evaluate((element) => element.clientWidth)).toBeGreaterThan(48)
    for (const { says, left, right, isOnTop } of boxes) {
      expect(isOnTop, says).toBe(true)
      expect(left, says).toBeGreaterThanOrEqual(0)
      expect(right, says).toBeLessThanOrEqual(width)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await page.keyboard.press('Control+h')
    const search = page.getByRole('search')
    await search.waitFor()
    const beyond = await search
      .getByRole('button')
      .or(search.getByRole('textbox'))
      .evaluateAll(
        (all, edge) =>
          all.filter((one) => one.getBoundingClientRect().right > edge).map((one) => one.ariaLabel ?? one.textContent),
        width,
      )
    expect(beyond).toEqual([])
    expect((await search.boundingBox())?.height, 'the search').toBeLessThan(180)
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 720, height: 450 })
  },
)

/** Opens a text of which a word has a comment, at a width. */
async function openCommented(title: string, width: number): Promise<void> {
  const words = 'Alpha beta gamma delta epsilon and so many more words that they fill the line.'
  const text = await createText(server, simpleDraft(title, { Object: [words, 'Second.'] }))
  const anchor = { clause: 'article-0-0', quote: 'beta', before: 'Alpha ', after: ' gamma' }
  const opened = { thread: `${text}-thread`, comment: `${text}-c`, words: 'Why?', audience: 'all' } as const
  await command(server, text, { type: 'comment.open', ...opened, anchor })
  await page.setViewportSize({ width, height: 800 })
  await openText(page, server, text)
  await page.locator('.travaux-text .thread').waitFor()
}

const rail = () => page.getByRole('complementary', { name: 'Comments' })

/** Where the words with the comment stand. */
async function commentedWords(): Promise<{ x: number; y: number; left: number }> {
  const box = await page.locator('.travaux-text .thread').boundingBox()
  if (!box) throw new Error('The words are not on the page')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, left: box.x }
}

test('a double press on words with a comment selects them, and one press opens the comment beside them', async () => {
  await openCommented('Double press', 1024)
  const { x, y, left } = await commentedWords()
  await page.mouse.dblclick(x, y, { delay: 60 })
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe('beta')
  await page.waitForTimeout(600)
  expect(await rail().isVisible()).toBe(false)
  expect((await commentedWords()).left).toBe(left)
  await page.mouse.click(x, y)
  await rail().getByText('Why?').waitFor()
  expect((await commentedWords()).left).toBeLessThan(left)
})

test('a drawer over the text goes by Escape, by a press beside it, and before anything is written beneath it', async () => {
  await openCommented('Drawer', 400)
  const button = page.getByRole('button', { name: 'Comments' })
  await button.click()
  await rail().waitFor()
  await page.keyboard.press('Escape')
  await rail().waitFor({ state: 'detached' })
  await button.click()
  await rail().waitFor()
  await page.mouse.click(20, 500)
  await rail().waitFor({ state: 'detached' })
  const { x, y } = await commentedWords()
  await page.mouse.click(x, y)
  await page.keyboard.type('Q')
  await page.waitForTimeout(600)
  expect(await rail().isVisible()).toBe(false)
  await page.mouse.click(x, y)
  await rail().getByText('Why?').waitFor()
  await page.keyboard.type('R')
  await rail().waitFor({ state: 'detached' })
  await expect.poll(async () => (await page.locator('.clause[data-id="article-0-0"]').textContent())?.length).toBe(80)
})

test('where no comment stands beside what is read, the rail says how many do elsewhere and leads to the nearest', async () => {
  const text = await createText(server, simpleDraft('Comments elsewhere', { Object: long, Scope: long }))
  for (const [nth, clause] of ['article-1-2', 'article-1-9', 'article-1-20'].entries()) {
    const opened = {
      thread: `${text}-${nth}`,
      comment: `${text}-c${nth}`,
      words: `Why ${nth}?`,
      audience: 'all',
    } as const
    await command(server, text, {
      type: 'comment.open',
      ...opened,
      anchor: { clause, quote: '', before: '', after: '' },
    })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await openText(page, server, text)
  const down = rail().getByRole('button', { name: '3 further down · Article 2(3)' })
  const up = rail().getByRole('button', { name: '3 further up · Article 2(21)' })
  const nearest = rail().getByRole('article', { name: /on Article 2\(3\)$/ })
  await down.waitFor()
  expect(await up.count()).toBe(0)
  expect(await rail().getByText('No open comments.').count()).toBe(0)
  await down.focus()
  await page.keyboard.press('Enter')
  await nearest.getByText('Why 0?').waitFor()
  await expect.poll(() => nearest.evaluate((one) => one === document.activeElement)).toBe(true)
  await down.waitFor({ state: 'detached' })
  const [card, clause] = await Promise.all([
    nearest.boundingBox(),
    page.locator('.clause[data-id="article-1-2"]').boundingBox(),
  ])
  expect(card?.y).toBeGreaterThan(48)
  expect(Math.abs((card?.y ?? 0) - (clause?.y ?? 0))).toBeLessThan(20)
  await page.locator('[data-scroller]').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight))
  await up.click()
  await rail().getByText('Why 2?').waitFor()
  await up.waitFor({ state: 'detached' })
  await page.setViewportSize({ width: 720, height: 450 })
})
