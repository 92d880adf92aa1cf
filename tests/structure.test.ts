/** Structure by habit: what a drafter does to clauses with the mouse, from menus and with the keys of a word processor. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, paste, shownClauses, simpleDraft } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  page = (await signIn(browser, server, 'expert-african')).page
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const clauses = () => page.locator('.travaux-text .clause')

/** A text of two articles; the ids are those of `simpleDraft`. */
async function open(language = 'en'): Promise<void> {
  const draft = simpleDraft('Structure', { Object: ['One.', 'Two.', 'Three.'], Scope: ['Four.'] })
  await openText(page, server, await createText(server, { ...draft, language }))
}

/** Number and words of every clause, a line each. */
async function shown(): Promise<string[]> {
  const numbers = await clauses().evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['label'] ?? ''))
  const words = await shownClauses(page)
  return numbers.map((number, index) => `${number} ${words[index]}`)
}

const ids = (): Promise<string[]> =>
  clauses().evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['id'] ?? ''))

async function caretIn(nth: number): Promise<void> {
  await clauses().nth(nth).click()
  await page.keyboard.press('End')
}

const handle = () => page.getByRole('button', { name: /move or change$/ })

/** Drags the handle of one clause to the upper or lower edge of another, and some pixels to the side. */
async function drag(nth: number, onto: number, { below = false, aside = 0 } = {}): Promise<void> {
  await clauses().nth(nth).hover()
  await expect.poll(async () => near(await handle().boundingBox(), await clauses().nth(nth).boundingBox())).toBe(true)
  const from = await handle().boundingBox()
  const to = await clauses().nth(onto).boundingBox()
  if (!from || !to) throw new Error('The clause or its handle is not on the page')
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + aside / 2, y + 10)
  await page.mouse.move(x + aside, to.y + (below ? to.height - 2 : 2))
  await page.locator('output', { hasText: /^in |clauses: in / }).waitFor()
}

function near(a: { readonly y: number } | null, b: { readonly y: number } | null): boolean {
  return a !== null && b !== null && Math.abs(a.y - b.y) < 8
}

test('a clause is dragged by its handle: its id stays, its children follow, and undo takes it back', async () => {
  await open()
  await caretIn(2)
  await page.keyboard.press('Tab')
  const before = await ids()
  expect(await shown()).toEqual(['Article 1 Object', '1. One.', '(a) Two.', '2. Three.', 'Article 2 Scope', '1. Four.'])
  await drag(1, 5, { below: true })
  await page.mouse.up()
  await expect
    .poll(shown)
    .toEqual(['Article 1 Object', '1. Three.', 'Article 2 Scope', '1. Four.', '2. One.', '(a) Two.'])
  const [object, one, two, three, scope, four] = before
  expect(await ids()).toEqual([object, three, scope, four, one, two])
  await page.keyboard.press('Control+z')
  await expect.poll(ids).toEqual(before)
})

test('the depth follows the pointer, Escape gives up, and several selected clauses go together', async () => {
  await open()
  const before = await ids()
  await drag(2, 1, { below: true, aside: 40 })
  expect(await page.locator('output', { hasText: 'in Article 1(1)' }).count()).toBe(1)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await ids()).toEqual(before)
  await caretIn(1)
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+End')
  await drag(2, 5, { below: true })
  await page.mouse.up()
  await expect
    .poll(shown)
    .toEqual(['Article 1 Object', '1. Three.', 'Article 2 Scope', '1. Four.', '2. One.', '3. Two.'])
})

test('at the edge of the page a dragged clause scrolls the text', async () => {
  const many = Array.from({ length: 30 }, (_, nth) => `Paragraph ${nth}.`)
  await openText(page, server, await createText(server, simpleDraft('Long', { Object: many })))
  const [, first] = await ids()
  await drag(1, 3, { below: true })
  const { x = 0 } = (await handle().boundingBox()) ?? {}
  const { y = 0, height = 0 } = (await page.locator('[data-scroller]').boundingBox()) ?? {}
  const last = clauses().nth(30)
  const bottom = (): Promise<number> => last.evaluate((one) => one.getBoundingClientRect().bottom)
  await page.mouse.move(x + 10, y + height - 4)
  await expect.poll(bottom, { timeout: 20_000 }).toBeLessThan(y + height)
  // It scrolls on to the end of the page: until then the clause is where it was only a moment ago.
  let before = NaN
  await expect.poll(async () => before === (before = await bottom()), { interval: 200, timeout: 20_000 }).toBe(true)
  await page.mouse.move(x + 10, await bottom())
  await page.locator('output', { hasText: /^in Article 1$/ }).waitFor()
  await page.mouse.up()
  await expect.poll(async () => (await ids()).at(-1)).toBe(first)
})

test('in Arabic the handle stands at the right, and dragging leftwards goes deeper', async () => {
  await open('ar')
  await clauses().nth(2).hover()
  const box = await clauses().nth(2).boundingBox()
  await expect.poll(async () => ((await handle().boundingBox())?.x ?? 0) > (box?.x ?? 0) + (box?.width ?? 0)).toBe(true)
  await drag(2, 1, { below: true, aside: -40 })
  await page.mouse.up()
  await expect
    .poll(async () => (await shown()).slice(0, 4))
    .toEqual(['المادة 1 Object', '1. One.', '(أ) Two.', '2. Three.'])
})

test('the menu of a clause is opened and used with the keyboard', async () => {
  await open()
  await caretIn(2)
  await page.keyboard.press('Alt+Enter')
  await page.getByRole('menu', { name: /^Article 1\(2\)/ }).waitFor()
  expect(await page.getByRole('menuitemradio', { name: 'Paragraph' }).getAttribute('aria-checked')).toBe('true')
  expect(await violations(page)).toEqual([])
  await page.getByRole('menuitemradio', { name: 'Article' }).press('Enter')
  await expect
    .poll(shown)
    .toEqual(['Article 1 Object', '1. One.', 'Article 2 Two.', '1. Three.', 'Article 3 Scope', '1. Four.'])
  await page.keyboard.type(' And more')
  expect((await shownClauses(page))[2]).toBe('Two. And more')
  await page.keyboard.press('Alt+Enter')
  await page.getByRole('menuitem', { name: 'Copy a link to this clause' }).press('Enter')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/#clause=article-0-1$/)
  await page.keyboard.press('Alt+Enter')
  await page.getByRole('menuitem', { name: /^Delete it and/ }).press('Enter')
  await expect.poll(shown).toEqual(['Article 1 Object', '1. One.', 'Article 2 Scope', '1. Four.'])
})

test('the menu of a clause stays beneath the header, and all of it is reached', async () => {
  await page.setViewportSize({ width: 1280, height: 780 })
  const paragraphs = Array.from({ length: 40 }, (_, nth) => `Paragraph ${nth}.`)
  await openText(page, server, await createText(server, simpleDraft('Menus', { Object: paragraphs })))
  const header = await page.getByRole('banner').boundingBox()
  const menu = page.getByRole('menu', { name: /^Article/ })
  for (let nth = 8; nth < 20; nth++) {
    await caretIn(nth)
    await page.keyboard.press('Alt+Enter')
    await menu.waitFor()
    const last = page.getByRole('menuitem', { name: 'Delete the clause' })
    await last.focus()
    const [box, item] = await Promise.all([menu.boundingBox(), last.boundingBox()])
    expect(box?.y ?? 0).toBeGreaterThan((header?.y ?? 0) + (header?.height ?? 0))
    expect(item?.y ?? 0).toBeGreaterThan(box?.y ?? 0)
    expect((item?.y ?? 0) + (item?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0))
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'hidden' })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('a slash in an empty clause offers kinds; typing narrows, Enter takes, Escape leaves the words', async () => {
  await open()
  await caretIn(3)
  await page.keyboard.press('Enter')
  await page.keyboard.type('/')
  const list = page.getByRole('listbox', { name: 'What this clause is to be' })
  await list.waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.type('p')
  await expect
    .poll(() => list.getByRole('option').allInnerTexts())
    .toEqual(['Part', 'Paragraph', 'Point', 'Placeholder for a date', 'Placeholder for a number'])
  expect(await list.locator('[aria-current]').allInnerTexts()).toEqual(['Paragraph'])
  const active = (): Promise<string | undefined> =>
    page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
      return document.getElementById(id)?.textContent ?? undefined
    })
  await expect.poll(active).toBe('Part')
  await page.keyboard.press('ArrowDown')
  await expect.poll(active).toBe('Paragraph')
  await page.keyboard.press('ArrowUp')
  await expect.poll(active).toBe('Part')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('art')
  await expect.poll(() => list.getByRole('option').allInnerTexts()).toEqual(['Article'])
  await page.keyboard.press('Enter')
  await page.keyboard.type('New')
  await expect
    .poll(async () => (await shown()).slice(3))
    .toEqual(['3. Three.', 'Article 2 New', 'Article 3 Scope', '1. Four.'])
  await page.keyboard.press('Enter')
  await page.keyboard.type('/')
  await list.waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.type('5 of the Charter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/zzz/ ')
  await expect.poll(async () => (await shown()).slice(5, 7)).toEqual(['1. /5 of the Charter', '2. /zzz/ '])
})

test('selected words are formatted from a toolbar that the keyboard reaches, and by the keys of Word', async () => {
  await open()
  await caretIn(1)
  await page.keyboard.press('Shift+Home')
  const bar = page.getByRole('toolbar', { name: 'Formatting of the selected words' })
  await bar.waitFor()
  // In the margin it hides no word.
  const [beside, words] = [await bar.boundingBox(), await clauses().nth(1).boundingBox()]
  expect(beside?.x).toBeGreaterThanOrEqual((words?.x ?? 0) + (words?.width ?? 0))
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Alt+F10')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(() => bar.getByRole('button', { name: 'Italic' }).getAttribute('aria-pressed')).toBe('true')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+Equal')
  await expect.poll(() => clauses().nth(1).locator('em sup, sup em').innerText()).toBe('One.')
  await page.keyboard.press('Control+Backslash')
  await expect.poll(() => clauses().nth(1).locator('em, sup').count()).toBe(0)
  await bar.getByRole('button', { name: 'Bold' }).click()
  await expect.poll(() => clauses().nth(1).locator('strong').innerText()).toBe('One.')
  await page.keyboard.press('ArrowRight')
  await bar.waitFor({ state: 'detached' })
})

test.each([1440, 1024, 400])('at %i pixels the menu of a clause leaves the clause to be read', async (width) => {
  const size = page.viewportSize()
  await page.setViewportSize({ width, height: 800 })
  await open()
  await caretIn(1)
  await page.keyboard.press('Alt+Enter')
  const menu = page.getByRole('menu')
  await menu.waitFor()
  const clause = await clauses().nth(1).boundingBox()
  const covers = async (): Promise<boolean> => {
    const box = await menu.boundingBox()
    if (!box || !clause) return true
    const across = box.x < clause.x + clause.width && box.x + box.width > clause.x
    return across && box.y < clause.y + clause.height && box.y + box.height > clause.y
  }
  await expect.poll(covers).toBe(false)
  await page.keyboard.press('Escape')
  if (size) await page.setViewportSize(size)
})

test.each([
  ['Control+Alt+BracketLeft', 'Select the words to bracket.'],
  ['Control+Alt+BracketRight', 'Put the caret between the brackets that are to be lifted.'],
  ['Control+Alt+k', 'Put the caret into the bracketed wording that is to be kept.'],
  ['Control+Alt+Enter', 'This clause has no options to choose from.'],
  ['Control+Alt+Shift+KeyO', 'This clause has no option to drop.'],
  ['Control+Alt+g', 'Select the words to mark as a defined term.'],
  ['Control+Enter', 'Put the caret beside a reference to go to its clause.'],
])('%s where there is nothing for it says what it takes', async (key, says) => {
  await open()
  await caretIn(1)
  const before = await shown()
  await page.keyboard.press(key)
  await page.getByRole('status').filter({ hasText: says }).waitFor()
  expect(await shown()).toEqual(before)
})

test('what a key takes is said no longer once one is elsewhere', async () => {
  await open()
  await caretIn(1)
  await page.keyboard.press('Control+Alt+BracketLeft')
  const says = page.getByRole('status').filter({ hasText: 'Select the words to bracket.' })
  await says.waitFor()
  await page.getByRole('link', { name: 'History' }).click()
  await says.waitFor({ state: 'detached', timeout: 2000 })
})

test.each([
  ['Backspace before the first paragraph of an article', 1, 'Home', 'Backspace'],
  ['Delete behind its heading', 0, 'End', 'Delete'],
])('%s says why nothing is joined', async (_what, nth, goes, key) => {
  await open()
  await caretIn(nth)
  await page.keyboard.press(goes)
  const before = await shown()
  await page.keyboard.press(key)
  await page.getByRole('status').filter({ hasText: 'A heading is not joined with what stands beneath it.' }).waitFor()
  expect(await shown()).toEqual(before)
})

test('with Caps Lock on keys do what they do without it', async () => {
  await open()
  await caretIn(1)
  const press = (key: string, shiftKey: boolean): Promise<void> =>
    page.locator('.travaux-text').dispatchEvent('keydown', { key, code: 'KeyO', ctrlKey: true, altKey: true, shiftKey })
  const before = (await shown()).length
  await press('o', true)
  await page.getByText('This clause has no option to drop.').waitFor()
  await press('O', false)
  await expect.poll(async () => (await shown()).length).toBe(before + 1)
  await press('o', true)
  await expect.poll(async () => (await shown()).length).toBe(before)
})

test('deleted clauses stand in a drawer with who deleted them, and several are restored at once', async () => {
  await open()
  await caretIn(0)
  await page.keyboard.press('Alt+Enter')
  await page.getByRole('menuitem', { name: 'Delete it and the 3 clauses beneath it' }).press('Enter')
  await caretIn(1)
  await page.keyboard.press('Alt+Enter')
  await page.getByRole('menuitem', { name: 'Delete the clause' }).press('Enter')
  await expect.poll(shown).toEqual(['Article 1 Scope'])
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('textbox', { name: 'Do something by name' }).fill('deleted clauses')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('complementary', { name: 'Deleted clauses' })
  await expect.poll(() => drawer.getByRole('listitem').count()).toBe(2)
  expect(await drawer.getByRole('listitem').first().innerText()).toMatch(
    /Four\.\s+Kwabena Tsegaye, African Group expert · .* · in Article 1/,
  )
  expect(await violations(page)).toEqual([])
  await drawer.getByRole('textbox', { name: 'Find among the deleted' }).fill('three')
  await expect
    .poll(() => drawer.getByRole('listitem').allInnerTexts())
    .toEqual([expect.stringMatching(/Object[^]*and 3 clauses beneath it/)])
  await drawer.getByRole('textbox', { name: 'Find among the deleted' }).fill('')
  for (const box of await drawer.getByRole('checkbox').all()) await box.check()
  await drawer.getByRole('button', { name: 'Restore the 2 chosen' }).click()
  await expect
    .poll(shown)
    .toEqual(['Article 1 Object', '1. One.', '2. Two.', '3. Three.', 'Article 2 Scope', '1. Four.'])
  await drawer.getByText('Nothing has been deleted').waitFor()
  // Out of the drawer the keys are in the text again.
  await drawer.getByRole('textbox', { name: 'Find among the deleted' }).press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+z')
  await expect.poll(shown).toEqual(['Article 1 Scope'])
})

/** What is on the clipboard, as a page that is pasted into gets it. */
async function clipboard(): Promise<{ html: string; text: string }> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string): Promise<string> => (await (await item?.getType(type))?.text()) ?? ''
    return { html: await read('text/html'), text: await read('text/plain') }
  })
}

test('what is copied has its numbers for Word, and comes back as it was', async () => {
  await open()
  await caretIn(2)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const { html, text } = await clipboard()
  expect(text.split(/\r?\n\r?\n/)).toEqual([
    'Article 1. Object',
    '1. One.',
    '    (a) Two.',
    '2. Three.',
    'Article 2. Scope',
    '1. Four.',
  ])
  expect(html).toMatch(/<h2[^>]*>Article 1<br[^>]*>Object<\/h2>/)
  expect(html).toMatch(/text-indent: ?-36pt[^>]*>\(a\)<span/)
  const before = await shown()
  await page.keyboard.press('Delete')
  await expect.poll(shown).toEqual([' '])
  await page.keyboard.press('Control+z')
  await expect.poll(() => clauses().count()).toBe(6)
  // Without what only we read, as another program would hand it on.
  await open()
  await caretIn(0)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  await paste(page, { html: html.replaceAll('data-travaux', 'data-nothing') })
  await expect.poll(shown).toEqual(before)
})

test('clauses that are copied whole come with their structure', async () => {
  await open()
  await caretIn(2)
  await page.keyboard.press('Tab')
  await clauses().nth(1).click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Control+c')
  const old = await ids()
  await caretIn(5)
  await page.keyboard.press('Control+v')
  await expect
    .poll(shown)
    .toEqual([
      'Article 1 Object',
      '1. One.',
      '(a) Two.',
      '2. Three.',
      'Article 2 Scope',
      '1. Four.',
      '2. One.',
      '(a) Two.',
    ])
  expect((await ids()).slice(0, 6)).toEqual(old)
  expect(new Set(await ids()).size).toBe(8)
})

test('the foot of the page counts words and clauses, of the selection too, and warns over the limit', async () => {
  await open()
  const foot = page.getByRole('contentinfo', { name: 'Length of the text' })
  await foot.getByText('6 of 8,500 words').waitFor()
  await foot.getByText('6 clauses').waitFor()
  await caretIn(1)
  await page.keyboard.type(' And more words here.')
  await foot.getByText('10 of 8,500 words').waitFor()
  await page.keyboard.press('Shift+ArrowDown')
  await foot.getByText('Selected: 1 word in 2 clauses').waitFor()
  await foot.getByRole('button', { name: /of 8,500/ }).click()
  await foot.getByRole('textbox', { name: 'Word limit' }).fill('8')
  await foot.getByText('2 words over the limit').waitFor()
  const limit = foot.getByRole('textbox', { name: 'Word limit' })
  for (const refused of ['0', '', '10000000']) {
    await limit.fill(refused)
    await foot.getByRole('alert').filter({ hasText: 'it stays 8' }).waitFor()
    await expect.poll(() => limit.getAttribute('aria-invalid')).toBe('true')
    await limit.fill('8')
    await foot.getByRole('alert').waitFor({ state: 'detached' })
  }
  expect(await violations(page)).toEqual([])
  await foot.getByRole('switch', { name: 'Show against a limit' }).click()
  await page.keyboard.press('Escape')
  await foot.getByRole('button', { name: '10 words' }).waitFor()
})

test('a search is limited to clauses of a kind', async () => {
  await open()
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Find in the text' }).fill('o')
  await expect.poll(() => page.locator('.travaux-text .found').count()).toBe(5)
  const where = page.getByRole('combobox', { name: 'Where to search' })
  await where.focus()
  await where.selectOption('In headings')
  await expect.poll(() => page.locator('.travaux-text .found').count()).toBe(2)
  expect(await violations(page)).toEqual([])
})

test('clauses in another script say their language, the text checks its spelling in its own', async () => {
  await open()
  const box = page.getByRole('textbox', { name: 'Structure' })
  expect(await box.getAttribute('lang')).toBe('en')
  expect(await box.getAttribute('spellcheck')).toBe('true')
  await caretIn(1)
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('تحظر كل دولة طرف تصدير هذه السلع')
  await expect.poll(() => clauses().nth(2).getAttribute('lang')).toBe('ar')
  expect(await clauses().nth(1).getAttribute('lang')).toBe(null)
  await page.keyboard.press('Shift+Home')
  await page.keyboard.insertText('Each State')
  await expect.poll(() => clauses().nth(2).getAttribute('lang')).toBe(null)
})

test('in a text written from right to left every clause is, whatever sign it begins with', async () => {
  const paragraphs = ['تحظر كل دولة طرف ما يلي:', 'ATT تعني معاهدة تجارة الأسلحة.', '(A1) سلع.', '[EU: سلع]']
  const draft = { ...simpleDraft('ATT والمعدات', { 'ATT والمعدات': paragraphs }), language: 'ar' }
  const id = await createText(server, draft)
  await openText(page, server, id)
  const edges = await clauses().evaluateAll((all) =>
    all.slice(1).map((one) => {
      const words = document.createRange()
      words.selectNodeContents(one)
      return Math.round(one.getBoundingClientRect().right - words.getBoundingClientRect().right)
    }),
  )
  expect(edges).toEqual([0, 0, 0, 0])
  const named = page.getByRole('heading', { level: 1 }).locator('[dir]')
  expect(await named.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl')
})
