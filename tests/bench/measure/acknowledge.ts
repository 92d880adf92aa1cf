/** How soon people are told that their edits are saved: ours once they are on the disk, others when they say so. */

import { longDraft } from '../load/draft.ts'
import { typeTogether } from '../load/typing.ts'
import { onEach, servers, valuesOf } from './each.ts'
import type { Figure } from './figure.ts'

const RATE = 200
const ROOM = 'acknowledged'

export async function acknowledge(): Promise<Figure[]> {
  const telling = servers.filter(({ acknowledges }) => acknowledges)
  const typed = await onEach(telling, async (peer, served) => {
    await served.fill(ROOM, longDraft(40_000))
    const options = { room: ROOM, people: 20, rate: RATE, seconds: 6, base: new Uint8Array() }
    return typeTogether(peer, served, options)
  })
  const figure = (part: number, name: string): Figure => ({
    name: `acknowledgement ${name}, ${RATE} edits/s in one text`,
    unit: 'ms',
    better: 'less',
    values: valuesOf(typed, ({ acknowledgement }) => acknowledgement.within(part)),
    notes: 'ours: after the commit is on the disk; Hocuspocus: before anything is',
  })
  return [figure(0.5, 'p50'), figure(0.99, 'p99')]
}
