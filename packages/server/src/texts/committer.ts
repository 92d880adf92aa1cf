/** One commit at a time for all texts: what arrives while it is under way shares the next one. */

import type { Entry } from '@travaux/core'
import type { Batch, RecordStore } from '../store/record.ts'

export type Commit = (batch: Batch) => Promise<readonly Entry[]>

interface Waiting {
  readonly batch: Batch
  readonly resolve: (entries: readonly Entry[]) => void
  readonly reject: (error: unknown) => void
}

/** Resolves each batch once it is durable. A failed commit fails every batch that shared it. */
export function committer(store: RecordStore): Commit {
  let waiting: Waiting[] = []
  let running = false

  const run = async (): Promise<void> => {
    running = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      await commitGroup(store, group)
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
