/** Keys struck ahead: what is typed behind the key that opens something goes there, and behind Escape to the text. */

import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, shownClauses, simpleDraft } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page
let wire: CDPSession

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;({ page } = await signIn(browser, server, 'secretariat'))
  // As most people have it: what opens may move.
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  wire = await page.context().newCDPSession(page)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const [CTRL, ALT, SHIFT] = [2, 1, 8]

interface Key {
  readonly key: string
  readonly code: string
  readonly windowsVirtualKeyCode: number
  readonly modifiers?: number
  readonly text?: string
}

const letter = (key: string, modifiers = 0): Key => ({
  key,
  code: `Key${key.toUpperCase()}`,
  windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0),
  modifiers,
  ...(modifiers === 0 ? { text: key } : {}),
})

const enter: Key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
const escape: Key = { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 }

/** Strikes keys without a wait between them, as they come to a page that was busy. */
async function strike(...keys: readonly Key[]): Promise<void> {
  await Promise.all(
    keys.flatMap((key) => [
      wire.send('Input.dispatchKeyEvent', { ...key, type: key.text === undefined ? 'rawKeyDown' : 'keyDown' }),
      wire.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' }),
    ]),
  )
}

const openers: Readonly<Record<string, Key>> = {
  'the palette': letter('P', CTRL | SHIFT),
  'going to a clause': letter('g', CTRL),
  'the search': letter('f', CTRL),
  'a comment': letter('m', CTRL | ALT),
  'who words are attributed to': {
    key: '{',
    code: 'BracketLeft',
    windowsVirtualKeyCode: 219,
    modifiers: CTRL | ALT | SHIFT,
  },
  'a footnote': letter('n', CTRL | ALT),
}

/** In the page: what stands in the field that has the keys. */
function wordsOfField(): string {
  const field = document.activeElement
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value
  return field?.closest('.travaux-text') ? 'the text' : (field?.textContent ?? '')
}

test.each(Object.keys(openers))('%s', async (name) => {
  const text = await createText(
    server,
    simpleDraft(name, { Object: ['Each State shall act.', 'It shall keep records.'] }),
  )
  await openText(page, server, text)
  await page.locator('.clause[data-id="article-0-0"]').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  const before = await shownClauses(page)
  const opener = openers[name] as Key
  await strike(opener, letter('q'), letter('u'))
  await expect.poll(() => page.evaluate(wordsOfField)).toMatch(/qu$/)
  expect((await shownClauses(page)).map((words) => words.replace(/\d$/, ''))).toEqual(before)
})

test.each(['the palette', 'going to a clause'])('behind Escape from %s', async (name) => {
  const text = await createText(server, simpleDraft(name, { Object: ['Each State shall act.'] }))
  await openText(page, server, text)
  await page.locator('.clause[data-id="article-0-0"]').click()
  await page.keyboard.press('End')
  await strike(openers[name] as Key, letter('q'))
  await strike(escape, letter('x'), letter('y'))
  await expect.poll(() => shownClauses(page)).toEqual(['Object', 'Each State shall act.xy'])
})

test('behind Enter, in the clause that was gone to', async () => {
  const text = await createText(server, simpleDraft('Gone to', { Object: ['One.'], Licences: ['Two.'] }))
  await openText(page, server, text)
  await page.locator('.clause[data-id="article-0-0"]').click()
  await strike(openers['going to a clause'] as Key, { ...letter('2'), code: 'Digit2' }, enter, letter('x'))
  await expect.poll(() => shownClauses(page)).toEqual(['Object', 'One.', 'xLicences', 'Two.'])
})
