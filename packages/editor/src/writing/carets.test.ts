/** Carets of others, where a text has no clause for them. */

import { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { documentNode } from '../binding/projection.ts'
import { schema } from '../binding/schema.ts'
import { sample, startWith } from '../binding/trial.ts'
import { caretsPlugin } from './carets.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const user = { member: 'ben', name: 'Ben', delegation: 'Borduria', code: 'BOR', role: 'drafter' }

/** A text with one other person in it, who told this of their caret. */
function scene(clauses = sample, told: object = {}) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, startWith(clauses))
  const awareness = new Awareness(doc)
  awareness.states.set(20, { user, ...told })
  const plugin = caretsPlugin(doc, awareness)
  const state = EditorState.create({ schema, doc: documentNode(doc), plugins: [plugin] })
  const drawn = (): number => plugin.getState(state.apply(state.tr.setMeta(plugin, true)))?.find().length ?? 0
  return { awareness, plugin, state, drawn }
}

test('a caret in an empty text is told as one in no clause', () => {
  const { awareness, plugin, state } = scene([])
  awareness.states.delete(20)
  const view = { state } as EditorView
  const told = plugin.spec.view?.(view)
  told?.update?.(view, { selection: { eq: () => false } } as unknown as EditorState)
  vi.advanceTimersByTime(100)
  expect(awareness.getLocalState()).toEqual({ clause: null, caret: null, moved: expect.any(Number) })
  awareness.destroy()
})

test('a caret that others push along is not told as one that moved', () => {
  const { awareness, plugin, state } = scene(sample)
  awareness.states.delete(20)
  const heard = vi.fn<() => void>()
  awareness.on('update', heard)
  const told = plugin.spec.view?.({ state } as EditorView)
  const move = (): void => {
    told?.update?.({ state } as EditorView, { selection: { eq: () => false } } as unknown as EditorState)
    vi.advanceTimersByTime(100)
  }
  move()
  move()
  expect(heard).toHaveBeenCalledTimes(1)
  awareness.destroy()
})

test.each([
  ['no place', {}],
  ['a place in what is no text', { tname: 'clauses' }],
  ['a character that did not come yet', { item: { client: 7, clock: 7 } }],
])('who tells of %s is drawn nowhere', (_what, place) => {
  const { awareness, drawn } = scene(sample, { clause: 'p1', caret: { anchor: place, head: place } })
  expect(drawn()).toBe(0)
  awareness.destroy()
})
