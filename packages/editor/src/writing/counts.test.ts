/** Counting follows the text and the selection, in slices, and counts again only what changed. */

import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { schema } from '../binding/schema.ts'
import { countBetween } from './counts.ts'

const clause = (...words: readonly string[]) =>
  schema.node(
    'clause',
    null,
    words.map((one) => schema.text(one)),
  )
const doc = schema.node('doc', null, [
  schema.node('group', null, [clause('Each State shall act.'), clause('It shall report.')]),
  schema.node('group', null, [clause('No more than this.')]),
])

/** Selects from the nth character of one text to that of another. */
function between(from: string, to: string): { clauses: number; words: number } {
  const at = (words: string): number => {
    let found = -1
    doc.descendants((node, pos) => {
      const index = node.text?.indexOf(words) ?? -1
      if (index >= 0) found = pos + index
    })
    return found
  }
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, at(from), at(to) + to.length) })
  return countBetween(state.doc, state.selection.from, state.selection.to)
}

test.each([
  ['State', 'shall act', { clauses: 1, words: 3 }],
  ['Each', 'act.', { clauses: 1, words: 4 }],
  ['shall act', 'It', { clauses: 2, words: 3 }],
  ['act', 'No more', { clauses: 3, words: 6 }],
])('from %s to %s', (from, to, expected) => {
  expect(between(from, to)).toEqual(expected)
})

test('all of it', () => {
  expect(countBetween(doc, 0, doc.content.size)).toEqual({ clauses: 3, words: 11 })
})
