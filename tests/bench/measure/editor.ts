/** The editor in a real browser with ten thousand clauses of sixty words, beside y-prosemirror with the same ones. */

import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../../support/browser.ts'
import { longText } from '../editor/draft.ts'
import { phases, runEditor, within, type Found, type Phase } from '../editor/run.ts'
import { bareSide, flatSide, ourSide, type Side } from '../editor/side.ts'
import type { Figure } from './figure.ts'

const builder = fileURLToPath(new URL('../../../packages/editor/build.ts', import.meta.url))

const CLAUSES = 10_000
const KEYS = 120

const doing: Readonly<Record<Phase, string>> = {
  alone: 'typing alone',
  together: 'typing while two others type',
  storm: 'typing under a hundred strokes a second of others',
  structure: 'Enter and Backspace between clauses while two others type',
}

async function run(side: Side): Promise<Found> {
  const browser: Browser = await openBrowser({ optimizing: true })
  try {
    const stage = await side.start(longText(CLAUSES))
    try {
      return await runEditor(stage, browser, { clauses: CLAUSES, keys: KEYS })
    } finally {
      await stage.stop()
    }
  } finally {
    await browser.close()
  }
}

/** Nobody else can be in the floor: its keys alone are what ours with others is held against. */
function keysOf({ keys }: Found, phase: Phase): readonly number[] {
  return keys[phase].length > 0 ? keys[phase] : keys.alone
}

function notesOf(phase: Phase): { readonly notes?: string } {
  const alone = phase === 'together' || phase === 'storm'
  return alone ? { notes: 'nobody else can be in ProseMirror by itself: its keys alone' } : {}
}

export async function editor(): Promise<Figure[]> {
  execFileSync(process.execPath, [builder], { stdio: 'inherit' })
  const found = new Map<string, Found>()
  for (const side of [bareSide(), ourSide(), flatSide()]) found.set(side.name, await run(side))
  const figure = (name: string, pick: (one: Found) => number | undefined, unit = 'ms'): Figure => ({
    name,
    unit,
    better: 'less',
    values: Object.fromEntries([...found].map(([side, one]) => [side, pick(one)])),
  })
  return [
    figure(`first words of ${CLAUSES} clauses, once the text is asked for`, ({ words }) => words),
    figure('until it can be written on, once the text is there', ({ ready }) => ready),
    figure('words after scrolling anywhere, p95', ({ scrolls }) => within(scrolls, 0.95)),
    figure('words after going to the last clause', ({ jump }) => jump),
    ...phases.flatMap((phase) => [
      {
        ...figure(`${doing[phase]}: key to the next frame, p50`, (one) => within(keysOf(one, phase), 0.5)),
        ...notesOf(phase),
      },
      {
        ...figure(`${doing[phase]}: key to the next frame, p95`, (one) => within(keysOf(one, phase), 0.95)),
        ...notesOf(phase),
      },
      figure(`${doing[phase]}: processor time of the page for each key`, ({ cost }) => cost[phase]),
    ]),
    figure('memory of the page', ({ memory }) => memory, 'MB'),
  ]
}
