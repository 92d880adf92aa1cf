/** What this computer lets go of: what nobody asked to keep and was opened longest ago, and never unsent words. */

import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { MOST_OPENED, openKeeper, type Keeper } from './keeper.ts'
import { openMemoryVault, type MemoryVault } from './memory-vault.ts'
import { openReadings } from './readings.ts'
import { encodeRecords } from './record.ts'
import { openRegister, type Register } from './register.ts'

interface Scene {
  readonly vault: MemoryVault
  readonly register: Register
  readonly keeper: Keeper
  /** Holds a text that was opened then, with so many unsent changes. */
  readonly hold: (id: string, openedAt: number, pending?: number, kept?: boolean) => Promise<void>
  readonly held: () => string[]
}

const nothing = (): void => undefined

function scene(): Scene {
  const vault = openMemoryVault()
  const register = openRegister(vault, 'ana', nothing)
  const readings = openReadings({ cabinet: vault, reached: nothing, changedHands: nothing, later: nothing })
  const keeper = openKeeper({
    member: 'ana',
    client: new QueryClient(),
    readings,
    register,
    vault,
    logOf: (room) => `copy/ana/${room}`,
    openSession: () => {
      throw new Error('No text is opened here')
    },
    now: () => 0,
  })
  return {
    vault,
    register,
    keeper,
    hold: async (id, openedAt, pending = 0, kept = false) => {
      await vault.append(`copy/ana/text:${id}`, encodeRecords([{ kind: 'pending', pending }]))
      await vault.write(`reading/ana/${id}/["text"]`, new Uint8Array(3))
      await register.change({ id, title: id, symbol: '' }, { openedAt, kept })
    },
    held: () =>
      register
        .texts()
        .map(({ id }) => id)
        .toSorted(),
  }
}

test('a text that is forgotten leaves nothing behind', async () => {
  const { vault, keeper, hold, held } = scene()
  await hold('t1', 1)
  expect(await keeper.forget('t1')).toBe(true)
  expect([held(), vault.everything()]).toEqual([[], []])
})

test('a text with unsent words is not forgotten', async () => {
  const { vault, keeper, hold, held } = scene()
  await hold('t1', 1, 2)
  expect(await keeper.forget('t1')).toBe(false)
  expect([held(), await vault.pieces('copy/ana/text:t1')]).toMatchObject([['t1'], { length: 1 }])
})

test('of many that were only opened, the oldest go; those asked for and those with unsent words stay', async () => {
  const { keeper, hold, held } = scene()
  await hold('asked', 0, 0, true)
  await hold('unsent', 0, 1)
  await hold('oldest', 1)
  for (let at = 1; at <= MOST_OPENED; at++) await hold(`recent-${at}`, 1 + at)
  await keeper.tidy()
  expect(held()).not.toContain('oldest')
  expect(held()).toEqual(expect.arrayContaining(['asked', 'unsent', 'recent-1', `recent-${MOST_OPENED}`]))
})
