/** Two people at one place: where their carets stand. */

import { cutOf, moveClause, pasteCut, textOf, type CutClause } from '@travaux/core'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { allBlocks } from './blocks.ts'
import { deliverAll, expectSame, pick, strike, textsOf, two, type Person } from './trial.ts'

/** The paragraph that they write in, by its place in the text and by its id. */
const [NTH, ID] = [5, 'p2']

/** Puts the caret at an offset of the paragraph, as a press would. */
function put({ state, binding }: Person, offset: number): void {
  const { pos } = pick(allBlocks(state.doc), NTH)
  binding.dispatch(state.tr.setSelection(TextSelection.create(state.doc, pos + 1 + offset)))
}

const putAtEnd = (person: Person): void => put(person, pick(textsOf(person), NTH).length)

/** Types one letter after the other where the caret is. */
function key({ state, binding }: Person, letter: string): void {
  binding.dispatch(state.tr.insertText(letter))
}

function keys(person: Person, letters: string): void {
  for (const letter of letters) key(person, letter)
}

/** The words of the caret's clause, with a bar where it is. */
function aroundCaret({ state }: Person): string {
  const { $head } = state.selection
  const { textContent } = $head.parent
  return `${textContent.slice(0, $head.parentOffset)}|${textContent.slice($head.parentOffset)}`
}

/** Cuts all words of the paragraph. */
function cut(person: Person): CutClause {
  const taken = cutOf(person.doc, ID)
  if (!taken) throw new Error('There is nothing to cut')
  strike(person, NTH, 0, textOf(taken.words).length)
  return taken
}

describe('the caret of another', () => {
  test.each([[0], [3]])(
    'stays behind its own letters where the clause is cut and pasted, %i keys before it',
    (before) => {
      const [ana, ben] = two()
      putAtEnd(ben)
      keys(ben, ' qa'.slice(0, before))
      deliverAll([ana, ben])
      const taken = cut(ana)
      keys(ben, ' qb')
      deliverAll([ana, ben])
      keys(ben, ' qc')
      deliverAll([ana, ben])
      pasteCut(ana.hand, taken, { clause: 'p3', offset: 'For these purposes'.length })
      deliverAll([ana, ben])
      keys(ben, ' qd')
      deliverAll([ana, ben])
      expectSame([ana, ben])
      expect(aroundCaret(ben)).toBe(`Each State shall license the rest${' qa'.slice(0, before)} qb qc qd|`)
    },
  )

  test('is back behind its word where the clause is cut and pasted before anything more is typed', () => {
    const [ana, ben] = two()
    put(ben, 10)
    const taken = cut(ana)
    deliverAll([ana, ben])
    expect(aroundCaret(ben)).toBe('|')
    pasteCut(ana.hand, taken, { clause: 'p3', offset: 'For these purposes'.length })
    deliverAll([ana, ben])
    expect(aroundCaret(ben)).toBe('Each State| shall license the rest')
  })

  test('stays behind its word where the clause is moved by somebody who wrote in front of it', () => {
    const [ana, ben] = two()
    ana.type(NTH, 0, 'Some new words in front. ')
    moveClause(ana.hand, ID, 'title')
    putAtEnd(ben)
    keys(ben, ' bb')
    // What was done without a network comes in one.
    ben.receive(Y.mergeUpdates(ben.inbox.splice(0)))
    keys(ben, ' cc')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(aroundCaret(ben)).toBe('Some new words in front. Each State shall license the rest bb cc|')
  })

  test('stays before what somebody begins to type where it stands', () => {
    const [ana, ben] = two()
    put(ben, 10)
    put(ana, 10)
    keys(ana, ' Party')
    deliverAll([ana, ben])
    expect(aroundCaret(ben)).toBe('Each State| Party shall license the rest')
  })

  test('does not grow a selection by what is written at its ends', () => {
    const [ana, ben] = two()
    const { pos } = pick(allBlocks(ben.state.doc), NTH)
    ben.binding.dispatch(ben.state.tr.setSelection(TextSelection.create(ben.state.doc, pos + 1 + 5, pos + 1 + 10)))
    put(ana, 10)
    keys(ana, 'hood')
    put(ana, 5)
    keys(ana, 'new ')
    deliverAll([ana, ben])
    const { from, to } = ben.state.selection
    expect(ben.state.doc.textBetween(from, to)).toBe('State')
  })
})
