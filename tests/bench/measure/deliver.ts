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
/** Strokes a second of all together, from rung to rung; each is tried twice before it counts as too much. */
const ladder = [250, 500, 750, 1000, 1500, 2000, 3000, 4000, 5000, 6000, 8000, 10_000, 12_000, 16_000]
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

/** Climbs until a rung fails twice; gives the deliveries a second on the last one that held. */
async function climb(peer: Peer, served: Served): Promise<number> {
  let best = 0
  for (const rate of ladder) {
    const first = await typed(peer, served, rate)
    const held = isInTime(first, rate) ? first : await typed(peer, served, rate)
    if (!isInTime(held, rate)) return best
    best = held.delivered / held.seconds
  }
  return best
}

export async function deliver(): Promise<Figure[]> {
  const best = await onEach(servers, climb)
  return [
    {
      name: `edits delivered, ${PEOPLE} people in one text, p99 under ${IN_TIME} ms`,
      unit: '/s',
      better: 'more',
      values: best,
    },
  ]
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
