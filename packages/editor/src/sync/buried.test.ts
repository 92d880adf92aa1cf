/** Words that others delete with their clause before the server had them are told of; others are not. */

import { clausesOf, mergeClause, removeClauses, restoreClauses } from '@travaux/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deliverAll, two, type Person } from '../binding/trial.ts'
import { watchBuried } from './buried.ts'
import type { SaveState } from './session.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Two people at a text; of the first it is listed what of their words went out of sight. */
function scene() {
  const [ana, ben] = two()
  const watchers: ((state: SaveState) => void)[] = []
  let listed: readonly string[] = []
  watchBuried(
    {
      doc: ana.doc,
      state: () => ({ kind: 'saved' }),
      watch: (listener) => {
        watchers.push(listener)
        return () => undefined
      },
    },
    { get: () => listed, set: (clauses) => (listed = clauses) },
  )
  /** Lets everything arrive. */
  const meet = async (): Promise<readonly string[]> => {
    deliverAll([ana, ben])
    await Promise.resolve()
    return listed
  }
  const saved = (): void => watchers.forEach((heard) => heard({ kind: 'saved' }))
  return {
    ana,
    ben,
    meet,
    saved,
    list: (clauses: readonly string[]) => (listed = clauses),
  }
}

const P1 = 2
const P2 = 5
const shownIn = ({ doc }: Person, id: string): boolean => !clausesOf(doc).get(id)?.has('gone')

test('words the server had not got, in a clause that another deleted meanwhile, are told of wherever the caret is', async () => {
  const { ana, ben, meet } = scene()
  ana.type(P1, 0, 'Mine. ')
  ana.type(P2, 0, 'Elsewhere. ')
  removeClauses(ben.hand, ['p1'])
  expect(await meet()).toEqual(['p1'])
})

test('words that were saved before are not told of, nor a clause with no words of mine', async () => {
  const { ana, ben, meet, saved } = scene()
  ana.type(P1, 0, 'Mine. ')
  saved()
  vi.advanceTimersByTime(1000)
  removeClauses(ben.hand, ['p1', 'p2'])
  expect(await meet()).toEqual([])
})

test('what had come in before they were saved, and is shown only behind that, is told of', async () => {
  const { ana, ben, meet, saved } = scene()
  ana.type(P1, 0, 'Mine. ')
  removeClauses(ben.hand, ['p1'])
  saved()
  vi.advanceTimersByTime(100)
  expect(await meet()).toEqual(['p1'])
})

test('words that go along with those of a clause that was joined to another are not told of', async () => {
  const { ana, ben, meet } = scene()
  ana.type(P2, 8, 'party ')
  mergeClause(ben.hand, 'p2', 'p1')
  expect(await meet()).toEqual([])
  expect(shownIn(ana, 'p2')).toBe(false)
})

test('what I delete myself is not told of', async () => {
  const { ana, meet } = scene()
  ana.type(P1, 0, 'Mine. ')
  removeClauses(ana.hand, ['p1'])
  expect(await meet()).toEqual([])
})

test('a clause that is restored is told of no more, and one that was read of not again', async () => {
  const { ana, ben, meet, list } = scene()
  ana.type(P1, 0, 'Mine. ')
  ana.type(P2, 0, 'Mine. ')
  removeClauses(ben.hand, ['p1', 'p2'])
  expect(await meet()).toEqual(['p1', 'p2'])
  restoreClauses(ben.hand, ['p1'])
  expect(await meet()).toEqual(['p2'])
  list([])
  restoreClauses(ben.hand, ['p2'])
  removeClauses(ben.hand, ['art2'])
  expect(await meet()).toEqual([])
})
