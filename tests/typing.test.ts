/** What a drafter's keys do to clauses in a real browser, as fast as keys can come. */

import type { Browser, CDPSession, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { command, createText, openText, shownClauses, simpleDraft } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page
let keys: CDPSession

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  page = (await signIn(browser, server, 'expert-african')).page
  keys = await page.context().newCDPSession(page)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(...paragraphs: readonly string[]): Promise<void> {
  await openText(page, server, await createText(server, simpleDraft('Typing', { Object: paragraphs })))
}

async function caretIn(nth: number): Promise<void> {
  await page.locator('.travaux-text .clause').nth(nth).click()
  await page.keyboard.press('End')
}

const numbers = (): Promise<string[]> =>
  page
    .locator('.travaux-text .clause')
    .evaluateAll((clauses) => clauses.map((clause) => (clause as HTMLElement).dataset['label'] ?? ''))

const named: Readonly<Record<string, number>> = {
  End: 35,
  Home: 36,
  Enter: 13,
  ArrowDown: 40,
  ArrowUp: 38,
  Backspace: 8,
}

/** Presses keys without waiting for any of them. */
async function pressAtOnce(...names: readonly string[]): Promise<void> {
  const events = names.flatMap((key) => {
    const text = key.length === 1 ? key : key === 'Enter' ? '\r' : undefined
    const event = { key, code: key, windowsVirtualKeyCode: named[key] ?? key.toUpperCase().charCodeAt(0) }
    return [
      keys.send('Input.dispatchKeyEvent', {
        ...event,
        type: text === undefined ? 'rawKeyDown' : 'keyDown',
        ...(text !== undefined && { text }),
      }),
      keys.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' }),
    ]
  })
  await Promise.all(events)
}

test('Enter directly behind End splits at the end, twelve times out of twelve', async () => {
  for (let run = 0; run < 12; run++) {
    await open('Each State party shall act.', 'It shall keep records.')
    await caretIn(1)
    await pressAtOnce('Home')
    await pressAtOnce('End', 'Enter', 'N')
    await expect
      .poll(() => shownClauses(page))
      .toEqual(['Object', 'Each State party shall act.', 'N', 'It shall keep records.'])
  }
})

test('Enter, Tab and Backspace make, indent and join clauses, and numbers follow', async () => {
  await open('Each State party shall:', 'It shall keep records.')
  await caretIn(1)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('prohibit export;')
  await page.keyboard.press('Enter')
  await page.keyboard.type('prohibit import.')
  expect(await numbers()).toEqual(['Article 1', '1.', '(a)', '(b)', '2.'])
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  expect(await numbers()).toEqual(['Article 1', '1.', '(a)', '(b)', '2.', '3.'])
  await page.keyboard.press('Backspace')
  await page.keyboard.type(' And more.')
  expect(await shownClauses(page)).toEqual([
    'Object',
    'Each State party shall:',
    'prohibit export;',
    'prohibit import. And more.',
    'It shall keep records.',
  ])
})

const height = async (clause: Locator): Promise<number | undefined> => (await clause.boundingBox())?.height

test('an empty clause is as high as one with a word, and says what may stand in it', async () => {
  await open('One.', '', 'Three.')
  await caretIn(2)
  const empty = page.locator('.travaux-text .clause[data-placeholder]')
  await empty.waitFor()
  expect(await height(empty)).toBe(await height(page.locator('.travaux-text .clause').nth(1)))
  await empty.evaluate((clause) => clause.classList.add('differs-added'))
  expect(await height(empty)).toBe(await height(page.locator('.travaux-text .clause').nth(1)))
})

test('a clause moves with the keyboard, keeps its words, and undo puts it back', async () => {
  await open('One.', 'Two.', 'Three.')
  await caretIn(3)
  await page.keyboard.press('Alt+Shift+ArrowUp')
  expect(await shownClauses(page)).toEqual(['Object', 'One.', 'Three.', 'Two.'])
  await page.keyboard.type(' Still here.')
  expect(await shownClauses(page)).toEqual(['Object', 'One.', 'Three. Still here.', 'Two.'])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => shownClauses(page)).toEqual(['Object', 'One.', 'Two.', 'Three.'])
})

test('whole clauses that are cut and pasted move: they keep their ids', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await open('One.', 'Two.', 'Three.', 'Four.')
  const ids = (): Promise<string[]> =>
    page
      .locator('.travaux-text .clause')
      .evaluateAll((clauses) => clauses.map((clause) => (clause as HTMLElement).dataset['id'] ?? ''))
  const [heading, one, two, three, four] = await ids()
  await caretIn(1)
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Control+x')
  expect(await shownClauses(page)).toEqual(['Object', 'Three.', 'Four.'])
  await page.locator('.travaux-text .clause').nth(2).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Control+v')
  expect(await shownClauses(page)).toEqual(['Object', 'Three.', 'Four.', 'One.', 'Two.'])
  expect(await ids()).toEqual([heading, three, four, one, two])
})

test('brackets are shown with their attribution and lifted by a key', async () => {
  await open('States [Arcadia: shall] [should] act [.')
  expect(await page.locator('.travaux-text .bracket').count()).toBe(4)
  expect((await page.locator('.travaux-text .attribution').allInnerTexts()).join('')).toContain('Arcadia:')
  expect(await page.locator('.travaux-text .bracket-alone').count()).toBe(1)
  await page.locator('.travaux-text .clause').nth(1).click()
  await page.keyboard.press('Home')
  for (let step = 0; step < 18; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Alt+k')
  await expect.poll(() => shownClauses(page)).toEqual(['Object', 'States shall act [.'])
})

test('Arabic is typed from right to left, with its brackets and numbers', async () => {
  const draft = simpleDraft('نص', { الغرض: [''] })
  await openText(page, server, await createText(server, { ...draft, language: 'ar' }))
  await page.locator('.travaux-text .clause').nth(1).click()
  await page.keyboard.insertText('تحظر كل دولة طرف [تصدير] هذه السلع')
  expect(await page.locator('.travaux-text .bracket').count()).toBe(2)
  expect(await numbers()).toEqual(['المادة 1', '1.'])
  const { width, number } = await page
    .locator('.travaux-text .clause')
    .nth(1)
    .evaluate((element) => {
      const { left, right } = element.getBoundingClientRect()
      return { width: right - left, number: Number.parseFloat(getComputedStyle(element, '::before').left) }
    })
  expect(number).toBeGreaterThan(width / 2)
  expect((await shownClauses(page))[1]).toBe('تحظر كل دولة طرف [تصدير] هذه السلع')
})

/** How emphasized words of a clause are drawn. */
async function emphasis(words: string): Promise<string> {
  await page.locator('.travaux-text .clause').nth(1).click()
  await page.keyboard.press('Control+i')
  await page.keyboard.insertText(words)
  return page.locator('.travaux-text em').evaluate((element) => {
    const { fontStyle, textDecorationLine, textEmphasisStyle, fontSynthesis } = getComputedStyle(element)
    return [fontStyle, textDecorationLine, textEmphasisStyle, fontSynthesis].join(', ')
  })
}

test.each([
  ['en', 'a fortiori', 'italic, none, none'],
  ['ar', 'إذ تشير', 'normal, overline, none'],
  ['en', 'إذ تشير', 'normal, overline, none'],
  ['zh', '回顾', 'normal, none, dot'],
])('in a text in %s, %s is emphasized as its script does it', async (language, words, drawn) => {
  const draft = simpleDraft('Emphasis', { Object: [''] })
  await openText(page, server, await createText(server, { ...draft, language }))
  expect(await emphasis(words)).toBe(`${drawn}, weight small-caps`)
})

test('words are found and replaced over the whole text, and one undo brings them back', async () => {
  await open('States shall act.', 'States shall report.')
  await caretIn(1)
  await page.keyboard.press('Control+h')
  await page.getByRole('textbox', { name: 'Find in the text' }).fill('shall')
  await expect.poll(() => page.locator('.travaux-text .found').count()).toBe(2)
  await page.getByRole('textbox', { name: 'Replace with' }).fill('should')
  await page.getByRole('button', { name: 'Replace all' }).click()
  await page.getByText('2 replaced').waitFor()
  expect((await shownClauses(page)).slice(1)).toEqual(['States should act.', 'States should report.'])
  await page.getByRole('textbox', { name: 'Find in the text' }).press('Escape')
  await page.keyboard.press('Control+z')
  await expect
    .poll(async () => (await shownClauses(page)).slice(1))
    .toEqual(['States shall act.', 'States shall report.'])
})

test('the palette does things by name, and a clause is reached by its number', async () => {
  await open('One.', 'Two.', 'Three.')
  await caretIn(1)
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('textbox', { name: 'Do something by name' }).fill('move the clause down')
  await page.keyboard.press('Enter')
  await expect.poll(() => shownClauses(page)).toEqual(['Object', 'Two.', 'One.', 'Three.'])
  await page.keyboard.press('Control+g')
  await page.getByRole('textbox', { name: 'Go to a clause by number or words' }).fill('1(3)')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.classList.contains('travaux-text'))).toBe(true)
  await page.keyboard.type('Here: ')
  expect((await shownClauses(page))[3]).toBe('Here: Three.')
})

test('a deleted clause is restored where it stood', async () => {
  await open('One.', 'Two.', 'Three.')
  await caretIn(1)
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Delete')
  expect(await shownClauses(page)).toEqual(['Object', 'Three.'])
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('textbox', { name: 'Do something by name' }).fill('restore')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Restore a deleted clause' }).fill('Two')
  await page.keyboard.press('Enter')
  await expect.poll(() => shownClauses(page)).toEqual(['Object', 'Two.', 'Three.'])
})

test('a click overtaken by marks drawn anew keeps its caret', async () => {
  const text = await createText(server, simpleDraft('Overtaken', { Object: ['First words.', 'Second words.'] }))
  const anchor = { clause: 'article-0-0', quote: 'First', before: '', after: ' words.' }
  const opened = { thread: 'thread-first', comment: 'comment-first', words: 'Why?', audience: 'all' } as const
  await command(server, text, { type: 'comment.open', ...opened, anchor })
  await openText(page, server, text)
  await page.locator('.travaux-text .thread').waitFor()
  await caretIn(1)
  await page.evaluate(() => {
    const clicked = document.querySelector('.clause[data-id="article-0-1"]')?.firstChild
    const thread = document.querySelector<HTMLElement>('article[data-thread] button')
    if (!clicked || !thread) throw new Error('There is nothing to click')
    // The browser moves the caret at once, and tells of it in a task of its own: what is drawn anew comes before.
    getSelection()?.collapse(clicked, 'Second'.length)
    thread.click()
  })
  await page.locator('.travaux-text .thread-active').waitFor()
  await page.keyboard.type(' HERE')
  await expect.poll(() => shownClauses(page)).toEqual(['Object', 'First words.', 'Second HERE words.'])
})
