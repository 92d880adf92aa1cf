/**
 * Words the server refused for good: set aside on this computer, apart from the text's own store, so that the text can be
 * opened again without them and nothing is lost. What they would have changed is shown as a comparison.
 */

import { closeReasons, readDraft, type CloseReason, type Draft } from '@travaux/core'
import * as idb from 'lib0/indexeddb'
import * as Y from 'yjs'
import { z } from 'zod'

const final: ReadonlySet<number> = new Set(
  (['readOnly', 'forged', 'unfit', 'tooLarge', 'malformed'] as const).map((name) => closeReasons[name].code),
)

/** Whether a close reason means that the change itself was not taken and never will be as it is. */
export function refusesForGood({ code }: CloseReason): boolean {
  return final.has(code)
}

const keptSchema = z.object({
  id: z.string(),
  room: z.string(),
  /** Milliseconds since 1970 by this computer's clock. */
  at: z.number(),
  /** Close code of the refusal. */
  code: z.number(),
  state: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
})

/** One refused state of a text. */
export type Kept = z.infer<typeof keptSchema>

const SHELF = 'kept'

export interface Shelf {
  readonly keep: (kept: Omit<Kept, 'id'>) => Promise<void>
  /** What is kept of a room, newest first. */
  readonly list: (room: string) => Promise<readonly Kept[]>
  readonly drop: (id: string) => Promise<void>
}

/** The shelf of one member of one server. */
export function openShelf(server: string, member: string): Shelf {
  const opened = idb.openDB(`travaux kept ${server} ${member}`, (db) =>
    idb.createStores(db, [[SHELF, { keyPath: 'id' }]]),
  )
  const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore> =>
    (await opened).transaction(SHELF, mode).objectStore(SHELF)
  return {
    keep: async (kept) => {
      await idb.put(await store('readwrite'), { ...kept, id: `${kept.room} ${kept.at}` } as never)
    },
    list: async (room) => {
      const all = z.array(keptSchema).parse(await idb.getAll(await store('readonly')))
      return all.filter((kept) => kept.room === room).toSorted((a, b) => b.at - a.at)
    },
    drop: async (id) => {
      await idb.del(await store('readwrite'), id)
    },
  }
}

/** The living text as it would stand had the refused words been taken: compare it with the living text to see them. */
export function withKept(living: Y.Doc, { state }: Kept): Draft {
  const merged = new Y.Doc()
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(living))
  Y.applyUpdate(merged, state)
  const draft = readDraft(merged)
  merged.destroy()
  return draft
}
