/** The servers that are measured, and measuring each of them in a fresh process. */

import { hocuspocus } from '../peer/hocuspocus.ts'
import { hub } from '../peer/hub.ts'
import type { Peer, Served } from '../peer/peer.ts'
import { travauxWide } from '../peer/travaux.ts'
import { yWebsocket } from '../peer/y-websocket.ts'

/** Ours first. */
export const servers: readonly Peer[] = [travauxWide, hocuspocus, yWebsocket, hub]

/** What a measure finds on each server; undefined on one that cannot be started here. */
export async function onEach<T>(
  peers: readonly Peer[],
  measure: (peer: Peer, served: Served) => Promise<T>,
): Promise<Record<string, T | undefined>> {
  const found: Record<string, T | undefined> = {}
  for (const peer of peers) {
    const served = await started(peer)
    if (!served) continue
    try {
      found[peer.name] = await measure(peer, served)
    } finally {
      await served.stop()
    }
  }
  return found
}

async function started(peer: Peer): Promise<Served | undefined> {
  try {
    return await peer.start()
  } catch (error) {
    process.stderr.write(`${peer.name} is absent: ${error instanceof Error ? error.message : String(error)}\n`)
    return undefined
  }
}

/** One value out of what each server showed. */
export function valuesOf<T>(
  found: Readonly<Record<string, T | undefined>>,
  pick: (one: T) => number | undefined,
): Record<string, number | undefined> {
  return Object.fromEntries(
    Object.entries(found).map(([name, one]) => [name, one === undefined ? undefined : pick(one)]),
  )
}
