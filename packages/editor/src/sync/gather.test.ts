/** What others did waits for letters that are being composed. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openGatherer, type Gatherer } from './gather.ts'

const frame = Uint8Array.of(1)
let page: EventTarget
let shown: number
let gatherer: Gatherer<Uint8Array>

beforeEach(() => {
  vi.useFakeTimers()
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', page)
  shown = 0
  gatherer = openGatherer((frames) => {
    shown += frames.length
  })
})

afterEach(() => {
  gatherer.stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const compose = (kind: 'start' | 'update' | 'end'): boolean => page.dispatchEvent(new Event(`composition${kind}`))

test('while letters are composed nothing of others is shown, and soon after they are', () => {
  compose('start')
  for (let nth = 0; nth < 10; nth++) {
    gatherer.add(frame)
    gatherer.show()
    compose('update')
    vi.advanceTimersByTime(500)
  }
  expect(shown).toBe(0)
  compose('end')
  vi.advanceTimersByTime(100)
  expect(shown).toBe(10)
})

test('a composition that is left open holds nothing up for long', () => {
  compose('start')
  gatherer.add(frame)
  vi.advanceTimersByTime(2100)
  expect(shown).toBe(1)
  gatherer.add(frame)
  vi.advanceTimersByTime(100)
  expect(shown).toBe(2)
})

test('once it is stopped it hears of no composition', () => {
  gatherer.add(frame)
  gatherer.stop()
  compose('end')
  vi.advanceTimersByTime(3000)
  expect(shown).toBe(0)
})
