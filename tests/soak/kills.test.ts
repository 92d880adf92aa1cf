/** The short form of the kill test: `npm run soak` plays hundreds of rounds. */

import { expect, it } from 'vitest'
import { travaux } from '../bench/peer/travaux.ts'
import { Chain } from './chain.ts'
import { playKills, ROOM } from './kills.ts'

const ROUNDS = 8
const seed = Date.now() % 1_000_000

it(`keeps every acknowledged edit over ${ROUNDS} kills of server and clients (seed ${seed})`, async () => {
  const chain = new Chain(ROOM)
  const killed = await playKills(travaux, {
    rounds: ROUNDS,
    seed,
    span: [150, 500],
    restarted: ({ data }) => chain.follow(data),
    ended: async ({ data }) => {
      await chain.follow(data)
      await chain.verifyWhole(data)
    },
  })
  expect(killed).toMatchObject({ rounds: ROUNDS, lost: 0, lossyRounds: 0, equal: true })
  expect(killed.acknowledged).toBeGreaterThan(50 * ROUNDS)
})
