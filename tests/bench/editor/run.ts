/** One editor in a real browser with a long text: opening it, scrolling, typing while others type. */

import type { Browser, CDPSession, Page } from 'playwright-core'
import { pass } from '../load/crowd.ts'
import { memoryMegabytes } from '../peer/process.ts'
import { idOf } from './draft.ts'
import { goToLast, probe, scrollTo } from './probe.ts'
import type { Stage } from './side.ts'

/** What was found, in milliseconds unless said otherwise. */
export interface Found {
  /** From when the text was asked for to its first words on the screen. */
  readonly words: number
  /** From when the text came in to when it could be written on. */
  readonly ready: number
  /** To the words at places all over the text, each time. */
  readonly scrolls: readonly number[]
  readonly jump: number
  /** From each key to the next frame, none where it cannot be measured: alone, with two others typing, under a hundred strokes a second, Enter and back. */
  readonly keys: Readonly<Record<Phase, readonly number[]>>
  /** Processor time of the page's main thread for each key, whatever else the machine is busy with. */
  readonly cost: Readonly<Record<Phase, number | undefined>>
  /** Megabytes the page holds. */
  readonly memory: number | undefined
}

export const phases = ['alone', 'together', 'storm', 'structure'] as const
export type Phase = (typeof phases)[number]

export interface RunOptions {
  readonly clauses: number
  /** Keys pressed in each phase. */
  readonly keys: number
  /** Called at the beginning and the end of each phase, for profiles. */
  readonly during?: (phase: Phase, cdp: CDPSession) => Promise<() => Promise<void>>
}

/** Milliseconds between two keys: a fast typist. */
const PACE = 90

/** Opens the text and goes through all phases. */
export async function runEditor(stage: Stage, browser: Browser, options: RunOptions): Promise<Found> {
  const { clauses } = options
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    await page.addInitScript(probe, clauses * 40)
    await page.goto(await stage.open(context))
    await page.waitForFunction(() => globalThis.notes.ready > 0, undefined, { timeout: 120_000 })
    const [words, ready] = await page.evaluate(() => {
      const { asked, arrived, words, ready } = globalThis.notes
      return [words - asked, ready - arrived] as const
    })
    await pass(4000)
    const scrolls: number[] = []
    for (const part of [0.9, 0.1, 0.5, 0.3, 0.75, 0.2, 0.6, 0.05, 0.95, 0.4]) {
      scrolls.push(await page.evaluate(scrollTo, part))
      await pass(200)
    }
    const jump = await page.evaluate(goToLast, idOf(clauses - 1))
    const typed = await typeThrough(stage, page, options)
    const each = <T>(pick: (one: Typed) => T) =>
      Object.fromEntries(phases.map((phase) => [phase, pick(typed[phase])])) as Record<Phase, T>
    const [keys, cost] = [each((one) => one.keys), each((one) => one.cost)]
    return { words, ready, scrolls, jump, keys, cost, memory: await memoryOf(browser) }
  } finally {
    await context.close()
  }
}

interface Typed {
  readonly keys: readonly number[]
  readonly cost: number | undefined
}

const nothing: Typed = { keys: [], cost: undefined }

async function typeThrough(
  { others }: Stage,
  page: Page,
  options: RunOptions,
): Promise<Readonly<Record<Phase, Typed>>> {
  const { clauses } = options
  const middle = Math.floor(clauses / 2) + 4
  await caretAtEndOf(page, middle)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' })
  await cdp.send('Performance.enable')
  const measure = async (phase: Phase, press: (nth: number) => Promise<void>, count = options.keys): Promise<Typed> => {
    const ended = await options.during?.(phase, cdp)
    await page.evaluate(() => void (globalThis.notes.keys.length = 0))
    const before = await busySeconds(cdp)
    for (let nth = 0; nth < count; nth++) await press(nth)
    const cost = (((await busySeconds(cdp)) - before) * 1000) / count
    await pass(500)
    await ended?.()
    return { keys: await page.evaluate(() => [...globalThis.notes.keys]), cost }
  }
  const letter = (nth: number): Promise<void> => pressKey(cdp, 'abcdefghijkl '[nth % 13] ?? 'a')
  const structure = (): Promise<Typed> =>
    measure('structure', (nth) => pressKey(cdp, nth % 2 === 0 ? 'Enter' : 'Backspace'), 40)

  const alone = await measure('alone', letter)
  if (!others) return { alone, together: nothing, storm: nothing, structure: await structure() }
  const two = await others(12, [middle + 1, Math.floor(clauses / 4)])
  const together = await measure('together', letter)
  const structured = await structure()
  await two.stop()
  const many = await others(100, [middle + 1, middle - 1, 1, Math.floor(clauses / 4), clauses - 2])
  const storm = await measure('storm', letter)
  await many.stop()
  return { alone, together, storm, structure: structured }
}

async function busySeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

async function caretAtEndOf(page: Page, index: number): Promise<void> {
  const block = page.locator('.clause').nth(index)
  await block.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await pass(300)
  await block.click()
  await page.keyboard.press('End')
}

const named: Readonly<Record<string, number>> = { Enter: 13, Backspace: 8 }

/** A key as the browser's own input would bring it, and the pause of a typist after it. */
async function pressKey(cdp: CDPSession, key: string): Promise<void> {
  const code = named[key] ?? key.toUpperCase().charCodeAt(0)
  const text = key === 'Enter' ? '\r' : key === 'Backspace' ? '' : key
  const event = { key, code: key.length > 1 ? key : '', windowsVirtualKeyCode: code }
  await cdp.send('Input.dispatchKeyEvent', { ...event, type: text === '' ? 'rawKeyDown' : 'keyDown', text })
  await cdp.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' })
  // Not in step with the frames of the screen.
  await pass(PACE + Math.random() * 16)
}

/** Of the processes that draw pages, the largest: the one with the text. */
async function memoryOf(browser: Browser): Promise<number | undefined> {
  const cdp = await browser.newBrowserCDPSession()
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => memoryMegabytes(id) ?? 0)
  const largest = Math.max(0, ...sizes)
  return largest === 0 ? undefined : largest
}

/** The value that so large a part of the samples stays within. */
export function within(samples: readonly number[], part: number): number | undefined {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}
