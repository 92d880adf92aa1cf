/** A clause's own history: followed through rewording, merging and deletion, back to where it was added. */

import { compare, type Draft } from '@travaux/core'
import { expect, test } from 'vitest'
import { followBack } from './lineage.ts'

function draft(...lines: readonly string[]): Draft {
  const clauses = lines.map((line) => {
    const [id = '', ...words] = line.split(' ')
    return { id, kind: 'paragraph', parent: '', depth: 0, words: [{ insert: words.join(' ') }] }
  })
  return { title: '', language: 'en', symbol: '', clauses }
}

/** What is told of a clause through these states. */
const told = (clause: string, ...states: readonly Draft[]) =>
  followBack(
    states.slice(1).map((state, at) => compare(states[at] ?? state, state)),
    clause,
  ).map(({ at, pairs }) => `${at}: ${pairs.map(({ changes }) => changes.join('+')).join(' & ')}`)

const [first, second] = ['a Each State shall act', 'a Each State Party shall act']

test('newest first, back to where it was added', () => {
  expect(told('a', draft('x Else'), draft('x Else', first), draft('x Else', second), draft('x Else', second))).toEqual([
    '2: same',
    '1: amended',
    '0: added',
  ])
})

test('a deleted clause is told from its deletion', () => {
  expect(told('a', draft(first), draft(second), draft('x Else'), draft('x Else'))).toEqual(['1: deleted', '0: amended'])
})

test('a clause that never was has no history', () => {
  expect(told('gone', draft(first), draft(second))).toEqual([])
})
