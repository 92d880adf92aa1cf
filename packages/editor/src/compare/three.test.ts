/** Two steps side by side: nothing that either step did is left out. */

import { compare, type Draft } from '@travaux/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isChanged, stepsOf } from './three.ts'

/** A draft of paragraphs, `id words` each. */
function draft(...lines: readonly string[]): Draft {
  const clauses = lines.map((line) => {
    const [id = '', ...words] = line.split(' ')
    return { id, kind: 'text', parent: '', depth: 0, words: [{ insert: words.join(' ') }] }
  })
  return { title: '', language: 'en', symbol: '', clauses }
}

const steps = (base: Draft, middle: Draft, now: Draft) =>
  stepsOf(compare(base, middle).pairs, compare(middle, now).pairs)

test('each step says what it did to a clause', () => {
  const rows = steps(
    draft('a One rule here', 'b Another thing there', 'c Third provision stays'),
    draft('a One rule stands here', 'c Third provision stays'),
    draft('a One rule stands here', 'd Fresh words altogether', 'c Third provision never stays'),
  )
  expect(rows.map(({ first, second }) => [first.map(({ changes }) => changes[0]), second?.changes[0]])).toEqual([
    [['amended'], 'same'],
    [['deleted'], undefined],
    [[], 'added'],
    [['same'], 'amended'],
  ])
  expect(rows.map(isChanged)).toEqual([true, true, true, true])
})

const anyDraft = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
  .map((ids) => draft(...ids.map((id) => `${id} words of ${id}`)))

test('every pair of either step stands in a row, those of the second once and in order', () => {
  fc.assert(
    fc.property(anyDraft, anyDraft, anyDraft, (base, middle, now) => {
      const [first, second] = [compare(base, middle).pairs, compare(middle, now).pairs]
      const rows = stepsOf(first, second)
      expect(rows.flatMap((row) => row.second ?? [])).toEqual(second)
      expect(new Set(rows.flatMap((row) => row.first))).toEqual(new Set(first))
    }),
  )
})
