/** A thousand texts open at once, each with somebody in it. */

import { disperse, gather, pass } from '../load/crowd.ts'
import { longDraft } from '../load/draft.ts'
import { memoryMegabytes } from '../peer/process.ts'
import type { Peer, Served } from '../peer/peer.ts'
import { onEach, servers, valuesOf } from './each.ts'
import type { Figure } from './figure.ts'

const TEXTS = 1000
const CHARACTERS = 20_000

interface Opened {
  readonly seconds: number
  /** Kilobytes for each text. */
  readonly memory: number | undefined
}

async function openAll(peer: Peer, served: Served): Promise<Opened> {
  const names = Array.from({ length: TEXTS }, (_, index) => `open-text-${index}`)
  const draft = longDraft(CHARACTERS)
  for (const name of names) await served.fill(name, draft)
  await served.kill()
  await served.restart()
  const before = memoryMegabytes(served.pid())
  const started = performance.now()
  const seats = names.map((name, index) => served.seat(name, index))
  const people = await gather(seats, peer)
  const seconds = (performance.now() - started) / 1000
  await pass(1000)
  const after = memoryMegabytes(served.pid())
  disperse(people)
  return {
    seconds,
    memory: after === undefined || before === undefined ? undefined : ((after - before) * 1024) / TEXTS,
  }
}

export async function rooms(): Promise<Figure[]> {
  const keeping = servers.filter(({ name }) => name === 'Travaux' || name.startsWith('Hocuspocus'))
  const opened = await onEach(keeping, openAll)
  const what = `${TEXTS} texts of ${CHARACTERS / 1000} kB`
  return [
    {
      name: `opening ${what}, each by one person`,
      unit: 's',
      better: 'less',
      values: valuesOf(opened, ({ seconds }) => seconds),
    },
    {
      name: `memory per open text, ${what}`,
      unit: 'kB',
      better: 'less',
      values: valuesOf(opened, ({ memory }) => memory),
      notes: 'y-websocket keeps nothing over a restart, so it opens nothing',
    },
  ]
}
