/** What a comparison compares when nobody has chosen, and what an address can choose. */

import type { api } from '@travaux/core'
import { expect, test } from 'vitest'
import { choicesOf, momentName, sidesOf, statesOf } from './sides.ts'

const version = (id: string, number: number, text = 'zero'): api.Version => ({
  id, text, number, label: id, symbol: '', at: 0, by: 'sec', seq: number, sha256: '',
}) // oxfmt-ignore

const summary = (versions: api.Version[], baseline: api.Version | null): api.TextSummary => ({
  id: 'zero',
  title: 'Zero draft',
  symbol: '',
  language: 'en',
  role: 'drafter',
  createdAt: 0,
  changedAt: 0,
  clauses: 1,
  words: 1,
  openThreads: 0,
  versions,
  baseline,
})

const chosen = (text: api.TextSummary, old?: string, current?: string) =>
  sidesOf(choicesOf(text), old, current)?.map(({ value }) => value)

const framework = version('framework-1', 1, 'framework')

test('the baseline stands against the living text until somebody chooses', () => {
  expect(chosen(summary([version('v1', 1)], framework))).toEqual(['framework-1', 'living'])
})

test('without a baseline it is the latest version', () => {
  expect(chosen(summary([version('v1', 1), version('v2', 2)], null))).toEqual(['v2', 'living'])
})

test('an address chooses both sides, and a name that is not there falls back', () => {
  const text = summary([version('v1', 1), version('v2', 2)], null)
  expect(chosen(text, 'v1', 'v2')).toEqual(['v1', 'v2'])
  expect(chosen(text, 'gone', 'gone')).toEqual(['v2', 'living'])
})

test('a text without versions has nothing to compare with', () => {
  expect(chosen(summary([], null))).toBeUndefined()
})

test('an address can name the text after an entry of its record', () => {
  expect(chosen(summary([version('v1', 1)], null), momentName(120))).toEqual(['at:120', 'living'])
  expect(chosen(summary([version('v1', 1)], null), 'at:0')).toEqual(['v1', 'living'])
})

const states = (text: api.TextSummary): string[] => statesOf(text).map(({ value }) => value)

test('a clause is followed from the baseline through every version to the living text', () => {
  expect(states(summary([version('v2', 2), version('v1', 1)], framework))).toEqual([
    'framework-1',
    'v1',
    'v2',
    'living',
  ])
  expect(states(summary([version('v1', 1)], version('v1', 1)))).toEqual(['v1', 'living'])
})
