/** Where words are written among deleted ones, and with which marks. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { normalWords, textOf, type Words } from '../clause/words.ts'
import { insertWords } from './insert.ts'

const read = (text: Y.Text): string => textOf(text.toDelta() as Words)

/** Each and State, of which State was deleted by somebody whose undo can bring it back. */
function deletedTail(marks: Record<string, unknown> = {}): { text: Y.Text; undo: Y.UndoManager } {
  const doc = new Y.Doc()
  const text = doc.getText('text')
  text.applyDelta([{ insert: 'Each ', attributes: marks }, { insert: 'State' }])
  const undo = new Y.UndoManager(text, { trackedOrigins: new Set(['other']) })
  doc.transact(() => text.delete(5, 5), 'other')
  return { text, undo }
}

test('what is written in front of deleted words stands in front of them when they come back', () => {
  const { text, undo } = deletedTail()
  for (const [nth, letter] of Array.from('one ').entries()) insertWords(text, 5 + nth, [{ insert: letter }])
  undo.undo()
  expect(read(text)).toBe('Each one State')
})

test('what is written before a character stands behind what was deleted in front of it', () => {
  const { text, undo } = deletedTail()
  insertWords(text, 5, [{ insert: '!' }], 'before')
  undo.undo()
  expect(read(text)).toBe('Each State!')
})

test.each([
  ['in plain text', {}],
  ['behind strong words', { strong: true }],
])('words have their own marks and no others, %s', (_where, marks) => {
  const { text } = deletedTail(marks)
  const words = [{ insert: 'one' }, { insert: 'two', attributes: { em: true } }, { insert: { a: 1 } }]
  insertWords(text, 5, words)
  expect(normalWords(text.toDelta() as Words)).toEqual(normalWords([{ insert: 'Each ', attributes: marks }, ...words]))
})

test('an index that Yjs has remembered is found again after words were written', () => {
  const { text } = deletedTail()
  text.insert(0, '0123456789'.repeat(20))
  text.insert(100, 'x')
  insertWords(text, 206, [{ insert: 'one' }])
  text.insert(206, 'y')
  expect(read(text).slice(200)).toBe('9Each yone')
})
