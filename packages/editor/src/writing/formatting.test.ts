/** What the selected words are. */

import { TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { allBlocks } from '../binding/blocks.ts'
import { two, type Person } from '../binding/trial.ts'
import { formatsOf, toggleFormat } from './formatting.ts'

/** Selects from an offset of the nth clause, or from its end, to an offset of the last one. */
function select(person: Person, from: readonly [number, number], to: readonly [number, number]): void {
  const { doc } = person.state
  const place = ([nth, offset]: readonly [number, number]): number => {
    const { pos = 0, node } = allBlocks(doc)[nth] ?? {}
    return pos + 1 + Math.min(offset, node?.content.size ?? 0)
  }
  person.binding.dispatch(person.state.tr.setSelection(TextSelection.create(doc, place(from), place(to))))
}

const formats = ({ state }: Person): string[] => [...formatsOf(state)]

test('where no words are selected, from the end of one clause to the start of the next, there is no format', () => {
  const [ana] = two()
  select(ana, [2, Infinity], [3, 0])
  expect(formats(ana)).toEqual([])
})

test('selected words have the formats that all of them have', () => {
  const [ana] = two()
  select(ana, [2, 0], [2, 10])
  toggleFormat('strong')(ana.state, ana.binding.dispatch)
  select(ana, [2, 0], [2, 4])
  toggleFormat('em')(ana.state, ana.binding.dispatch)
  expect(formats(ana)).toEqual(['strong', 'em'])
  select(ana, [2, 0], [2, 10])
  expect(formats(ana)).toEqual(['strong'])
  select(ana, [2, 0], [3, 2])
  expect(formats(ana)).toEqual([])
})
