/** `npm run soak`: the long forms of the kill test, the fuzzer, the laws and the offline episodes. Ends with 1 where one fails. */

import { parseArgs } from 'node:util'
import { hocuspocus } from '../bench/peer/hocuspocus.ts'
import type { Peer } from '../bench/peer/peer.ts'
import { travaux } from '../bench/peer/travaux.ts'
import { fuzzFrames } from '../attack/fuzz.ts'
import { playEpisodes } from '../desktop/episodes.ts'
import { Chain } from './chain.ts'
import { playKills, ROOM, type Killed } from './kills.ts'
import { soakLaws } from './laws.ts'

const usage = `npm run soak [-- kill fuzz laws offline] [--seed N] [--rounds 500] [--peer-rounds 12] [--frames 1000000]
             [--scripts 100000] [--episodes 50]
  kill     kills the server and its clients, and looks for what was acknowledged; then a peer by the same harness
  fuzz     sends frames of every kind, and measures memory before and after
  laws     plays random scripts of everything several people can do to a text; keeps what fails in soak-failures
  offline  ends and starts the built desktop application without a server, and looks for what it said was kept
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '500' },
    'peer-rounds': { type: 'string', default: '12' },
    episodes: { type: 'string', default: '50' },
    frames: { type: 'string', default: '1000000' },
    scripts: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const asked = (section: string): boolean => positionals.length === 0 || positionals.includes(section)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Whole verifications stand so many rounds apart; the chain itself is followed after every kill. */
const VERIFY_EVERY = 50

async function soakOurs(rounds: number): Promise<boolean> {
  const chain = new Chain(ROOM)
  const killed = await playKills(travaux, {
    rounds,
    seed,
    span: [100, 600],
    restarted: async ({ data }, round) => {
      await chain.follow(data)
      if ((round + 1) % VERIFY_EVERY !== 0) return
      await chain.verifyWhole(data)
      say(`  ${round + 1} kills, ${chain.length} entries, the record verifies`)
    },
    ended: async ({ data }) => {
      await chain.follow(data)
      await chain.verifyWhole(data)
    },
  })
  tell(travaux, killed)
  return killed.lost === 0 && killed.equal
}

const nothing = async (): Promise<void> => undefined

async function soakPeer(rounds: number): Promise<void> {
  tell(hocuspocus, await playKills(hocuspocus, { rounds, seed, span: [100, 600], restarted: nothing, ended: nothing }))
}

function tell({ name }: Peer, { rounds, clientKills, acknowledged, lost, lossyRounds, equal }: Killed): void {
  say(`${name}: ${rounds} kills of the server, ${clientKills} of a client, ${acknowledged} edits acknowledged`)
  say(`  acknowledged and lost: ${lost}, in ${lossyRounds} of ${rounds} rounds; replicas ${equal ? 'equal' : 'DIFFER'}`)
}

async function soak(): Promise<boolean> {
  say(`seed ${seed}`)
  let sound = true
  if (asked('kill')) {
    sound = (await soakOurs(Number(values.rounds))) && sound
    await soakPeer(Number(values['peer-rounds']))
  }
  if (asked('fuzz')) {
    const { taken, refused, grown } = await fuzzFrames({ frames: Number(values.frames), seed })
    say(
      `${values.frames} hostile frames: ${refused} ended a socket, ${taken} were harmless; heap grew by ${grown.toFixed(1)} MB`,
    )
    sound = grown < 20 && sound
  }
  if (asked('laws')) {
    const broken = await soakLaws({ scripts: Number(values.scripts), seed, failures: 'soak-failures', say })
    say(
      `${values.scripts} scripts: ${broken.length === 0 ? 'every law holds' : `laws broken at seeds ${broken.join(', ')}`}`,
    )
    sound = broken.length === 0 && sound
  }
  if (asked('offline')) sound = (await soakOffline(Number(values.episodes))) && sound
  return sound
}

async function soakOffline(episodes: number): Promise<boolean> {
  const { promised, lost, equal, readable } = await playEpisodes({ episodes, seed, say })
  say(`${episodes} offline episodes: ${promised} words and comments kept, lost: ${lost.join(', ') || 'none'}`)
  say(
    `  page and server ${equal ? 'equal' : 'DIFFER'}; files with words in the clear: ${readable.join(', ') || 'none'}`,
  )
  return lost.length === 0 && equal && readable.length === 0
}

if (values.help) say(usage)
else process.exitCode = (await soak()) ? 0 : 1
