/** Commands arrive once, in order, whatever the network does; a refusal is told and does not hold up the rest. */

import type { api } from '@travaux/core'
import { expect, test } from 'vitest'
import { Refusal, Unreachable } from './http.ts'
import { openOutbox, type Letter, type Outbox } from './outbox.ts'

const resolve = (thread: string): api.TextCommand => ({ type: 'thread.resolve', thread })
const refusal = new Refusal(403, { error: 'forbidden', says: 'You may not.' })

/** An outbox before a server that answers as scripted: `down`, `no`, or (once the script is over) yes. */
function before(script: ('down' | 'no')[], left: readonly Letter[] = []) {
  const arrived: string[] = []
  const unheard: string[] = []
  const kept = new Map(left.map((letter) => [letter.request.id, letter]))
  let ids = 0
  let again: (() => void) | undefined
  const box: Outbox = openOutbox({
    deliver: (letter: Letter) => {
      const answer = script.shift()
      if (answer === 'down') return Promise.reject(new Unreachable('down'))
      if (answer === 'no') return Promise.reject(refusal)
      arrived.push(letter.request.id)
      return Promise.resolve({ seq: arrived.length, at: 0 })
    },
    left,
    box: {
      put: async (letter) => void kept.set(letter.request.id, letter),
      drop: async (id) => void kept.delete(id),
    },
    unkept: () => undefined,
    newId: () => `command-${++ids}`,
    refused: ({ request }) => unheard.push(request.id),
    wait: (_delay, then) => {
      again = then
      return () => (again = undefined)
    },
  })
  return { box, arrived, unheard, kept: () => [...kept.values()], networkReturns: () => again?.() }
}

const soon = (): Promise<void> => new Promise((done) => setImmediate(done))

test('commands arrive in the order they were posted', async () => {
  const { box, arrived } = before([])
  await Promise.all([box.post('t', resolve('thread-1')), box.post('t', resolve('thread-2'))])
  expect(arrived).toEqual(['command-1', 'command-2'])
  expect(box.waiting()).toEqual([])
})

test('a command waits out a network that is down, and is sent again under the same id', async () => {
  const { box, arrived, networkReturns } = before(['down', 'down'])
  const answer = box.post('t', resolve('thread-1'))
  await soon()
  expect(box.waiting()).toHaveLength(1)
  networkReturns()
  await soon()
  networkReturns()
  expect((await answer).seq).toBe(1)
  expect(arrived).toEqual(['command-1'])
})

test('a refusal is told, and the next command goes out', async () => {
  const { box, arrived } = before(['no'])
  const refused = box.post('t', resolve('thread-1'))
  const next = box.post('t', resolve('thread-2'))
  await expect(refused).rejects.toBe(refusal)
  await next
  expect(arrived).toEqual(['command-2'])
})

test('what was left in the outbox goes out on the next visit', async () => {
  const first = before(['down'])
  void first.box.post('t', resolve('thread-1'))
  await soon()
  first.box.close()
  const { arrived, box } = before([], first.kept())
  await soon()
  expect(arrived).toEqual(['command-1'])
  expect(box.waiting()).toEqual([])
})

test('a closed outbox sends nothing more', async () => {
  const { box, arrived, networkReturns } = before(['down'])
  void box.post('t', resolve('thread-1'))
  await soon()
  box.close()
  networkReturns()
  await soon()
  expect(arrived).toEqual([])
})

test('a refusal of what an earlier visit left is told as well, since nobody waits for its answer', async () => {
  const left = [{ text: 't', request: { id: 'command-of-yesterday', command: resolve('thread-1') } }]
  const { unheard, arrived, kept } = before(['no'], left)
  await soon()
  expect([unheard, arrived, kept()]).toEqual([['command-of-yesterday'], [], []])
})
