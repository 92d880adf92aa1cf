/** An attribution is put on the words it was asked for, wherever they are by then, and on no others. */

import { mergeClause, moveClause, removeClauses, splitClause, type Hand } from '@travaux/core'
import { TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { allBlocks } from '../binding/blocks.ts'
import { deliverAll, textsOf, two, type Person } from '../binding/trial.ts'
import { attributable } from './attribution.ts'
import type { Quill } from './quill.ts'
import type { Attributable } from './surface.ts'

const deskOf = ({ hand, binding: { perform } }: Person): Quill => ({
  hand,
  perform,
  performAlone: perform,
  undo: () => {},
  redo: () => {},
})

/** Puts the caret before words that one clause has, or selects from there to behind words that one clause has. */
function select(person: Person, from: string, to?: string): void {
  const { doc } = person.state
  const place = (words: string): number => {
    const block = allBlocks(doc).find(({ node }) => node.textContent.includes(words))
    return (block?.pos ?? 0) + 1 + (block?.node.textContent.indexOf(words) ?? 0)
  }
  const selection = TextSelection.create(doc, place(from), to === undefined ? undefined : place(to) + to.length)
  person.binding.dispatch(person.state.tr.setSelection(selection))
}

function asked(person: Person): Attributable {
  const found = attributable(deskOf(person), person.state)
  if (!found) throw new Error('there is nothing to attribute')
  return found
}

/** What Ana's text says where Ben does something while her form is open for "license", and whether it was attributed. */
function meanwhile(act: (hand: Hand, ben: Person) => unknown): { done: boolean; words: string[] } {
  const [ana, ben] = two()
  select(ana, 'license', 'license')
  const form = asked(ana)
  expect(form.words).toBe('license')
  act(ben.hand, ben)
  deliverAll([ana, ben])
  const done = form.attribute(['Mexico'])
  deliverAll([ana, ben])
  expect(textsOf(ana)).toEqual(textsOf(ben))
  return { done, words: textsOf(ana) }
}

test.each<[string, (hand: Hand, ben: Person) => unknown, string]>([
  ['typed before them', (_hand, ben) => ben.type(5, 0, 'Now: '), 'Now: Each State shall [Mexico: license] the rest'],
  ['typed at their edge', (_hand, ben) => ben.type(5, 24, ' all'), 'Each State shall [Mexico: license] all the rest'],
  ['moved the clause', (hand) => moveClause(hand, 'p2', 'title'), 'Each State shall [Mexico: license] the rest'],
  ['split the clause', (hand) => splitClause(hand, 'p2', 11), 'shall [Mexico: license] the rest'],
  [
    'joined the clause',
    (hand) => mergeClause(hand, 'p2', 'p1b'),
    'of thumb cuffsEach State shall [Mexico: license] the rest',
  ],
])('where somebody else %s, the same words are attributed', (_name, act, expected) => {
  const { done, words } = meanwhile(act)
  expect(done).toBe(true)
  expect(words.filter((one) => one.includes('Mexico'))).toEqual([expected])
})

test.each<[string, (hand: Hand, ben: Person) => unknown]>([
  ['deleted the clause', (hand) => removeClauses(hand, ['p2'])],
  [
    'deleted the words',
    (_hand, ben) => (select(ben, 'license ', 'license '), ben.binding.dispatch(ben.state.tr.deleteSelection())),
  ],
  ['wrote among them', (_hand, ben) => ben.type(5, 20, 'x')],
  ['split them', (hand) => splitClause(hand, 'p2', 20)],
])('where somebody else %s, nothing is attributed', (_name, act) => {
  const { done, words } = meanwhile(act)
  expect(done).toBe(false)
  expect(words.join()).not.toMatch(/Mexico|\[/)
})

test('words of two clauses that were joined meanwhile are bracketed each by itself', () => {
  const [ana, ben] = two()
  select(ana, 'restraint', 'of thumb')
  const form = asked(ana)
  mergeClause(ben.hand, 'p1b', 'p1a')
  deliverAll([ana, ben])
  expect(form.attribute(['Mexico'])).toBe(true)
  expect(textsOf(ana)[3]).toBe('of [Mexico: restraint chairs][Mexico: of thumb] cuffs')
})

test('a pair is attributed anew with its wording as it was shown, and not where somebody else attributed it', () => {
  const [ana, ben] = two()
  ben.type(5, 17, '[Mexico: must] ')
  deliverAll([ana, ben])
  const ask = (): Attributable => (select(ana, 'must'), asked(ana))
  const first = ask()
  expect(first.sponsors).toEqual(['Mexico'])
  ben.type(5, 0, 'Now ')
  deliverAll([ana, ben])
  expect(first.attribute(['Mexico', 'Kenya'])).toBe(true)
  expect(textsOf(ana)[5]).toBe('Now Each State shall [Mexico, Kenya: must] license the rest')
  deliverAll([ana, ben])
  const second = ask()
  select(ben, 'Kenya', 'Kenya')
  ben.binding.dispatch(ben.state.tr.insertText('India'))
  deliverAll([ana, ben])
  expect(second.attribute(['Mexico'])).toBe(false)
  expect(textsOf(ana)[5]).toContain('[Mexico, India: must]')
})

test('behind the closing bracket stands the caret, in the last clause where there are several', () => {
  const [ana] = two()
  select(ana, 'restraint', 'of thumb')
  asked(ana).attribute(['Mexico'])
  ana.binding.dispatch(ana.state.tr.insertText('Q'))
  expect(textsOf(ana).slice(3, 5)).toEqual(['of [Mexico: restraint chairs]', '[Mexico: of thumb]Q cuffs'])
})
