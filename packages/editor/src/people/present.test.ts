/** Who is here is read from whatever stands in the awareness, one person once. */

import { expect, test } from 'vitest'
import { delegationsOf, presentIn } from './present.ts'

const person = (member: string, delegation: string) => ({ member, name: `Name of ${member}`, delegation, code: 'XX' })

test('a person with two windows is here once, at the clause where their caret is', () => {
  const user = person('ines', 'Arcadia')
  expect(presentIn([{ user, clause: 'c1' }, { user }])).toEqual([{ ...user, clause: 'c1' }])
})

test('a person with two windows is where they moved last, whichever was opened last', () => {
  const user = person('ines', 'Arcadia')
  const [first, second] = [
    { user, clause: 'c1', moved: 20 },
    { user, clause: 'c2', moved: 10 },
  ]
  for (const states of [
    [first, second],
    [second, first],
  ])
    expect(presentIn(states)).toEqual([{ ...user, clause: 'c1' }])
})

test('people stand in the order of their delegations', () => {
  const states = [{ user: person('b', 'Zubrowka') }, { user: person('a', 'Arcadia') }]
  expect(presentIn(states).map(({ member }) => member)).toEqual(['a', 'b'])
})

test('states of another shape are passed over', () => {
  expect(presentIn([null, 7, {}, { user: { name: 'no member' } }])).toEqual([])
})

test('a delegation of several people is one, with how many they are', () => {
  const states = [person('b', 'Zubrowka'), person('c', 'Arcadia'), person('a', 'Zubrowka')].map((user) => ({ user }))
  expect(delegationsOf(presentIn(states))).toEqual([
    { delegation: 'Arcadia', code: 'XX', people: 1 },
    { delegation: 'Zubrowka', code: 'XX', people: 2 },
  ])
})
