/** Which threads the rail shows and in which order: those of the text, then those whose clause is gone. */

import type { ThreadPlace } from '../writing/surface.ts'
import type { ShownThread } from './overlay.ts'

export const filters = ['open', 'resolved', 'all'] as const
export type Filter = (typeof filters)[number]

/** A thread with the place where it stands in the text. */
export interface PlacedThread {
  readonly thread: ShownThread
  readonly top: number
  /** Whether the words it hangs on are still there. */
  readonly wordsGone: boolean
}

export interface Rail {
  /** In the order of the text. */
  readonly placed: readonly PlacedThread[]
  /** Threads whose clause is gone. */
  readonly tray: readonly ShownThread[]
  /** How many more there are whose clause is folded away. */
  readonly folded: number
}

/** Sorts the threads that pass the filter onto the page or into the tray. The active one always passes. */
export function railOf(
  threads: readonly ShownThread[],
  filter: Filter,
  active: string | null,
  place: (thread: ShownThread) => ThreadPlace,
): Rail {
  const placed: PlacedThread[] = []
  const tray: ShownThread[] = []
  let folded = 0
  for (const thread of threads) {
    if (!passes(thread, filter) && thread.id !== active) continue
    const at = place(thread)
    if (at.kind === 'nowhere') tray.push(thread)
    else if (at.kind === 'folded') folded++
    else placed.push({ thread, top: at.top, wordsGone: at.kind === 'clause' && thread.anchor.quote !== '' })
  }
  return { placed: placed.sort(inOrder), tray, folded }
}

function passes({ resolved }: ShownThread, filter: Filter): boolean {
  return filter === 'all' || resolved === (filter === 'resolved')
}

function inOrder(a: PlacedThread, b: PlacedThread): number {
  return a.top - b.top || began(a) - began(b)
}

function began({ thread }: PlacedThread): number {
  return thread.comments[0]?.at ?? 0
}
