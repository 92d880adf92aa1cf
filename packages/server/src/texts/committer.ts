/**
 * One commit at a time for all texts: what arrives while it is under way, or in the rest after it, shares the next one.
 * The rest costs a lone writer nothing, and spares a busy server most of its waits for the disk and most of its frames.
 */

import type { Entry } from '@travaux/core'
import type { Batch, RecordStore } from '../store/record.ts'

export type Commit = (batch: Batch) => Promise<readonly Entry[]>

interface Waiting {
  readonly batch: Batch
  readonly resolve: (entries: readonly Entry[]) => void
  readonly reject: (error: unknown) => void
}

/** Resolves after the rest between two commits. */
export type Rest = () => Promise<void>

/** Resolves each batch once it is durable. A failed commit fails every batch that shared it. */
export function committer(store: RecordStore, rest: Rest): Commit {
  let waiting: Waiting[] = []
  let running = false

  const run = async (): Promise<void> => {
    running = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      await commitGroup(store, group)
      await rest()
    }
    running = false
  }

  return (batch) =>
    new Promise((resolve, reject) => {
      waiting.push({ batch, resolve, reject })
      if (!running) void run()
    })
}

async function commitGroup(store: RecordStore, group: readonly Waiting[]): Promise<void> {
  try {
    const appended = await store.append(group.map(({ batch }) => batch))
    for (const [index, { resolve }] of group.entries()) resolve(appended[index] ?? [])
  } catch (error) {
    for (const { reject } of group) reject(error)
  }
}

/** A rest of so many milliseconds; none at all for 0. */
export function restOf(milliseconds: number): Rest {
  if (milliseconds === 0) return () => Promise.resolve()
  return () =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds)
    })
}
