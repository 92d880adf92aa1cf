/** Where words are written among deleted ones, and with which marks. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { normalWords, textOf, type Words } from '../clause/words.ts'
import { insertWords, typeWords } from './insert.ts'

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

test('so does what is typed, letter by letter', () => {
  const { text, undo } = deletedTail()
  for (const [nth, letter] of Array.from('one ').entries()) typeWords(text, 5 + nth, [{ insert: letter }])
  undo.undo()
  expect(read(text)).toBe('Each one State')
})

test('what is written before a character stands behind what was deleted in front of it', () => {
  const { text, undo } = deletedTail()
  insertWords(text, 5, [{ insert: '!' }], { side: 'before' })
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

test.each([
  ['plain', {}],
  ['strong', { strong: true }],
])('typed words have their own marks and no others, also within %s words', (_what, marks) => {
  const text = new Y.Doc().getText('text')
  text.applyDelta([{ insert: 'Each ', attributes: marks }, { insert: 'State' }])
  const words = [{ insert: 'one' }, { insert: 'two', attributes: { em: true } }, { insert: { a: 1 } }]
  typeWords(text, 10, words)
  typeWords(text, 5, words)
  typeWords(text, 2, words)
  const parts = [{ insert: 'Ea', attributes: marks }, ...words, { insert: 'ch ', attributes: marks }, ...words]
  expect(normalWords(text.toDelta() as Words)).toEqual(normalWords([...parts, { insert: 'State' }, ...words]))
})

test.each([
  ['plain', {}],
  ['strong', { strong: true }],
])('a run of %s letters is one item and its end', (_what, attributes) => {
  const doc = new Y.Doc()
  const text = doc.getText('text')
  typeWords(text, 0, [{ insert: 'a', attributes }])
  const count = (): number => Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).structs.length
  const before = count()
  for (let nth = 1; nth < 50; nth++) typeWords(text, nth, [{ insert: 'a', attributes }])
  expect(count()).toBeLessThanOrEqual(before + 1)
  expect(read(text)).toBe('a'.repeat(50))
})

/** Two replicas of one text, and what brings them together. */
function replicas(clients: readonly [number, number]): { texts: [Y.Text, Y.Text]; meet: () => void } {
  const docs = clients.map((client) => Object.assign(new Y.Doc(), { clientID: client })) as [Y.Doc, Y.Doc]
  const meet = (): void => {
    const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
    for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update)
  }
  return { texts: [docs[0].getText('text'), docs[1].getText('text')], meet }
}

test.each<[[number, number]]>([[[1, 2]], [[2, 1]]])(
  'what is typed behind the letters of another stands behind those that it crosses on the way, clients %j',
  (clients) => {
    const { texts, meet } = replicas(clients)
    typeWords(texts[0], 0, [{ insert: 'al', attributes: { strong: true } }])
    meet()
    typeWords(texts[0], 2, [{ insert: 'pha', attributes: { strong: true } }])
    typeWords(texts[1], 2, [{ insert: 'b' }])
    typeWords(texts[1], 3, [{ insert: 'et' }])
    meet()
    expect(texts.map(read)).toEqual(['alphabet', 'alphabet'])
  },
)

test.each<[[number, number]]>([[[1, 2]], [[2, 1]]])(
  'what is pasted behind the letters of another stands behind those that it crosses on the way, clients %j',
  (clients) => {
    const { texts, meet } = replicas(clients)
    typeWords(texts[0], 0, [{ insert: 'al' }])
    meet()
    typeWords(texts[0], 2, [{ insert: 'pha' }])
    insertWords(texts[1], 2, [{ insert: 'be', attributes: { strong: true } }, { insert: 't' }])
    meet()
    expect(texts.map(read)).toEqual(['alphabet', 'alphabet'])
    expect(texts[0].toDelta()).toEqual([
      { insert: 'alpha' },
      { insert: 'be', attributes: { strong: true } },
      { insert: 't' },
    ])
  },
)

test('an index that Yjs has remembered is found again after words were written', () => {
  const { text } = deletedTail()
  text.insert(0, '0123456789'.repeat(20))
  text.insert(100, 'x')
  insertWords(text, 206, [{ insert: 'one' }])
  text.insert(206, 'y')
  expect(read(text).slice(200)).toBe('9Each yone')
})
