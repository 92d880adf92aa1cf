/** Writing a footnote while others change what is around it: no words of either are lost. */

import {
  EMBED,
  footnotesIn,
  mergeClause,
  moveClause,
  readClauses,
  removeClauses,
  restoreClauses,
  splitClause,
  textOf,
  type Hand,
} from '@travaux/core'
import { EditorState, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { expect, test } from 'vitest'
import { findBlock } from '../binding/blocks.ts'
import { deliverAll, textsOf, two, type Person } from '../binding/trial.ts'
import { beginFootnote, notePlugin, writeNote } from './note.ts'

/** The part of a view that writing uses, on a person's replica. */
function viewOf(person: Person): Writing {
  const { doc } = person.state
  person.state = EditorState.create({
    doc,
    plugins: [
      notePlugin(
        person.doc,
        () => true,
        () => {},
      ),
    ],
  })
  return {
    get state() {
      return person.state
    },
    dispatch: person.binding.dispatch,
    focus: () => {},
    person,
  } as unknown as Writing
}

interface Writing extends EditorView {
  readonly person: Person
}

function begin(view: Writing, clause: string, offset: number): void {
  const pos = (findBlock(view.state.doc, clause)?.pos ?? 0) + 1 + offset
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos)))
  expect(beginFootnote(view.person.doc)(view.state, view.dispatch)).toBe(true)
}

const notes = ({ doc }: Person): string[] =>
  footnotesIn(readClauses(doc)).map(({ clause, offset, words }) => `${clause}@${offset} ${textOf(words)}`)

test('a new footnote goes where its clause was moved', () => {
  const [ana, ben] = two()
  const view = viewOf(ana)
  begin(view, 'p3', 3)
  moveClause(ben.hand, 'art2', 'title')
  deliverAll([ana, ben])
  writeNote(view, [{ insert: 'note' }])
  expect(notes(ana)).toEqual(['p3@3 note'])
})

test('a footnote that somebody else wrote again meanwhile keeps both wordings', () => {
  const [ana, ben] = two()
  const [hers, his] = [viewOf(ana), viewOf(ben)]
  begin(hers, 'p2', 4)
  writeNote(hers, [{ insert: 'first' }])
  deliverAll([ana, ben])
  begin(hers, 'p2', 4)
  begin(his, 'p2', 4)
  writeNote(his, [{ insert: 'his' }])
  deliverAll([ana, ben])
  writeNote(hers, [{ insert: 'hers' }])
  deliverAll([ana, ben])
  expect(notes(ana).toSorted()).toEqual(notes(ben).toSorted())
  expect(notes(ana).join()).toMatch(/hers.*his|his.*hers/)
})

test('a footnote whose clause was deleted meanwhile stays open, and nothing is written elsewhere', () => {
  const [ana, ben] = two()
  const view = viewOf(ana)
  begin(view, 'p3', 3)
  removeClauses(ben.hand, ['p3'])
  deliverAll([ana, ben])
  expect(writeNote(view, [{ insert: 'note' }])).toBe(false)
  expect(notes(ana)).toEqual([])
  restoreClauses(ben.hand, ['p3'])
  deliverAll([ana, ben])
  expect(writeNote(view, [{ insert: 'note' }])).toBe(true)
  expect(notes(ana)).toEqual(['p3@3 note'])
})

test.each<[string, (hand: Hand) => unknown, number, string]>([
  ['joins its clause', (hand) => mergeClause(hand, 'p2', 'p1'), 10, 'p1@46 note'],
  ['joins its clause, at the start', (hand) => mergeClause(hand, 'p2', 'p1'), 0, 'p1@36 note'],
  ['splits its clause before it', (hand) => splitClause(hand, 'p2', 5), 10, 'ben-1@5 note'],
  ['splits its clause behind it', (hand) => splitClause(hand, 'p2', 20), 10, 'p2@10 note'],
])('where somebody else %s, a new footnote goes where its words went', (_name, act, offset, expected) => {
  const [ana, ben] = two()
  const view = viewOf(ana)
  begin(view, 'p2', offset)
  act(ben.hand)
  deliverAll([ana, ben])
  expect(writeNote(view, [{ insert: 'note' }])).toBe(true)
  expect(notes(ana)).toEqual([expected])
})

test('a footnote that is written again while somebody else joins its clause is still one', () => {
  const [ana, ben] = two()
  const view = viewOf(ana)
  begin(view, 'p2', 4)
  writeNote(view, [{ insert: 'first' }])
  deliverAll([ana, ben])
  begin(view, 'p2', 4)
  mergeClause(ben.hand, 'p2', 'p1')
  deliverAll([ana, ben])
  writeNote(view, [{ insert: 'second' }])
  deliverAll([ana, ben])
  expect(notes(ana)).toEqual(['p1@40 second'])
  expect(notes(ben)).toEqual(notes(ana))
})

test('behind a footnote on selected words stands the caret, so that what is typed next takes none of them', () => {
  const [ana] = two()
  const view = viewOf(ana)
  const start = (findBlock(view.state.doc, 'p2')?.pos ?? 0) + 1
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, start, start + 10)))
  beginFootnote(ana.doc)(view.state, view.dispatch)
  writeNote(view, [{ insert: 'note' }])
  view.dispatch(view.state.tr.insertText('Q'))
  expect(textsOf(ana)[5]).toBe(`Each State${EMBED}Q shall license the rest`)
})

test('writing nothing deletes a footnote, and leaving it leaves it', () => {
  const [ana] = two()
  const view = viewOf(ana)
  begin(view, 'p2', 4)
  writeNote(view, [{ insert: 'note' }])
  begin(view, 'p2', 4)
  writeNote(view)
  expect(notes(ana)).toEqual(['p2@4 note'])
  begin(view, 'p2', 4)
  writeNote(view, [])
  expect(notes(ana)).toEqual([])
})
