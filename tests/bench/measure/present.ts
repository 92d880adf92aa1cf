/** Five hundred people in one text who read, move their carets now and then, and are heard to be there. */

import { awarenessFrame } from '../../../packages/server/src/rooms/frame.ts'
import { awareness } from '../../attack/craft.ts'
import { disperse, gather, pass, type Person } from '../load/crowd.ts'
import { longDraft } from '../load/draft.ts'
import { cpuSeconds } from '../peer/process.ts'
import type { Peer, Served } from '../peer/peer.ts'
import { onEach, servers, valuesOf } from './each.ts'
import type { Figure } from './figure.ts'

const PEOPLE = 500
const SECONDS = 8
/** Everybody says every fifteen seconds that they are there, as the stock client does. */
const HEARTBEATS = PEOPLE / 15
/** Carets that move in a second, all together: forty people reading along, two moves a second. */
const MOVES = 80
const ROOM = 'crowded-room'

interface Presence {
  /** Processors the server kept busy. */
  readonly share: number | undefined
}

async function beTogether(peer: Peer, served: Served): Promise<Presence> {
  await served.fill(ROOM, longDraft(40_000))
  const seats = Array.from({ length: PEOPLE }, (_, index) => served.seat(ROOM, index))
  const people = await gather(seats, peer)
  const clocks = people.map(() => 0)
  const say = (index: number): void => speak(people, clocks, index)
  people.forEach((_, index) => say(index))
  await pass(1500)
  const before = cpuSeconds(served.pid())
  await sayAtRate(say, HEARTBEATS + MOVES)
  const after = cpuSeconds(served.pid())
  disperse(people)
  return { share: before === undefined || after === undefined ? undefined : (after - before) / SECONDS }
}

function speak(people: readonly Person[], clocks: number[], index: number): void {
  const person = people[index]
  if (!person) return
  const clock = (clocks[index] = (clocks[index] ?? 0) + 1)
  const state = JSON.stringify({ user: { name: `Person ${index}` }, cursor: { clause: 'clause-1', at: clock } })
  person.socket.send(person.seat.wrap(awarenessFrame(awareness([100_000 + index, clock, state]))))
}

async function sayAtRate(say: (index: number) => void, rate: number): Promise<void> {
  const started = performance.now()
  let said = 0
  for (let elapsed = 0; elapsed < SECONDS; elapsed = (performance.now() - started) / 1000) {
    for (; said < elapsed * rate; said++) say((said * 7) % PEOPLE)
    await pass(5)
  }
}

export async function present(): Promise<Figure[]> {
  const found = await onEach(servers, beTogether)
  return [
    {
      name: `processors busy with ${PEOPLE} people present in one text`,
      unit: '',
      better: 'less',
      values: valuesOf(found, ({ share }) => share),
    },
  ]
}
