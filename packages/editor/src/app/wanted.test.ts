/** What was asked for before signing in is come to behind it, and nothing but a place of this application. */

import { expect, test } from 'vitest'
import { keepWanted, takeWanted } from './wanted.ts'

const CLAUSE = { pathname: '/texts/zero-draft', search: '', hash: '#clause=art%205' }

/** A store as the browser's, for one test. */
function drawerWith(kept?: string) {
  const all = new Map<string, string>()
  const drawer = {
    getItem: (name: string) => all.get(name) ?? null,
    setItem: (name: string, words: string) => void all.set(name, words),
    removeItem: (name: string) => void all.delete(name),
  }
  if (kept !== undefined) drawer.setItem('travaux:wanted', kept)
  return drawer
}

test('the clause of a link is come to, once', () => {
  const drawer = drawerWith()
  keepWanted(drawer, CLAUSE, 0)
  expect(takeWanted(drawer, 5000)).toEqual({ kind: 'write', text: 'zero-draft', clause: 'art 5' })
  expect(takeWanted(drawer, 5001)).toBeUndefined()
})

test('the list of texts is not kept, and leaves what is', () => {
  const drawer = drawerWith()
  keepWanted(drawer, CLAUSE, 0)
  keepWanted(drawer, { pathname: '/', search: '', hash: '' }, 1)
  expect(takeWanted(drawer, 2)).toMatchObject({ text: 'zero-draft' })
})

test('a day later nobody remembers', () => {
  const drawer = drawerWith()
  keepWanted(drawer, CLAUSE, 0)
  expect(takeWanted(drawer, 25 * 60 * 60_000)).toBeUndefined()
})

test.each([
  '0 https://elsewhere.example/texts/x',
  '0 //elsewhere.example/texts/x',
  '0 /sign-in?token=x',
  '0',
  '',
  'x y',
])('what is no place here is not gone to: %s', (kept) => {
  expect(takeWanted(drawerWith(kept), 1)).toBeUndefined()
})
