/** A kind is found by its name in the interface and by the words for it in the language of the text. */

import { expect, test } from 'vitest'
import { kindWords, matchingAlso } from './kind-words.ts'

const shown = (language: string, typed: string): string[] => {
  const choices = (['article', 'preamble', 'paragraph'] as const).map((kind) => ({
    name: kind,
    called: kindWords(language, kind),
  }))
  return matchingAlso(choices, typed).map(({ name }) => name)
}

test.each([
  ['ar', 'مادة', ['article']],
  ['ar', 'الديباجة', ['preamble']],
  ['ar', 'art', ['article']],
  ['fr-CA', 'préamb', ['preamble']],
  ['ru', 'ста', ['article']],
  ['xx', 'مادة', []],
])('in a text in %s, %s', (language, typed, found) => {
  expect(shown(language, typed)).toEqual(found)
})

test('nothing typed finds each once', () => {
  expect(shown('ar', '')).toEqual(['article', 'preamble', 'paragraph'])
})
