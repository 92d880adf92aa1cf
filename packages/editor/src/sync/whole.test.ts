/** Taking in a whole text. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyWhole, isBlank } from './whole.ts'

function stateOf(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('words').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}

test('whoever keeps updates is given the state as it came, and what follows as ever', () => {
  const [doc, kept] = [new Y.Doc(), new Y.Doc()]
  const [given, origins]: [Uint8Array[], unknown[]] = [[], []]
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    given.push(update)
    origins.push(origin)
    Y.applyUpdate(kept, update)
  })
  expect(isBlank(doc)).toBe(true)
  const [state, origin] = [stateOf('Each State'), {}]
  applyWhole(doc, state, origin)
  expect(isBlank(doc)).toBe(false)
  expect(given).toHaveLength(1)
  expect(given[0]).toBe(state)
  doc.getText('words').insert(10, ' shall')
  expect(origins).toEqual([origin, null])
  expect(kept.getText('words').toJSON()).toBe('Each State shall')
})

test('a state that cannot be read is an error, and what follows is heard of', () => {
  const doc = new Y.Doc()
  let heard = 0
  doc.on('update', () => heard++)
  expect(() => applyWhole(doc, new Uint8Array([1, 1, 1, 255]), null)).toThrow()
  doc.getText('words').insert(0, 'Each')
  expect(heard).toBeGreaterThan(0)
})
