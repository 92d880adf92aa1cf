/** Brackets are drawn anew only where words change, and are always what one would draw from nothing. */

import { EditorState, type Plugin } from 'prosemirror-state'
import type { DecorationSet } from 'prosemirror-view'
import { expect, test } from 'vitest'
import { allBlocks } from '../binding/blocks.ts'
import { schema } from '../binding/schema.ts'
import { bracketMarks } from './brackets.ts'

const plugin: Plugin<DecorationSet> = bracketMarks((what) => what)

function textOf(clauses: number): EditorState {
  const blocks = Array.from({ length: clauses }, (_, nth) =>
    schema.node('clause', { id: `c${nth}`, kind: 'paragraph', depth: 0 }, schema.text('it [may] act]')),
  )
  const doc = schema.node('doc', null, schema.node('group', null, blocks))
  return EditorState.create({ schema, plugins: [plugin], doc })
}

const drawn = (state: EditorState): string[] =>
  (plugin.getState(state)?.find() ?? []).map(({ from, to }) => `${from}-${to}`).sort()

test.each([1, 20, 150])('with %i clauses changed at once', (changed) => {
  const before = textOf(200)
  const tr = before.tr
  for (const { pos } of allBlocks(before.doc).slice(0, changed).toReversed()) tr.insertText('[so] ', pos + 1)
  const after = before.apply(tr)
  expect(drawn(after)).toEqual(drawn(EditorState.create({ schema, plugins: [plugin], doc: after.doc })))
  expect(drawn(after).length).toBeGreaterThan(200 + 2 * changed)
})
