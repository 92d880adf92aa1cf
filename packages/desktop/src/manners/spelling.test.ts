import { expect, test } from 'vitest'
import { bestOf } from './spelling.ts'

const available = ['en-GB', 'en-US', 'fr', 'pt-BR', 'zh']

test.each([
  ['en-US', 'en-US'],
  ['en', 'en-GB'],
  ['fr-CH', 'fr'],
  ['PT', 'pt-BR'],
  ['ar', undefined],
])('a text in %s is read with %s', (language, dictionary) => {
  expect(bestOf(language, available)).toBe(dictionary)
})
