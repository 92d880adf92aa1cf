/** Words in another script than their text's are told; names and quotations within a clause are not. */

import { expect, test } from 'vitest'
import { foreignTo } from './script.ts'

test.each([
  ['Each State shall act.', 'en', undefined],
  ['تحظر كل دولة طرف', 'en', 'ar'],
  ['تحظر كل دولة طرف', 'ar', undefined],
  ['Each State shall act.', 'ar', 'und-Latn'],
  ['Каждое государство', 'en', 'ru'],
  ['各缔约国应当', 'fr', 'zh'],
  ['各缔约国应当', 'zh-Hant', undefined],
  ['The term 各国 means every State', 'en', undefined],
  ['[X]', 'ar', undefined],
  ['', 'en', undefined],
])('%j in a text in %s: %s', (words, language, expected) => {
  expect(foreignTo(language)(words)).toBe(expected)
})
