/** No key is lost when a person clicks and types at once while another types in the same clause. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, shownClauses, simpleDraft, untilSaved } from './support/text.ts'

const RUNS = 15
const LETTERS = 30

let server: RunningServer
let browser: Browser
let ana: Page
let ben: Page
const wires = new Map<Page, Wire>()

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ana = (await signIn(browser, server, 'expert-african')).page
  ben = (await signIn(browser, server, 'expert-grulac')).page
  for (const page of [ana, ben]) wires.set(page, await wireTo(page))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const count = (text: string, letter: string): number => text.split(letter).length - 1

type Wire = (
  method: 'Input.dispatchMouseEvent' | 'Input.dispatchKeyEvent',
  event: Record<string, unknown>,
) => Promise<unknown>

/** Input events without a wait between them, as fast as the browser takes them: faster than any person. */
async function wireTo(page: Page): Promise<Wire> {
  const session = await page.context().newCDPSession(page)
  return (method, event) => session.send(method, event as never)
}

async function clickAndType(page: Page, clause: number, at: number, letter: string): Promise<void> {
  const words = page.locator('.travaux-text .clause').nth(clause)
  await words.scrollIntoViewIfNeeded()
  const box = await words.boundingBox()
  if (!box) throw new Error('The clause is not on the page')
  // The clause grows longer than the window: the click must be on the part of it that is seen.
  const y = Math.min(Math.max(box.y + box.height / 2, 120), 700)
  const wire = wires.get(page) ?? (await wireTo(page))
  const mouse = { x: box.x + 10 + at, y, button: 'left', clickCount: 1 }
  const events = [
    wire('Input.dispatchMouseEvent', { ...mouse, type: 'mousePressed' }),
    wire('Input.dispatchMouseEvent', { ...mouse, type: 'mouseReleased' }),
  ]
  const key = {
    key: letter,
    code: `Key${letter.toUpperCase()}`,
    windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0),
  }
  for (let nth = 0; nth < LETTERS; nth++) {
    events.push(
      wire('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: letter }),
      wire('Input.dispatchKeyEvent', { ...key, type: 'keyUp' }),
    )
  }
  await Promise.all(events)
}

/**
 * Both click into the clause and type at once, at full speed. Each click is well away from the one before: two near each
 * other within half a second are a double click, which selects words for the next key to replace.
 */
async function typeTogether(clause: number, run: number): Promise<void> {
  const [here, there] = [(run * 37) % 200, (run * 53) % 200]
  await Promise.all([clickAndType(ana, clause, here, 'q'), clickAndType(ben, clause, there, 'z')])
}

async function settled(): Promise<string> {
  await Promise.all([untilSaved(ana), untilSaved(ben)])
  await expect
    .poll(async () => JSON.stringify(await shownClauses(ana)) === JSON.stringify(await shownClauses(ben)), {
      timeout: 20_000,
    })
    .toBe(true)
  return (await shownClauses(ana)).join('\n')
}

async function expectNoKeyLost(clause: number): Promise<void> {
  const before = await settled()
  for (let run = 1; run <= RUNS; run++) {
    await typeTogether(clause, run)
    const text = await settled()
    const typed = { q: count(text, 'q') - count(before, 'q'), z: count(text, 'z') - count(before, 'z') }
    expect({ run, ...typed }).toEqual({ run, q: run * LETTERS, z: run * LETTERS })
  }
}

async function open(articles: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const text = await createText(server, simpleDraft('Keys', articles))
  await Promise.all([openText(ana, server, text), openText(ben, server, text)])
}

test('in a clause with words', async () => {
  await open({ Object: ['Each State party shall prohibit the export of such goods.', 'It shall keep records.'] })
  await expectNoKeyLost(1)
})

test('in a text whose only clause is empty', async () => {
  await open({ '': [] })
  await expectNoKeyLost(0)
})
