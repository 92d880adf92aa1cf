/** Names are found as they are typed, in the language of the text. */

import { isSponsor, readBrackets } from '@travaux/core'
import { expect, test } from 'vitest'
import { isKnown, matching, meant, statesIn } from './known.ts'

const found = async (typed: string, language = 'en'): Promise<string[]> =>
  matching(await statesIn(language), typed, 3).map(({ name }) => name)

test.each([
  ['Mex', 'en', ['Mexico']],
  ['cote', 'en', ["Côte d'Ivoire"]],
  ['King', 'en', ['United Kingdom of Great Britain and Northern Ireland']],
  ['Afr', 'en', ['African Group', 'Central African Republic', 'South Africa']],
  ['NZ', 'en', ['New Zealand']],
  ['États', 'fr', ["États-Unis d'Amérique", 'Micronésie (États fédérés de)']],
  ['كيني', 'ar', ['كينيا']],
  ['肯', 'zh', ['肯尼亚']],
  ['Mexico', 'en', []],
])('%s in %s', async (typed, language, names) => {
  expect(await found(typed, language)).toEqual(names)
})

test.each([
  ['Swed', 'en', 'Sweden'],
  ['cote', 'en', "Côte d'Ivoire"],
  ['niger', 'en', 'Niger'],
  ['Nige', 'en', 'Nige'],
  ['African G', 'en', 'African Group'],
  ['Arab Group', 'en', 'Arab Group'],
  ['', 'en', ''],
  ['suè', 'fr', 'Suède'],
])('%s in %s means %s', async (typed, language, name) => {
  expect(meant(await statesIn(language), typed)).toBe(name)
})

test('a language without names of its own has the English ones', async () => {
  expect(isKnown(await statesIn('de'), 'germany')).toBe(true)
})

test.each(['en', 'fr', 'es', 'ru', 'ar', 'zh'])(
  'all 193 names in %s are read back as attributions',
  async (language) => {
    const states = (await statesIn(language)).filter(({ code }) => code !== '')
    expect(new Set(states.map(({ code }) => code)).size).toBe(193)
    expect(states.map(({ name }) => name).filter((name) => !isSponsor(name))).toEqual([])
    const text = `[${states
      .slice(0, 20)
      .map(({ name }) => name)
      .join(', ')}: shall]`
    expect(readBrackets(text).pairs[0]?.sponsors).toHaveLength(20)
  },
)
