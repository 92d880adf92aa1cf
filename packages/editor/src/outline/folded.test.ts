/** What is folded comes back as it was, for each text by itself; what cannot be read is nothing. */

import { expect, test } from 'vitest'
import { readFolded, writeFolded } from './folded.ts'

function storage(kept = new Map<string, string>()) {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

test('folded rows are kept for their text', () => {
  const store = storage()
  writeFolded(store, 'one', new Set(['a', 'b']))
  expect([...readFolded(store, 'one')]).toEqual(['a', 'b'])
  expect([...readFolded(store, 'two')]).toEqual([])
})

test.each(['{', '{"a":1}', '[1]'])('%s is no list of rows', (kept) => {
  expect([...readFolded(storage(new Map([['travaux:folded:one', kept]])), 'one')]).toEqual([])
})
