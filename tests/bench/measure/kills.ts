/** What a crash costs: acknowledged edits that the server does not have when it is back. */

import { playKills, type Killed } from '../../soak/kills.ts'
import { hocuspocus } from '../peer/hocuspocus.ts'
import type { Peer } from '../peer/peer.ts'
import { travaux } from '../peer/travaux.ts'
import type { Figure } from './figure.ts'

const ROUNDS = 12

function play(peer: Peer): Promise<Killed> {
  const nothing = { restarted: async () => undefined, ended: async () => undefined }
  return playKills(peer, { rounds: ROUNDS, seed: 12, span: [200, 600], ...nothing })
}

const share = ({ lost, acknowledged }: Killed): number => (100 * lost) / acknowledged

export async function kills(): Promise<Figure[]> {
  const found = { [travaux.name]: await play(travaux), [hocuspocus.name]: await play(hocuspocus) }
  const values = Object.fromEntries(Object.entries(found).map(([name, killed]) => [name, share(killed)]))
  return [{ name: `acknowledged edits lost over ${ROUNDS} kills`, unit: '%', better: 'less', values }]
}
