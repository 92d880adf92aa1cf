/** No two delegations are shown alike. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codesOf } from './codes.ts'

const coded = (...delegations: readonly string[]) => delegations.map((delegation) => ({ delegation, code: 'AFR' }))
const shown = (...delegations: readonly string[]): string[] => [...codesOf(coded(...delegations)).values()]

test('a code of its own says enough, however many people have it', () => {
  expect(shown('African Group', 'African Group')).toEqual(['AFR'])
})

test('two delegations of one code are told apart by the words in which their names differ', () => {
  expect(shown('African Group', 'African Union')).toEqual(['AFR Group', 'AFR Union'])
  expect(shown('Africa', 'Africa North')).toEqual(['Africa', 'AFR North'])
  expect(shown('Norland', 'Meridia')).toEqual(['AFR Norland', 'AFR Meridia'])
})

test('whatever the names, none is shown as another', () => {
  const word = fc.constantFrom('A', 'B', 'C')
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 5 }), (names) => {
      const members = names.map((delegation, nth) => ({ delegation, code: ['X', 'Y'][nth % 2] ?? '' }))
      expect(new Set(codesOf(members).values()).size).toBe(names.length)
    }),
  )
})
