/** Keys by the names that people read on theirs. */

import { expect, test } from 'vitest'
import { keysIn } from './keyboard.ts'

test.each([
  ['fr', 'Ctrl+Alt+Shift+O', 'Ctrl+Alt+Maj+O'],
  ['fr-CH', 'Ctrl+Alt+Enter', 'Ctrl+Alt+Entrée'],
  ['fr', 'Ctrl+Maj+=', 'Ctrl+Maj+='],
  ['ar', 'Alt+Shift+↑', 'Alt+Shift+↑'],
  ['en', 'Esc', 'Esc'],
])('in %s %s is %s', (language, keys, said) => {
  expect(keysIn(language, keys)).toBe(said)
})
