/** People typing in one room at a given rate together, and when everybody else has what they typed. */

import { updateFrame } from '../../../packages/server/src/rooms/frame.ts'
import type { Peer, Served } from '../peer/peer.ts'
import { cpuSeconds } from '../peer/process.ts'
import { disperse, gather, join, pass, type Person } from './crowd.ts'
import { makeStrokes, strokeReader, type Strokes } from './strokes.ts'
import { Times } from './times.ts'

export interface TypingOptions {
  readonly room: string
  readonly people: number
  /** Strokes a second, of all together. */
  readonly rate: number
  readonly seconds: number
  /** What a hub, which serves no text, is typed into. */
  readonly base: Uint8Array
}

export interface Typed {
  /** Strokes that were really sent in a second. */
  readonly sentRate: number
  /** Deliveries: each stroke counts once for everybody else. */
  readonly delivered: number
  readonly expected: number
  /** From sending to hearing, milliseconds. */
  readonly delivery: Times
  /** From sending to being told that it is saved, milliseconds. */
  readonly acknowledgement: Times
  readonly seconds: number
  /** Processor seconds of the server, from the first stroke to the last delivery. */
  readonly cpu: number | undefined
}

interface Typist {
  readonly person: Person
  readonly strokes: Strokes
  readonly frames: readonly Uint8Array[]
  /** When each stroke was sent. */
  readonly sentAt: Float64Array
  sent: number
  saved: number
}

/** How long late deliveries are waited for, in milliseconds. */
const PATIENCE = 3000

/** Has people type for some seconds; the room must be there, with its text. */
export async function typeTogether(peer: Peer, served: Served, options: TypingOptions): Promise<Typed> {
  const typists = await prepare(peer, served, options)
  const tally = listen(typists)
  const cpuBefore = cpuSeconds(served.pid())
  const started = performance.now()
  await typeAtRate(typists, options)
  const seconds = (performance.now() - started) / 1000
  const sent = typists.reduce((sum, one) => sum + one.sent, 0)
  const expected = sent * (typists.length - 1)
  for (let waited = 0; waited < PATIENCE && tally.delivery.count < expected; waited += 20) await pass(20)
  const cpuAfter = cpuSeconds(served.pid())
  const cpu = cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore
  disperse(typists.map(({ person }) => person))
  return { sentRate: sent / seconds, delivered: tally.delivery.count, expected, ...tally, seconds, cpu }
}

async function prepare(
  peer: Peer,
  served: Served,
  { room, people, rate, seconds, base }: TypingOptions,
): Promise<Typist[]> {
  const seats = Array.from({ length: people }, (_, index) => served.seat(room, index))
  const { person, state } = await join(served.seat(room, 0), peer)
  disperse([person])
  const crowd = await gather(seats, peer)
  const each = Math.ceil((rate * seconds) / people) + 1
  return crowd.map((person, index) => {
    const strokes = makeStrokes(peer.keepsText ? state : base, index, each)
    const frames = strokes.updates.map((update) => person.seat.wrap(updateFrame(update)))
    return { person, strokes, frames, sentAt: new Float64Array(each), sent: 0, saved: 0 }
  })
}

interface Tally {
  readonly delivery: Times
  readonly acknowledgement: Times
}

function listen(typists: readonly Typist[]): Tally {
  const tally = { delivery: new Times(), acknowledgement: new Times() }
  const byClient = new Map(typists.map((typist) => [typist.strokes.client, typist]))
  const read = strokeReader()
  for (const me of typists) {
    me.person.hear = (heard) => {
      if (heard.kind === 'savedTo') saveTo(me, heard.count, tally)
      else if (heard.kind === 'savedOne') saveTo(me, me.saved + 1, tally)
      else if (heard.kind === 'update') deliver(me, read(heard.update), byClient, tally)
    }
  }
  return tally
}

function deliver(
  me: Typist,
  brought: ReturnType<ReturnType<typeof strokeReader>>,
  byClient: ReadonlyMap<number, Typist>,
  { delivery }: Tally,
): void {
  const now = performance.now()
  for (const { client, from, to } of brought) {
    const sender = byClient.get(client)
    if (!sender || sender === me) continue
    for (let clock = from; clock < to; clock++) delivery.note(now - (sender.sentAt[clock] ?? now))
  }
}

function saveTo(me: Typist, count: number, { acknowledgement }: Tally): void {
  const now = performance.now()
  for (; me.saved < Math.min(count, me.sent); me.saved++) acknowledgement.note(now - (me.sentAt[me.saved] ?? now))
}

/** Sends what is due every few milliseconds, each person in turn. */
async function typeAtRate(typists: readonly Typist[], { rate, seconds }: TypingOptions): Promise<void> {
  const started = performance.now()
  let sent = 0
  for (let elapsed = 0; elapsed < seconds; elapsed = (performance.now() - started) / 1000) {
    for (const due = Math.floor(Math.min(elapsed, seconds) * rate); sent < due; sent++) {
      const typist = typists[sent % typists.length]
      if (typist) stroke(typist)
    }
    await pass(2)
  }
}

function stroke(typist: Typist): void {
  const frame = typist.frames[typist.sent]
  if (!frame || typist.person.socket.readyState !== 1) return
  typist.sentAt[typist.sent++] = performance.now()
  typist.person.socket.send(frame)
}
