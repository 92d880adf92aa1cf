/** Words are counted as people count them, in scripts with spaces and without. */

import { expect, test } from 'vitest'
import { countWords } from './count.ts'

test.each([
  ['', 0],
  ['[ – ] ...', 0],
  ['Each State Party shall prohibit, by law, the export.', 9],
  ["The States' end-use rules of 45.5 per cent", 8],
  ['[shall] [Arcadia: should]', 3],
  ['l’exportation d’équipements', 2],
  ['تحظر كل دولة طرف تصدير هذه السلع', 7],
  ['Каждое государство запрещает экспорт', 4],
])('%j has %i', (text, count) => {
  expect(countWords(text)).toBe(count)
})

test('Chinese and Thai are counted by their words, not as one', () => {
  expect(countWords('各缔约国应当禁止出口')).toBeGreaterThan(3)
  expect(countWords('各缔约国应当禁止出口')).toBeLessThan(11)
  expect(countWords('รัฐภาคีต้องห้ามการส่งออก')).toBeGreaterThan(3)
})
