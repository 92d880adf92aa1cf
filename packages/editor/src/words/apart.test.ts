/** Words of both directions in one line: what is set apart, and what is left as it is. */

import { expect, test } from 'vitest'
import { setApart, withKeys } from './apart.ts'

test('a value is set apart where it could be turned', () => {
  expect(setApart('Yusuf (10%)', 'rtl')).toBe('\u2068Yusuf (10%)\u2069')
  expect(setApart('8,500', 'rtl')).toBe('\u20688,500\u2069')
  expect(setApart('المادة 1(2)', 'ltr')).toBe('\u2068المادة 1(2)\u2069')
})

test('a value that goes with the words around it is left as it is', () => {
  expect(setApart('المادة', 'rtl')).toBe('المادة')
  expect(setApart('Article 1(2)', 'ltr')).toBe('Article 1(2)')
})

test('keys read from left to right whatever they stand behind', () => {
  expect(withKeys('التغيير التالي', 'Alt+↓')).toBe('التغيير التالي (\u2066Alt+↓\u2069)')
  expect(withKeys('Next change', 'Alt+↓')).toBe('Next change (Alt+↓)')
})
