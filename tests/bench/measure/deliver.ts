/** Fifty people typing in one text: how many edits reach everybody in time, and what one costs. */

import { writeDraft } from '@travaux/core'
import * as Y from 'yjs'
import { longDraft } from '../load/draft.ts'
import { typeTogether, type Typed } from '../load/typing.ts'
import type { Peer, Served } from '../peer/peer.ts'
import { onEach, servers, valuesOf } from './each.ts'
import type { Figure } from './figure.ts'

const PEOPLE = 50
const SECONDS = 2.5
/** An edit that takes longer to reach one of a hundred people is too late, in milliseconds. */
const IN_TIME = 200
/** Strokes a second of all together, from rung to rung. */
const ladder = [500, 1000, 1500, 2000, 3000, 4000, 6000, 8000, 12_000, 16_000]
/** Rungs in a row, each tried twice, after which a server has come as high as it can. */
const MISSES = 2
const CALM = 500

const draft = longDraft(40_000)
const base = ((): Uint8Array => {
  const doc = new Y.Doc()
  writeDraft(doc, draft)
  return Y.encodeStateAsUpdate(doc)
})()

let rooms = 0

async function typed(peer: Peer, served: Served, rate: number, seconds = SECONDS): Promise<Typed> {
  const room = `typing-${++rooms}`
  await served.fill(room, draft)
  return typeTogether(peer, served, { room, people: PEOPLE, rate, seconds, base })
}

function isInTime({ delivered, expected, delivery, sentRate }: Typed, rate: number): boolean {
  return delivered === expected && sentRate > rate * 0.95 && delivery.within(0.99) < IN_TIME
}

interface Climber {
  readonly peer: Peer
  readonly served: Served
  /** Deliveries a second on the highest rung that held. */
  best: number
  missed: number
}

/** All servers climb together, rung by rung, so that what else the machine does falls on all of them alike. */
export async function deliver(): Promise<Figure[]> {
  const climbers = await Promise.all(
    servers.map(async (peer) => ({ peer, served: await peer.start(), best: 0, missed: 0 })),
  )
  for (const rate of ladder) {
    for (const climber of climbers.filter(({ missed }) => missed < MISSES)) await step(climber, rate)
  }
  for (const { served } of climbers) await served.stop()
  return [
    {
      name: `edits delivered, ${PEOPLE} people in one text, p99 under ${IN_TIME} ms`,
      unit: '/s',
      better: 'more',
      values: Object.fromEntries(climbers.map(({ peer, best }) => [peer.name, best])),
    },
  ]
}

async function step(climber: Climber, rate: number): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const done = await typed(climber.peer, climber.served, rate)
    if (!isInTime(done, rate)) continue
    climber.best = done.delivered / done.seconds
    climber.missed = 0
    return
  }
  climber.missed++
}

export async function cost(): Promise<Figure[]> {
  const calm = await onEach(servers, (peer, served) => typed(peer, served, CALM, 5))
  return [
    {
      name: `server time per delivered edit, ${PEOPLE} people, ${CALM} edits/s`,
      unit: 'µs',
      better: 'less',
      values: valuesOf(calm, ({ cpu, delivered }) => cpu && (cpu * 1e6) / delivered),
    },
    {
      name: `delivery p99, ${PEOPLE} people, ${CALM} edits/s`,
      unit: 'ms',
      better: 'less',
      values: valuesOf(calm, ({ delivery }) => delivery.within(0.99)),
    },
  ]
}
