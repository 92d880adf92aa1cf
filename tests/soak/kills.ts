/** The kill test: clients type, the server is killed, clients are killed, and what was acknowledged is looked for. */

import type { Draft } from '@travaux/core'
import * as Y from 'yjs'
import { askFrame } from '../../packages/server/src/rooms/frame.ts'
import type { Peer, Seat, Served } from '../bench/peer/peer.ts'
import { openSocket } from '../bench/peer/speech.ts'
import { randomFrom, type Random } from '../evaluate/random.ts'
import { Ledger } from './ledger.ts'
import { Typist, wordsOf } from './typist.ts'

export interface KillOptions {
  readonly rounds: number
  readonly seed: number
  /** How long the clients type before each kill, in milliseconds: from, to. */
  readonly span: readonly [number, number]
  /** Called after each restart, before any client is back, with the number of the round. */
  readonly restarted: (served: Served, round: number) => Promise<void>
  /** Called once at the end, when all replicas are equal and the server still runs. */
  readonly ended: (served: Served) => Promise<void>
}

export interface Killed {
  readonly rounds: number
  readonly clientKills: number
  readonly acknowledged: number
  /** Acknowledged edits that a restarted server did not have. */
  readonly lost: number
  /** Rounds in which anything was lost. */
  readonly lossyRounds: number
  /** Whether all clients and a fresh joiner ended with the same text. */
  readonly equal: boolean
}

/** The room that is typed in. */
export const ROOM = 'kill-test'
const names = ['a', 'b', 'c', 'd'] as const

const draft: Draft = {
  title: 'A text to be killed over',
  language: 'en',
  symbol: '',
  clauses: names.map((id) => ({ id, kind: 'paragraph', parent: '', depth: 0, words: [] })),
}

/** Plays the rounds on one server. The seed decides who is killed when; the machine decides what was on its way. */
export async function playKills(peer: Peer, options: KillOptions): Promise<Killed> {
  const served = await peer.start()
  try {
    await served.fill(ROOM, draft)
    return await play(served, options)
  } finally {
    await served.stop()
  }
}

async function play(served: Served, options: KillOptions): Promise<Killed> {
  const random = randomFrom(options.seed)
  const typists = names.map((name, person) => new Typist(served.seat(ROOM, person), name, new Ledger(name)))
  const tally = { clientKills: 0, lost: 0, lossyRounds: 0 }
  for (let round = 0; round < options.rounds; round++) {
    tally.clientKills += await typeUntilKilled(served, typists, random, options.span)
    await served.restart()
    await options.restarted(served, round)
    const lost = lossesIn(await freshCopy(served.seat(ROOM, names.length)), typists)
    tally.lost += lost
    tally.lossyRounds += lost > 0 ? 1 : 0
  }
  const equal = await settle(served, typists)
  await options.ended(served)
  for (const typist of typists) await typist.leave()
  const acknowledged = typists.reduce((sum, { ledger }) => sum + ledger.acknowledged, 0)
  return { rounds: options.rounds, acknowledged, equal, ...tally }
}

/** Lets everybody type, kills one client in every other round, and then the server. Tells how many clients it killed. */
async function typeUntilKilled(
  served: Served,
  typists: readonly Typist[],
  random: Random,
  [from, to]: KillOptions['span'],
): Promise<number> {
  await Promise.all(typists.map((typist) => typist.start()))
  const victim = random.below(2) === 0 ? random.pick(typists) : undefined
  const [first, second] = [from + random.below(to - from), random.below(60)]
  await pass(first)
  await victim?.die()
  await pass(second)
  await served.kill()
  await Promise.all(typists.map((typist) => typist.broken()))
  return victim ? 1 : 0
}

function lossesIn(copy: Y.Doc, typists: readonly Typist[]): number {
  const losses = typists.map(({ ledger }, index) => ledger.check(wordsOf(copy, names[index] ?? '').toJSON()))
  return losses.reduce((sum, { words, deletions }) => sum + words.length + deletions.length, 0)
}

/** Lets everything be saved, and tells whether all copies are then the same. */
async function settle(served: Served, typists: readonly Typist[]): Promise<boolean> {
  await Promise.all(typists.map((typist) => typist.start()))
  await Promise.all(typists.map((typist) => typist.finish()))
  const copy = await freshCopy(served.seat(ROOM, names.length))
  const texts = [copy, ...typists.map(({ doc }) => doc)]
  const all = (): Set<string> =>
    new Set(texts.map((doc) => names.map((name) => wordsOf(doc, name).toJSON()).join('\n')))
  for (let waits = 0; waits < 200 && all().size > 1; waits++) await pass(10)
  return all().size === 1
}

/** The text as a joiner with an empty document is served it. */
async function freshCopy(seat: Seat): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const socket = openSocket(seat)
  await new Promise<void>((resolve, reject) => {
    socket.on('close', () => reject(new Error('The socket broke before the text was served')))
    socket.on('open', () => {
      for (const frame of seat.greeting) socket.send(frame)
      socket.send(seat.wrap(askFrame(Y.encodeStateVector(doc))))
    })
    socket.on('message', (data: Buffer) => {
      const heard = seat.hear(data)
      if (heard.kind === 'update') Y.applyUpdate(doc, heard.update)
      if (heard.kind === 'update' && heard.answer) resolve()
    })
  })
  socket.removeAllListeners('close')
  socket.close()
  return doc
}

function pass(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
