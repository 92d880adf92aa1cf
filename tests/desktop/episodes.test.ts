/** The short form of the offline episodes: `npm run soak` plays fifty. */

import { expect, it } from 'vitest'
import { playEpisodes } from './episodes.ts'

const EPISODES = 2
const seed = Date.now() % 1_000_000

it(`loses nothing that was kept over ${EPISODES} offline episodes (seed ${seed})`, async () => {
  const played = await playEpisodes({ episodes: EPISODES, seed })
  expect(played).toMatchObject({ episodes: EPISODES, lost: [], equal: true, readable: [] })
  expect(played.promised).toBeGreaterThanOrEqual(EPISODES)
})
