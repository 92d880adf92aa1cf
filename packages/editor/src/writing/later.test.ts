/** Long work: what is told of it, and in what order things are done around it. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Later } from './later.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function working() {
  const log: string[] = []
  const later = new Later((clauses) => log.push(clauses === null ? 'over' : `working on ${clauses}`))
  const perform = (clauses: number, name: string): void => later.perform(clauses, () => log.push(name))
  return { log, later, perform }
}

test('what is short is done at once, and nothing is told of it', () => {
  const { log, perform } = working()
  perform(10, 'short')
  expect(log).toEqual(['short'])
})

test('what is long is told before it is done, and once it is over', () => {
  const { log, perform } = working()
  perform(2000, 'long')
  expect(log).toEqual(['working on 2000'])
  vi.runAllTimers()
  expect(log).toEqual(['working on 2000', 'long', 'over'])
})

test('what comes meanwhile comes behind it, and nothing is done twice', () => {
  const { log, later, perform } = working()
  perform(2000, 'long')
  later.now()
  log.push('a key')
  perform(3000, 'longer')
  perform(1, 'short')
  vi.runAllTimers()
  expect(log).toEqual([
    'working on 2000', 'long', 'over', 'a key', 'working on 3000', 'longer', 'over', 'short',
  ]) // oxfmt-ignore
})

test('what fails is over as well', () => {
  const { log, later } = working()
  later.perform(2000, () => {
    throw new Error('no')
  })
  expect(() => later.now()).toThrow('no')
  expect(log).toEqual(['working on 2000', 'over'])
})
