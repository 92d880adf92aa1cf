/** Which key is meant where Caps Lock is on. */

import { expect, test } from 'vitest'
import { meantKey } from './letter-keys.ts'

const none = { ctrlKey: false, metaKey: false, shiftKey: false }

test.each<[what: string, pressed: Parameters<typeof meantKey>[0], meant: string]>([
  ['a letter with Ctrl', { ...none, key: 'o', ctrlKey: true }, 'o'],
  ['a letter with Ctrl and Caps Lock', { ...none, key: 'O', ctrlKey: true }, 'o'],
  ['a letter with Ctrl and Shift', { ...none, key: 'O', ctrlKey: true, shiftKey: true }, 'O'],
  ['a letter with Ctrl, Shift and Caps Lock', { ...none, key: 'o', ctrlKey: true, shiftKey: true }, 'O'],
  ['a letter with Cmd, Shift and Caps Lock', { ...none, key: 'z', metaKey: true, shiftKey: true }, 'Z'],
  ['a letter of another script', { ...none, key: 'Щ', ctrlKey: true }, 'щ'],
  ['a letter that is typed', { ...none, key: 'O' }, 'O'],
  ['a sign', { ...none, key: '{', ctrlKey: true, shiftKey: true }, '{'],
  ['a key with a name', { ...none, key: 'Enter', ctrlKey: true, shiftKey: true }, 'Enter'],
  ['a letter whose capital is two', { ...none, key: 'ß', ctrlKey: true, shiftKey: true }, 'ß'],
])('%s', (_what, pressed, meant) => {
  expect(meantKey(pressed)).toBe(meant)
})
