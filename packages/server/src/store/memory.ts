/** Records in memory: the complete twin of the SQLite store, for tests. */

import { chain, genesisHash, UPDATE, type Entry } from '@travaux/core'
import { StaleHead, type Batch, type Checkpoint, type Head, type Range, type RecordStore } from './record.ts'

export function memoryStore(): RecordStore {
  const records = new Map<string, Entry[]>()
  const checkpoints = new Map<string, readonly Checkpoint[]>()
  const headOf = (text: string): Head => {
    const { seq, hash } = records.get(text)?.at(-1) ?? { seq: 0, hash: genesisHash(text) }
    return { seq, hash }
  }

  const chained = (batches: readonly Batch[]): Entry[][] => {
    const heads = new Map<string, Head>()
    return batches.map(({ text, after, entries }) => {
      const head = heads.get(text) ?? headOf(text)
      if (head.seq !== after) throw new StaleHead(text, after, head.seq)
      const added = chain(head, entries)
      heads.set(text, added.at(-1) ?? head)
      return added
    })
  }

  return {
    append: async (batches) => {
      const added = chained(batches)
      for (const [index, { text }] of batches.entries()) {
        records.set(text, [...(records.get(text) ?? []), ...(added[index] ?? [])])
      }
      return added
    },
    entries: async function* (text, range = {}) {
      const found = (records.get(text) ?? []).filter((entry) => within(entry, range))
      yield* range.newestFirst ? found.toReversed() : found
    },
    head: async (text) => headOf(text),
    texts: async () => [...records.keys()].sort(),
    checkpoint: async (text, upTo = Infinity) => (checkpoints.get(text) ?? []).findLast(({ seq }) => seq <= upTo),
    checkpoints: async (text) => (checkpoints.get(text) ?? []).map(({ seq }) => seq),
    saveCheckpoint: async (text, checkpoint) => {
      const others = (checkpoints.get(text) ?? []).filter(({ seq, kept }) => kept && seq !== checkpoint.seq)
      checkpoints.set(
        text,
        [...others, checkpoint].sort((a, b) => a.seq - b.seq),
      )
    },
    probe: async () => undefined,
    close: async () => undefined,
  }
}

function within({ seq, kind }: Entry, { after = 0, upTo = Infinity, actsOnly = false }: Range): boolean {
  return seq > after && seq <= upTo && !(actsOnly && kind === UPDATE)
}
