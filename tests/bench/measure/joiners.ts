/** Many people opening one long text at the same moment. */

import { arrive } from '../load/arrival.ts'
import { disperse, join, pass } from '../load/crowd.ts'
import { longDraft } from '../load/draft.ts'
import { cpuSeconds, forgetPeak, memoryMegabytes, peakMegabytes } from '../peer/process.ts'
import type { Peer, Served } from '../peer/peer.ts'
import { onEach, servers, valuesOf } from './each.ts'
import type { Figure } from './figure.ts'

interface Joined {
  /** Until the last one has the whole text. */
  readonly seconds: number
  /** Seconds of a processor the server spent on it. */
  readonly cpu: number | undefined
  /** Megabytes the server held at most beyond what it held before. */
  readonly memory: number | undefined
}

/** Lets them all in at once, into a room that one person has open. */
async function joinAll(peer: Peer, served: Served, { people, characters }: Crowd): Promise<Joined> {
  const room = `joined-${people}`
  await served.fill(room, longDraft(characters))
  const { person: first, state } = await join(served.seat(room, 0), peer)
  if (state.length < characters) throw new Error('The text is shorter than it should be')
  await pass(500)
  const before = memoryMegabytes(served.pid())
  const spent = cpuSeconds(served.pid())
  forgetPeak(served.pid())
  const started = performance.now()
  const joining = Array.from({ length: people }, (_, index) => arrive(served.seat(room, index), characters))
  const sockets = await Promise.all(joining)
  const seconds = (performance.now() - started) / 1000
  const peak = peakMegabytes(served.pid())
  const cpu = cpuSeconds(served.pid())
  disperse([first])
  for (const socket of sockets) socket.destroy()
  return { seconds, cpu: difference(cpu, spent), memory: difference(peak, before) }
}

function difference(after: number | undefined, before: number | undefined): number | undefined {
  return after === undefined || before === undefined ? undefined : after - before
}

interface Crowd {
  readonly people: number
  readonly characters: number
}

async function measured({ people, characters }: Crowd): Promise<Figure[]> {
  const keeping = servers.filter(({ keepsText }) => keepsText)
  const joined = await onEach(keeping, (peer, served) => joinAll(peer, served, { people, characters }))
  const what = `${people} people opening a text of ${characters / 1e6} MB`
  return [
    { name: what, unit: 's', better: 'less', values: valuesOf(joined, ({ seconds }) => seconds) },
    { name: `server time for ${what}`, unit: 's', better: 'less', values: valuesOf(joined, ({ cpu }) => cpu) },
    { name: `memory for ${what}`, unit: 'MB', better: 'less', values: valuesOf(joined, ({ memory }) => memory) },
  ]
}

export async function joiners(): Promise<Figure[]> {
  return [
    ...(await measured({ people: 200, characters: 2_400_000 })),
    ...(await measured({ people: 150, characters: 4_000_000 })),
  ]
}
