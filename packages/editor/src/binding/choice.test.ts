/** Two people who choose among rival wordings at once. */

import { keepRival, readBrackets, readClauses, splitClause, textOf } from '@travaux/core'
import { expect, test } from 'vitest'
import { deliverAll, expectSame, textsOf, three, two, type Person } from './trial.ts'

const sample = [
  {
    id: 'p',
    kind: 'paragraph',
    parent: '',
    depth: 0,
    words: [{ insert: 'Each State [shall] [should] [A, B: may] act' }],
  },
]
const WORDS = 'Each State [shall] [should] [A, B: may] act'

/** Keeps the n-th wording. */
function keep({ hand, doc, undo }: Person, nth: number): void {
  const [clause] = readClauses(doc)
  const pair = clause && readBrackets(textOf(clause.words)).pairs[nth]
  if (!pair) throw new Error('There is no such wording')
  keepRival(hand, 'p', pair)
  undo.stopCapturing()
}

test('where two choose differently nothing is chosen, and can be chosen then', () => {
  const people = two(sample)
  const [ana, ben] = people
  keep(ana, 0)
  expect(textsOf(ana)).toEqual(['Each State shall act'])
  keep(ben, 2)
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana)).toEqual([WORDS])
  keep(ben, 1)
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana)).toEqual(['Each State should act'])
  ben.undo.undo()
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana)).toEqual([WORDS])
})

test('where two choose alike, that is chosen', () => {
  const people = two(sample)
  for (const person of people) keep(person, 1)
  deliverAll(people)
  expectSame(people)
  expect(textsOf(people[0])).toEqual(['Each State should act'])
})

test('where three choose differently, nothing is chosen', () => {
  const people = three(sample)
  for (const [nth, person] of people.entries()) keep(person, nth)
  deliverAll(people)
  expectSame(people)
  expect(textsOf(people[0])).toEqual([WORDS])
})

test('whoever hears of both brings the wordings back, though the two never come again', () => {
  const [ana, ben, eve] = three(sample)
  keep(ana, 0)
  keep(ben, 1)
  for (const update of eve.inbox.splice(0)) eve.receive(update)
  expect(textsOf(eve)).toEqual([WORDS])
})

test('what was typed into a wording meanwhile stands in it', () => {
  const people = three(sample)
  const [ana, ben, eve] = people
  eve.type(0, 'Each State [shall] [should'.length, ' not')
  keep(ana, 1)
  keep(ben, 2)
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana)).toEqual(['Each State [shall] [should not] [A, B: may] act'])
})

test('it is no matter that another parted the clause at that moment', () => {
  const people = three(sample)
  const [ana, ben, eve] = people
  keep(ana, 0)
  keep(ben, 1)
  splitClause(eve.hand, 'p', 'Each State'.length)
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana).join('|')).toBe(WORDS.replace(' [shall]', '| [shall]'))
})

test('whoever may not write leaves it to those who may', () => {
  const people = three(sample)
  const [ana, ben, eve] = people
  eve.mayWrite = false
  keep(ana, 0)
  keep(ben, 1)
  for (const update of eve.inbox.splice(0)) eve.receive(update)
  expect(textsOf(eve)).toEqual(['Each State  act'])
  deliverAll(people)
  expectSame(people)
  expect(textsOf(eve)).toEqual([WORDS])
})

test('undo of a choice that was opened again changes nothing, nor does redo', () => {
  const people = two(sample)
  const [ana, ben] = people
  keep(ana, 0)
  keep(ben, 1)
  deliverAll(people)
  expect(ana.undo.undo()).toBeNull()
  expect(ana.undo.redo()).toBeNull()
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana)).toEqual([WORDS])
})
