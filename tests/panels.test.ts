/** What stands beside and over the page: one thing at a time, and the keys go where one looks. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { footnoteOf, referenceTo } from '@travaux/core'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { command, createText, openText, shownClauses, simpleDraft, typeAtEnd } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;({ page, faults } = await signIn(browser, server, 'secretariat'))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const articles = {
  Object: ['Each State shall act.', 'It shall keep records.'],
  Licences: ['No licence shall be given.', 'Licences shall be public.'],
}

async function open(title: string, clauses: Readonly<Record<string, readonly string[]>> = articles): Promise<string> {
  const text = await createText(server, simpleDraft(title, clauses))
  await openText(page, server, text)
  return text
}

const clause = (id: string) => page.locator(`.clause[data-id="${id}"]`)
const panel = (name: string) => page.getByRole('complementary', { name })

/** Puts the caret before the first word of a clause. */
async function caretBefore(id: string): Promise<void> {
  await clause(id).click()
  await page.keyboard.press('Home')
}

async function selectFirstWord(id: string): Promise<void> {
  await caretBefore(id)
  await page.keyboard.press('Control+Shift+ArrowRight')
}

/** Opens the palette and takes the first command with these words. */
async function byName(words: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('textbox', { name: 'Do something by name' }).fill(words)
  // The lines follow what is typed at the next drawing.
  await page.getByRole('dialog').locator('[data-action][data-selected]').filter({ hasText: words }).waitFor()
  await page.keyboard.press('Enter')
}

const begin: Readonly<Record<string, () => Promise<void>>> = {
  'by its key': () => page.keyboard.press('Control+Alt+m'),
  'by its button': () => page.locator('main').getByRole('button', { name: 'Comment', exact: true }).click(),
  'by the palette': () => byName('comment'),
}

test.each(Object.keys(begin))('with the checks open, a comment begun %s takes what is typed', async (way) => {
  await open(`Comment ${way}`)
  await page.keyboard.press('Control+Alt+v')
  await panel('Checks').waitFor()
  await selectFirstWord('article-0-0')
  await begin[way]?.()
  const form = panel('Comments').getByRole('textbox', { name: 'Write a comment' })
  await form.waitFor()
  await expect.poll(() => form.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await page.locator('.travaux-text .thread-active').textContent()).toBe('Each')
  await page.keyboard.type('Why each?')
  expect(await form.inputValue()).toBe('Why each?')
  expect((await shownClauses(page))[1]).toBe('Each State shall act.')
})

test('a pressed thread shows the comments in place of who wrote it, and who wrote it comes in place of the checks', async () => {
  await open('Threads')
  await selectFirstWord('article-0-0')
  await page.keyboard.press('Control+Alt+m')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.travaux-text') ?? null)).toBe(null)
  await page.keyboard.type('Why each?')
  await page.keyboard.press('Control+Enter')
  await page.locator('.travaux-text .thread[data-thread]').waitFor()
  await page.keyboard.press('Control+Alt+v')
  await panel('Checks').waitFor()
  await page.keyboard.press('Control+Alt+b')
  await panel('Who wrote it').waitFor()
  await page.locator('.travaux-text .thread[data-thread]').click()
  await panel('Comments').getByText('Why each?').waitFor()
})

test('frozen numbers are said at the foot of the page, and the palette counts them anew', async () => {
  await open('Frozen')
  await caretBefore('article-0-0')
  const foot = page.getByRole('contentinfo', { name: 'Length of the text' })
  await byName('freeze the numbers')
  await foot.getByText('Numbers as issued').waitFor()
  await byName('renumber')
  await foot.getByText('Numbers as issued').waitFor({ state: 'detached' })
})

const bar = () => page.getByRole('search', { name: 'Find and replace' })
const sought = () => bar().getByRole('textbox', { name: 'Find in the text' })

test('a search takes the selected words and begins with them', async () => {
  await open('Selected')
  await caretBefore('article-1-0')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+f')
  expect(await sought().inputValue()).toBe('shall')
  await bar().getByText('3 of 4').waitFor()
  await page.keyboard.press('Enter')
  await bar().getByText('4 of 4').waitFor()
})

test('after all were replaced the bar keeps the keys: Ctrl+Z takes it back, Escape closes', async () => {
  await open('Replaced')
  await caretBefore('article-0-0')
  await page.keyboard.press('Control+h')
  await page.keyboard.type('shall')
  await page.keyboard.press('Tab')
  await page.keyboard.type('should')
  await bar().getByRole('button', { name: 'Replace all' }).click()
  await bar().getByText('4 replaced').waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await shownClauses(page))[1]).toBe('Each State shall act.')
  await bar().getByText('1 of 4').waitFor()
  await page.keyboard.press('Escape')
  await bar().waitFor({ state: 'detached' })
})

test('the count follows what is written meanwhile, and what is replaced is what stands there now', async () => {
  const text = await open('Followed')
  const other = (await signIn(browser, server, 'expert-african')).page
  await openText(other, server, text)
  await caretBefore('article-0-0')
  await page.keyboard.press('Control+h')
  await page.keyboard.type('licences')
  await bar().getByText('1 of 2').waitFor()
  await page.keyboard.press('Enter')
  await bar().getByText('2 of 2').waitFor()
  await typeAtEnd(other, 'article-0-1', ' Licences and licences.')
  await bar().getByText('4 of 4').waitFor()
  await other.locator('.clause[data-id="article-1-1"]').click()
  await other.keyboard.press('Home')
  await other.keyboard.type('All ')
  await expect.poll(async () => (await shownClauses(page))[5]).toBe('All Licences shall be public.')
  await bar().getByRole('textbox', { name: 'Replace with' }).fill('permits')
  await bar().getByRole('button', { name: 'Replace', exact: true }).click()
  await expect.poll(async () => (await shownClauses(page))[5]).toBe('All Permits shall be public.')
  await bar().getByText('1 of 3').waitFor()
  await typeAtEnd(other, 'article-0-0', ' Licences.')
  await expect.poll(async () => (await shownClauses(page))[1]).toMatch(/ Licences\.$/)
  await bar().getByRole('button', { name: 'Replace all' }).click()
  await bar().getByText('4 replaced').waitFor()
  expect((await shownClauses(page)).join(' ')).not.toMatch(/licences/i)
  await page.keyboard.press('Escape')
  await other.context().close()
})

const many = Array.from({ length: 60 }, (_, nth): [string, string[]] => [
  `Article ${nth}`,
  Array.from({ length: 5 }, () => 'It shall, it shall, it shall.'),
])

test('of many matches those near what is in sight are drawn, and others as one comes to them', async () => {
  await open('Many', Object.fromEntries(many))
  await page.keyboard.press('Control+f')
  await page.keyboard.type('shall')
  await bar().getByText('1 of 900').waitFor()
  const drawn = page.locator('.travaux-text .found')
  expect(await drawn.count()).toBeGreaterThan(20)
  expect(await drawn.count()).toBeLessThan(600)
  await page.keyboard.press('Shift+Enter')
  await bar().getByText('900 of 900').waitFor()
  expect(await page.locator('.found-current').boundingBox()).not.toBeNull()
  expect(await clause('article-59-4').locator('.found').count()).toBe(3)
  await page.mouse.move(600, 500)
  await page.mouse.wheel(0, -100_000)
  await expect.poll(() => clause('article-0-0').locator('.found').count()).toBe(3)
})

test('while many are replaced, and taken back, the bar says that it is working', async () => {
  await open('Many replaced', Object.fromEntries(many))
  await page.keyboard.press('Control+h')
  await page.keyboard.type('shall')
  await bar().getByRole('textbox', { name: 'Replace with' }).fill('should')
  await bar().evaluate((element) => {
    const told: string[] = []
    new MutationObserver(() => told.push(element.ariaBusy ?? '')).observe(element, { attributeFilter: ['aria-busy'] })
    Object.assign(window, { told })
  })
  await bar().getByRole('button', { name: 'Replace all' }).click()
  await bar().getByText('900 replaced').waitFor()
  await page.keyboard.press('Control+z')
  await bar().getByText('1 of 900').waitFor()
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told)
  expect(told).toEqual(['true', 'false', 'true', 'false'])
  expect((await shownClauses(page))[1]).toBe('It shall, it shall, it shall.')
})

test('Escape leaves the match selected, and what is typed takes its place', async () => {
  await open('Found')
  await caretBefore('article-0-0')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('shall')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await bar().getByText('3 of 4').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => String(getSelection()))).toBe('shall')
  await page.keyboard.type('may')
  await expect.poll(async () => (await shownClauses(page))[4]).toBe('No licence may be given.')
})

test('Escape on a button of the bar closes it as in its fields, though the name of the button shows', async () => {
  await open('Found by buttons')
  await caretBefore('article-0-0')
  await page.keyboard.press('Control+h')
  await page.keyboard.type('shall')
  await bar().getByText('1 of 4').waitFor()
  await bar().getByRole('button', { name: 'Next match' }).click()
  await page.getByRole('tooltip', { name: 'Next match' }).waitFor()
  await bar().getByText('2 of 4').waitFor()
  await page.keyboard.press('Escape')
  await bar().waitFor({ state: 'detached', timeout: 5_000 })
  expect(await page.evaluate(() => String(getSelection()))).toBe('shall')
  await page.keyboard.type('may')
  await expect.poll(async () => (await shownClauses(page))[2]).toBe('It may keep records.')
})

test('Escape leaves the caret where it was when nothing was found', async () => {
  await open('Not found')
  await caretBefore('article-0-1')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('nowhere')
  await bar().getByText('0 of 0').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.type('So: ')
  await expect.poll(async () => (await shownClauses(page))[2]).toBe('So: It shall keep records.')
})

test('what a keyboard types finds the signs of a printed text, and a match with a reference in it is said to be left', async () => {
  const draft = simpleDraft('Printed', { Objet: ['De l’article, 10\u00A0% d’actes.', 'Selon l’', 'L’objet l’est.'] })
  const clauses = draft.clauses.map((one) =>
    one.id === 'article-0-1' ? { ...one, words: [...one.words, { insert: referenceTo('article-0-0') }] } : one,
  )
  await openText(page, server, await createText(server, { ...draft, clauses }))
  await caretBefore('article-0-0')
  await page.keyboard.press('Control+h')
  await page.keyboard.type('10 %')
  await bar().getByText('1 of 1').waitFor()
  await bar().getByText('Regular expression').click()
  await sought().fill('l’[aop]?')
  await bar().getByText('1 of 4').waitFor()
  await bar().getByRole('textbox', { name: 'Replace with' }).fill('le ')
  await bar().getByRole('button', { name: 'Replace all' }).click()
  await bar().getByText('3 replaced · 1 with a reference or a footnote in it was left').waitFor()
  expect((await shownClauses(page))[3]).toBe('le bjet le est.')
})

test('footnotes are looked into, shown where something is found in them, and replaced with the text in one step', async () => {
  const draft = simpleDraft('Notes', articles)
  const clauses = draft.clauses.map((one) =>
    one.id === 'article-0-1'
      ? { ...one, words: [...one.words, { insert: footnoteOf([{ insert: 'It shall be noted, and shall stay.' }]) }] }
      : one,
  )
  await openText(page, server, await createText(server, { ...draft, clauses }))
  const notes = page.getByRole('region', { name: 'Footnotes' }).getByRole('listitem')
  await caretBefore('article-0-0')
  await page.keyboard.press('Control+h')
  await page.keyboard.type('noted')
  await bar().getByText('1 of 1').waitFor()
  await bar().getByText('Footnote 1: It shall be noted, and shall stay.').waitFor()
  expect(await bar().locator('mark').textContent()).toBe('noted')
  expect(await clause('article-0-1').locator('.found-current').textContent()).toBe('1')
  await sought().fill('shall')
  await bar().getByText('1 of 6').waitFor()
  await bar().getByRole('textbox', { name: 'Replace with' }).fill('shall not')
  for (let nth = 0; nth < 3; nth++) await bar().getByRole('button', { name: 'Replace', exact: true }).click()
  await expect.poll(() => notes.allTextContents()).toEqual(['1It shall not be noted, and shall stay.'])
  await bar().getByText('4 of 6').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.type('!')
  await expect.poll(async () => (await shownClauses(page))[2]).toBe('It shall not keep records.1!')
  await page.keyboard.press('Control+h')
  await sought().fill('shall')
  await bar().getByText(/of 6/).waitFor()
  await bar().getByRole('textbox', { name: 'Replace with' }).fill('must')
  await bar().getByRole('button', { name: 'Replace all' }).click()
  await bar().getByText('6 replaced').waitFor()
  await expect.poll(() => notes.allTextContents()).toEqual(['1It must not be noted, and must stay.'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => notes.allTextContents()).toEqual(['1It shall not be noted, and shall stay.'])
  expect((await shownClauses(page))[1]).toBe('Each State shall not act.')
  await page.keyboard.press('Escape')
})

test('the search stands above the page and the panel beside it, over the whole width', async () => {
  await open('Above')
  await page.keyboard.press('Control+h')
  await bar().waitFor()
  const boxes = await Promise.all(
    [bar(), panel('Comments'), page.locator('[data-scroller]')].map((one) => one.boundingBox()),
  )
  const [above, rail, beneath] = boxes
  const foot = (above?.y ?? 0) + (above?.height ?? 0)
  expect(rail?.y).toBeGreaterThanOrEqual(foot)
  expect(beneath?.y).toBeGreaterThanOrEqual(foot)
  expect((above?.x ?? 0) + (above?.width ?? 0)).toBe(page.viewportSize()?.width)
  await page.keyboard.press('Escape')
})

test('as the search comes and goes, the lines one reads stay where they are', async () => {
  await open('Steady', Object.fromEntries(many))
  await clause('article-20-0').scrollIntoViewIfNeeded()
  await caretBefore('article-20-0')
  const top = async () => Math.round((await clause('article-20-0').boundingBox())?.y ?? 0)
  const before = await top()
  await page.keyboard.press('Control+f')
  await bar().waitFor()
  expect(await top()).toBe(before)
  await page.keyboard.press('Escape')
  await bar().waitFor({ state: 'detached' })
  expect(await top()).toBe(before)
})

test('nothing of the search is cut off or lies over anything else at 400 pixels', async () => {
  await open('Narrow')
  const size = page.viewportSize()
  await page.setViewportSize({ width: 400, height: 800 })
  await caretBefore('article-0-0')
  await page.keyboard.press('Control+h')
  await page.keyboard.type('shall')
  await bar().getByText('1 of 4').waitFor()
  const boxes = await bar()
    .locator('button, input, select, output')
    .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().toJSON() as DOMRect))
  expect(boxes.length).toBeGreaterThan(10)
  for (const box of boxes) {
    expect(box.left).toBeGreaterThanOrEqual(0)
    expect(box.right).toBeLessThanOrEqual(400)
    expect(boxes.filter((other) => other !== box && overlap(box, other))).toEqual([])
  }
  await page.keyboard.press('Escape')
  if (size) await page.setViewportSize(size)
})

const overlap = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

test('while one article is shown, only it is searched, and one Escape closes only the bar', async () => {
  await open('Alone')
  await caretBefore('article-1-0')
  await page.keyboard.press('Control+Shift+f')
  const notice = page.getByRole('region', { name: 'One article alone' })
  await notice.waitFor()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('shall')
  await bar().getByText('1 of 2').waitFor()
  await bar().getByText('Only in the article that is shown').waitFor()
  await page.keyboard.press('Escape')
  await bar().waitFor({ state: 'detached' })
  expect(await notice.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await notice.waitFor({ state: 'detached' })
})

const inPlaceOfTheRail = {
  Checks: 'Control+Alt+v',
  'Who wrote it': 'Control+Alt+b',
} as const

test.each(Object.entries(inPlaceOfTheRail))(
  '%s goes by its key and by Escape, and the keys are the text again',
  async (name, key) => {
    await open(`Closing ${name}`)
    for (const close of [key, 'Escape']) {
      await caretBefore('article-0-0')
      await page.keyboard.press(key)
      await panel(name).waitFor()
      await page.keyboard.press(close)
      await panel(name).waitFor({ state: 'detached' })
      await page.keyboard.type('A')
    }
    expect((await shownClauses(page))[1]).toBe('AAEach State shall act.')
  },
)

test('one Escape closes one thing, what was opened last first', async () => {
  await open('One by one')
  await caretBefore('article-1-0')
  await page.keyboard.press('Control+Shift+f')
  const notice = page.getByRole('region', { name: 'One article alone' })
  await notice.waitFor()
  await page.keyboard.press('Control+Alt+v')
  await panel('Checks').waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Control+f')
  await bar().waitFor()
  await page.keyboard.press('Escape')
  await bar().waitFor({ state: 'detached' })
  expect(await panel('Checks').isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await panel('Checks').waitFor({ state: 'detached' })
  expect(await notice.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await notice.waitFor({ state: 'detached' })
})

test('the search of the outline is walked by keys', async () => {
  await open('Outline')
  const field = page.getByRole('textbox', { name: 'Find a clause' })
  const hits = panel('Outline').getByRole('listitem').getByRole('button')
  const hasFocus = (wanted: typeof field) => wanted.evaluate((one) => one === document.activeElement)
  await field.fill('licence')
  await field.press('ArrowDown')
  expect(await hasFocus(hits.first())).toBe(true)
  await page.keyboard.press('ArrowDown')
  expect(await hasFocus(hits.nth(1))).toBe(true)
  await page.keyboard.press('Escape')
  expect(await hasFocus(field)).toBe(true)
  await field.press('Enter')
  await page.waitForURL(/#clause=article-1$/)
})

test('from the outline the keys go to the clause with the caret, by Enter and by a press, as often as asked', async () => {
  await open('Outline and caret')
  const row = (name: RegExp) => page.getByRole('treeitem', { name })
  const reads = (id: string, words: string) => expect.poll(() => clause(id).textContent()).toBe(words)
  await row(/Licences/).click()
  await page.keyboard.type('A')
  await reads('article-1', 'ALicences')
  await clause('article-0-0').click()
  await row(/Licences/).click()
  await page.keyboard.type('B')
  await reads('article-1', 'BALicences')
  await row(/Licences/).focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Space')
  await page.waitForURL(/#clause=article-0$/)
  expect(await row(/Object/).evaluate((one) => one === document.activeElement)).toBe(true)
  await page.keyboard.press('ArrowDown')
  expect(await row(/Licences/).evaluate((one) => one === document.activeElement)).toBe(true)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.keyboard.type('C')
  await reads('article-0', 'CObject')
  const field = page.getByRole('textbox', { name: 'Find a clause' })
  await field.fill('licence')
  await panel('Outline').getByRole('listitem').getByRole('button').first().click()
  await page.keyboard.type('D')
  await reads('article-1', 'DBALicences')
  await field.press('Enter')
  await page.keyboard.type('E')
  await reads('article-1', 'EDBALicences')
})

const long = { Object: Array.from({ length: 40 }, (_, nth) => `It shall report for the ${nth}th time.`) }

test('a linked clause comes to stand where it is read and says so; one that is gone is said to be', async () => {
  const text = await open('Links', long)
  await command(server, text, { type: 'version.issue', version: 'version-links', label: 'First', symbol: '' })
  await page.goto(`${server.url}/texts/${text}#clause=article-0-20`)
  await page.locator('.travaux-text .revealed[data-id="article-0-20"]').waitFor()
  const { y = 0 } = (await clause('article-0-20').boundingBox()) ?? {}
  expect(y).toBeGreaterThan(250)
  expect(y).toBeLessThan(450)
  await page.locator('.travaux-text .revealed').waitFor({ state: 'detached' })
  await page.goto(`${server.url}/texts/${text}#clause=nonsense`)
  const notice = page.getByRole('region', { name: 'Clause not found' })
  await notice.getByText('The clause of this link is not in the text.').waitFor()
  await page.keyboard.press('Escape')
  await notice.waitFor({ state: 'detached' })
  await page.goto(`${server.url}/texts/${text}/versions/version-links#clause=nonsense`)
  await notice.getByText('This version does not have the clause of this link').waitFor()
  await notice.getByRole('button', { name: 'Close' }).click()
  await notice.waitFor({ state: 'detached' })
  await page.goto(`${server.url}/texts/${text}/compare#clause=nonsense`)
  await notice.getByText('in neither of the two texts').waitFor()
  await page.keyboard.press('Escape')
  await notice.waitFor({ state: 'detached' })
  await openText(page, server, text)
  await clause('article-0-20').click()
  await page.keyboard.press('Alt+Enter')
  await page.getByRole('menuitem', { name: 'Delete the clause' }).press('Enter')
  await page.goto(`${server.url}/texts/${text}#clause=article-0-20`)
  await notice.getByText('was deleted from the text').waitFor()
  await notice.getByRole('button', { name: 'See the deleted clauses' }).click()
  await panel('Deleted clauses').getByText('for the 20th time').waitFor()
})

test.each([1440, 1024])(
  'whoever knows no keys finds the palette in the head of the page at %i pixels',
  async (width) => {
    await page.setViewportSize({ width, height: 800 })
    await open('By pointer')
    await page.getByRole('banner').getByRole('button', { name: 'Do something by name' }).click()
    await page.getByRole('textbox', { name: 'Do something by name' }).fill('check the text')
    await page.keyboard.press('Enter')
    await panel('Checks').waitFor()
    await page.getByRole('button', { name: 'Close the checks' }).click()
    await page.setViewportSize({ width: 1440, height: 900 })
  },
)

test('the palette has its first line chosen, keys beside the names, and what the application can do', async () => {
  await open('Palette')
  await caretBefore('article-0-1')
  await page.keyboard.press('Control+Shift+P')
  const lines = page.getByRole('dialog').locator('[data-action]')
  await expect.poll(() => lines.first().getAttribute('data-selected')).toBe('true')
  // Whole: the palette cuts off what stands out of its edge.
  const field = page.getByRole('textbox', { name: 'Do something by name' })
  expect(await field.evaluate((element) => getComputedStyle(element).outlineOffset)).toBe('-2px')
  const names = (await lines.allTextContents()).join('\n')
  for (const name of [
    'Print the text',
    'Keys',
    'Dark colours',
    'Copy a link',
    'Turn the clause into: Point',
    'All texts',
  ])
    expect(names).toContain(name)
  const [name, keys] = await Promise.all(
    ['Find and replace', 'Ctrl+F'].map((one) => lines.getByText(one, { exact: true }).boundingBox()),
  )
  expect(Math.abs((name?.y ?? 0) - (keys?.y ?? 99))).toBeLessThan(8)
  expect(keys?.x ?? 0).toBeGreaterThan((name?.x ?? 0) + 300)
  // With fewer lines beneath it the field stays where it is.
  const before = await field.boundingBox()
  await field.fill('nothing of this name')
  await page.getByText('No command has this name').waitFor()
  expect(await field.boundingBox()).toEqual(before)
  await page.keyboard.press('Escape')
  await byName('into: text without')
  await expect.poll(() => clause('article-0-1').getAttribute('data-kind')).toBe('text')
  await byName('keys')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
})

test.each(['Compare', 'Brackets', 'History'])(
  'from %s a clause is reached by its number, and the palette leads on',
  async (screen) => {
    await open(`Ways out of ${screen}`)
    await page.getByRole('navigation', { name: 'Ways of working' }).getByRole('link', { name: screen }).click()
    await page.locator('.travaux-text').first().waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+Shift+P')
    const lines = page.getByRole('dialog', { name: 'Do something by name' }).locator('[data-action]')
    await lines.filter({ hasText: 'Write' }).waitFor()
    const names = await lines.allTextContents()
    for (const name of ['Comment', 'Find', 'Undo', 'Copy a link', screen])
      expect(names.filter((one) => one.startsWith(name))).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+g')
    await page.getByRole('textbox', { name: 'Go to a clause by number or words' }).fill('2(1)')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.classList.contains('travaux-text'))).toBe(true)
    await page.keyboard.type('Here: ')
    expect((await shownClauses(page))[4]).toBe('Here: No licence shall be given.')
  },
)

test.each([720, 800, 900, 1100, 1440])('nothing in the header lies over anything else at %i pixels', async (width) => {
  await open('The head of a text whose name is longer than there is room for')
  await page.setViewportSize({ width, height: 450 })
  const boxes = await page
    .getByRole('banner')
    .locator('a, button, output')
    .evaluateAll((all) =>
      all.map((one) => {
        const { left, right, width: wide } = one.getBoundingClientRect()
        return { left, right, wide, name: one.textContent || one.getAttribute('aria-label') }
      }),
    )
  await page.setViewportSize({ width: 1440, height: 900 })
  const seen = boxes.filter(({ wide }) => wide > 0)
  const clashes = seen.filter(({ left }, nth) => left < (seen[nth - 1]?.right ?? 0) - 0.5)
  expect(clashes).toEqual([])
  expect(seen.at(-1)?.right).toBeLessThanOrEqual(width)
  expect(seen.map(({ name }) => name)).toEqual(expect.arrayContaining(['Write', 'Compare', 'Brackets', 'History']))
})

test('a text without a symbol has its title alone at the head, and one with a symbol a rule beneath that', async () => {
  await open('A head without a symbol')
  const head = (title: string) => page.getByRole('main').locator('p', { hasText: title }).locator('..').locator('p')
  expect(await head('A head without a symbol').allTextContents()).toEqual(['A head without a symbol'])
  const draft = { ...simpleDraft('A head with a symbol', articles), symbol: 'A/AC.1/L.1' }
  await openText(page, server, await createText(server, draft))
  expect(await head('A head with a symbol').allTextContents()).toEqual(['A/AC.1/L.1', 'A head with a symbol'])
})

test('in the list of texts a text is opened by name, and ? tells the keys that do something there', async () => {
  const text = await open('Opened by name')
  await page.getByRole('link', { name: 'Travaux' }).click()
  await page.getByRole('heading', { name: 'Opened by name' }).waitFor()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await keys.getByText('Everything by name', { exact: true }).waitFor()
  expect(await keys.getByText('Undo', { exact: true }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await keys.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Shift+P')
  const lines = page.getByRole('dialog').locator('[data-action]')
  await lines.filter({ hasText: 'Opened by name' }).waitFor()
  const names = (await lines.allTextContents()).join('\n')
  expect(names).toMatch(/Keys/)
  expect(names).not.toMatch(/^(?:All texts|Print the text|Undo your last change)/m)
  await page.keyboard.press('Escape')
  await byName('Opened by name')
  await page.waitForURL(`${server.url}/texts/${text}`)
})

test('on the page of a version one goes on by name, to its clauses by number, and ? tells the keys', async () => {
  const text = await open('Versions by name')
  for (const label of ['First', 'Second'])
    await command(server, text, { type: 'version.issue', version: `${text}-${label}`, label, symbol: '' })
  await page.goto(`${server.url}/texts/${text}/versions/${text}-First`)
  await clause('article-1-0').waitFor()
  await page.keyboard.press('Control+g')
  await page.getByRole('textbox', { name: 'Go to a clause by number or words' }).fill('2(1)')
  await page.keyboard.press('Enter')
  await clause('article-1-0').and(page.locator('.revealed')).waitFor()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await keys.getByText('Go to a clause').first().waitFor()
  expect(await keys.getByText('Bold').count()).toBe(0)
  await page.keyboard.press('Escape')
  await keys.waitFor({ state: 'detached' })
  await byName('Read version 2, Second')
  await page.waitForURL(`${server.url}/texts/${text}/versions/${text}-Second`)
  await clause('article-1-0').waitFor()
  await byName('To the living text')
  await page.waitForURL(`${server.url}/texts/${text}`)
})

test('who issues a version under a name that one has is told so plainly, and may', async () => {
  const text = await open('Same names')
  await command(server, text, { type: 'version.issue', version: `${text}-1`, label: 'Revised draft', symbol: '' })
  await page.goto(`${server.url}/texts/${text}/history`)
  await page.getByRole('button', { name: 'Issue a version' }).click()
  const form = page.getByRole('form', { name: 'Issue a version' })
  const name = form.getByRole('textbox', { name: 'Name' })
  const warning = form.getByRole('alert').filter({ hasText: 'Version 1 is already called “Revised draft”' })
  await name.fill('Revised')
  expect(await form.getByRole('alert').count()).toBe(0)
  await name.fill('revised  draft')
  await warning.waitFor()
  await name.fill('Revised draft 2')
  await warning.waitFor({ state: 'detached' })
  await name.fill('Revised draft')
  await warning.waitFor()
  await form.getByRole('button', { name: 'Issue' }).click()
  await form.waitFor({ state: 'hidden' })
  await expect.poll(() => panel('Versions').getByText('Revised draft').count()).toBe(2)
})

test('nothing went wrong in the page', () => {
  expect(faults).toEqual([])
})
