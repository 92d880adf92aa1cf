/** The rail shows what the filter lets through, in the order of the text, and loses no thread. */

import type { api } from '@travaux/core'
import { expect, test } from 'vitest'
import type { ThreadPlace } from '../writing/surface.ts'
import type { ShownThread } from './overlay.ts'
import { railOf } from './shown.ts'

const thread = (id: string, resolved = false): ShownThread => {
  const anchor: api.Anchor = { clause: id, quote: 'words', before: '', after: '' }
  return { id, anchor, audience: 'all', comments: [], turns: [], resolved, waiting: new Set() }
}

const places: Record<string, ThreadPlace> = {
  low: { kind: 'words', clause: 'low', top: 500 },
  high: { kind: 'clause', clause: 'high', top: 20 },
  done: { kind: 'words', clause: 'done', top: 90 },
}
const place = ({ id }: ShownThread): ThreadPlace => places[id] ?? { kind: 'nowhere' }
/** Where only what is high up is shown. */
const placeAlone = (thread: ShownThread): ThreadPlace => {
  const at = place(thread)
  return at.kind === 'words' ? { kind: 'folded' } : at
}
const all = [thread('low'), thread('high'), thread('done', true), thread('gone')]

test('open threads stand in the order of the text, those without a clause in the tray', () => {
  const { placed, tray } = railOf(all, 'open', null, place)
  expect(placed.map(({ thread, wordsGone }) => [thread.id, wordsGone])).toEqual([
    ['high', true],
    ['low', false],
  ])
  expect(tray.map(({ id }) => id)).toEqual(['gone'])
})

test('the filter chooses, but the active thread stays', () => {
  expect(railOf(all, 'resolved', null, place).placed.map(({ thread }) => thread.id)).toEqual(['done'])
  expect(railOf(all, 'open', 'done', place).placed.map(({ thread }) => thread.id)).toEqual(['high', 'done', 'low'])
})

test('all means all', () => {
  const { placed, tray } = railOf(all, 'all', null, place)
  expect(placed.length + tray.length).toBe(all.length)
})

test('those whose clause is folded away are counted, and stand neither beside the text nor in the tray', () => {
  const { placed, tray, folded } = railOf(all, 'open', null, placeAlone)
  expect(placed.map(({ thread }) => thread.id)).toEqual(['high'])
  expect(tray.map(({ id }) => id)).toEqual(['gone'])
  expect(folded).toBe(1)
  expect(railOf(all, 'all', null, placeAlone).folded).toBe(2)
})
