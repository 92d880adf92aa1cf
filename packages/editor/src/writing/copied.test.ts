/** What is made of copied clauses: their tree, and options that stay options. */

import { referenceTo, type Clause } from '@travaux/core'
import { expect, test } from 'vitest'
import { schema } from '../binding/schema.ts'
import { asClauses, readRivals, rivalsAmong } from './copied.ts'

/** `id depth` a clause. */
const nodes = (...clauses: readonly string[]) =>
  clauses.map((clause) => {
    const [id = '', depth = '0'] = clause.split(' ')
    return schema.node('clause', { id, kind: 'paragraph', depth: Number(depth) }, schema.text(id))
  })

/** `place<parent option`, a line for each clause. */
const shown = (clauses: readonly Clause[]): string[] =>
  clauses.map(({ id, parent, option }) => `${id}<${parent} ${option ?? ''}`.replaceAll('copied-', '').trimEnd())

test.each<[what: string, copied: string[], expected: string[]]>([
  ['all of a provision', ['a 1', 'x 2', 'b 1', 'c 1', 'z 1'], ['0<', '1<0', '2< 0', '3< 0', '4<']],
  ['some of it', ['b 1', 'c 1'], ['0<', '1< 0']],
  ['one of it', ['z 1', 'b 1'], ['0<', '1<']],
  ['two provisions', ['a 0', 'b 0', 'p 0', 'q 0'], ['0<', '1< 0', '2<', '3< 2']],
  ['not beneath one parent', ['h 0', 'a 1', 'i 0', 'b 1'], ['0<', '1<0', '2<', '3<2']],
])('options stay options of one another: %s', (_what, copied, expected) => {
  const rivals = [['a', 'b', 'c'], ['p', 'q']] // oxfmt-ignore
  expect(shown(asClauses(nodes(...copied), rivals))).toEqual(expected)
})

const to = (id: string, form?: 'number') => schema.node('embed', { value: referenceTo(id, form) })

test('a reference to a clause that is copied with it and not here means the copy, any other what it meant', () => {
  const copied = ['a', 'b', 'a'].map((id) =>
    schema.node('clause', { id, kind: 'paragraph', depth: 0 }, [to('b'), to('a', 'number'), to('z')]),
  )
  const read = (isHere?: (id: string) => boolean) => asClauses(copied, [], isHere).map(({ words }) => words)
  const words = ['b', 'a', 'z'].map((id) => ({ insert: referenceTo(id, id === 'a' ? 'number' : 'named') }))
  expect(read()).toEqual([words, words, words])
  const [first, second] = ['copied-0', 'copied-1']
  const renamed = [{ insert: referenceTo(second ?? '') }, { insert: referenceTo(first ?? '', 'number') }, words[2]]
  expect(read((id) => id === 'z')).toEqual([renamed, renamed, renamed])
})

const clause = (id: string, option?: string): Clause => ({
  id,
  kind: 'paragraph',
  parent: '',
  depth: 0,
  words: [],
  ...(option !== undefined && { option }),
})

test('the options among clauses are told by provision', () => {
  expect(rivalsAmong([clause('a'), clause('b', 'a'), clause('p'), clause('c', 'a')])).toEqual([['a', 'b', 'c']])
  expect(rivalsAmong([clause('b', 'a'), clause('c', 'a'), clause('p'), clause('q', 'p')])).toEqual([['b', 'c'], ['p', 'q']]) // oxfmt-ignore
})

test('a clipboard may claim anything', () => {
  expect(readRivals([['a', 'b']])).toEqual([['a', 'b']])
  for (const claimed of [undefined, null, 'a', ['a'], [['a', 1]], { a: ['b'] }]) expect(readRivals(claimed)).toEqual([])
})
