/** Every place in the application has an address that leads back to it. */

import { expect, test } from 'vitest'
import { readRoute, writeRoute, type Route } from './route.ts'

const read = (address: string): Route => readRoute(new URL(address, 'http://travaux.test'))

const places: Route[] = [
  { kind: 'texts' },
  { kind: 'write', text: 'zero-draft', clause: undefined },
  { kind: 'write', text: 'a/b c', clause: 'art 12' },
  { kind: 'compare', text: 'zero-draft', old: undefined, new: undefined, clause: undefined },
  { kind: 'compare', text: 'zero-draft', old: 'v 1', new: 'living', clause: 'c1' },
  { kind: 'compare', text: 'zero-draft', old: 'v1', through: 'v2', new: 'at:120', clause: undefined },
  { kind: 'compare', text: 'zero-draft', of: 'c/1', clause: undefined },
  { kind: 'brackets', text: 'a/b c' },
  { kind: 'history', text: 'zero-draft', at: undefined, since: false },
  { kind: 'history', text: 'zero-draft', at: 1_795_460_462_148, since: false },
  { kind: 'history', text: 'zero-draft', at: 0, since: true },
  { kind: 'version', text: 'zero-draft', version: 'v/1', clause: undefined },
]

test.each(places)('%j survives its address', (place) => {
  expect(read(writeRoute(place))).toEqual(place)
})

test.each(['/elsewhere', '/texts', '/texts/a/else', '/texts/a/versions', '/texts/a/versions/b/c'])(
  '%s is unknown and kept as it was typed',
  (path) => {
    expect(read(path)).toEqual({ kind: 'unknown', path })
  },
)

test('an address that cannot be decoded is no crash', () => {
  expect(read('/texts/%E0%A4%A').kind).toBe('write')
})
