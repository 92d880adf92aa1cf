/** What is said of the clause of the caret, and when nothing is. */

import { expect, test } from 'vitest'
import { heardAt, sayingOf } from './spoken.ts'

const item = (id: string, citation: string, name = citation) => ({
  id,
  citation,
  name,
  number: name,
  kind: 'paragraph',
  depth: 1,
  label: '',
  words: '',
  brackets: 0,
})
const items = [item('a', 'Article 1(1)'), item('b', 'Article 1(2)')]
const at = (clause: string | null, citation?: string, name = citation) => {
  const heard = heardAt(items, clause, [{ clause: 'b' }, { clause: 'b' }])
  return heard && citation !== undefined && name !== undefined ? { ...heard, citation, name } : heard
}

test('a clause is said with its kind and its comments', () => {
  expect(at('b')).toEqual({
    clause: 'b',
    citation: 'Article 1(2)',
    name: 'Article 1(2)',
    kind: 'paragraph',
    comments: 2,
  })
})

test('coming to another clause is said, staying in one is not', () => {
  expect(sayingOf(at('a'), at('b'))?.kind).toBe('entered')
  expect(sayingOf(undefined, at('a'))?.kind).toBe('entered')
  expect(sayingOf(at('a'), at('a'))).toBeUndefined()
  expect(sayingOf(at('a'), at(null))).toBeUndefined()
})

test('a clause that was moved or renumbered under the caret says its new number', () => {
  expect(sayingOf(at('a', 'Article 4(1)'), at('a'))).toEqual({
    kind: 'renamed',
    from: 'Article 4(1)',
    to: 'Article 1(1)',
  })
})

test('a text that is called by its words is not renamed as they are written, or as another comes before it', () => {
  expect(sayingOf(at('a', 'Text 1', '“The”'), at('a', 'Text 1', '“The Assembly”'))).toBeUndefined()
  expect(sayingOf(at('a', 'Text 1', '“The”'), at('a', 'Text 2', '“The”'))).toBeUndefined()
})
