/** The copy of a document in the browser's own database. */

import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import type { Copy } from '../sync/copy.ts'

const PENDING = 'pending'
const EPOCH = 'epoch'
/** Where the library keeps changes, one by one. */
const UPDATES = 'updates'
/** Milliseconds until the database is asked whether it kept what it was given: many changes cost one question. */
const ASK_REST = 120

/** Follows a document and keeps it under this name. */
export function openIndexedCopy(name: string, doc: Y.Doc): Copy {
  const store = new IndexeddbPersistence(name, doc)
  const listeners = new Set<() => void>()
  let [made, kept] = [0, 0]
  let failure: string | null = null
  let asking = false
  const closing = new AbortController()

  const tell = (): void => listeners.forEach((listener) => listener())
  /** The library does not say when a change is kept, but a transaction of ours begins only when all of its own ended. */
  const ask = async (): Promise<void> => {
    while (kept < made && store.db && !closing.signal.aborted) {
      const asked = made
      failure = await problemOf(store.db)
      if (failure === null) kept = asked
      tell()
      if (failure !== null) return
    }
  }
  const follow = (_update: Uint8Array, origin: unknown): void => {
    if (origin === store) return
    made++
    if (asking) return
    asking = true
    setTimeout(() => void ask().finally(() => (asking = false)), ASK_REST)
  }
  // Behind the library, which has given the change to the database by then.
  doc.on('update', follow)
  const stop = (): void => {
    closing.abort()
    doc.off('update', follow)
  }

  return {
    load: async () => {
      await store.whenSynced
      const pending = Number(await store.get(PENDING)) || 0
      const epoch: unknown = await store.get(EPOCH)
      return { pending, epoch: typeof epoch === 'string' ? epoch : '' }
    },
    isFrom: (origin) => origin === store,
    note: ({ epoch, pending }) => {
      if (epoch !== undefined) void store.set(EPOCH, epoch)
      if (pending !== undefined) void store.set(PENDING, pending)
    },
    kept: () => ({ unkept: made - kept, failure }),
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear: () => {
      stop()
      return store.clearData()
    },
    close: () => {
      stop()
      return store.destroy()
    },
  }
}

/** Why the database could not keep what it was given before; null once it did. */
function problemOf(db: IDBDatabase): Promise<string | null> {
  return new Promise((done) => {
    const transaction = db.transaction([UPDATES], 'readwrite', { durability: 'strict' })
    transaction.addEventListener('complete', () => done(null))
    transaction.addEventListener('abort', () => done(transaction.error?.message ?? 'The browser kept nothing'))
    transaction.objectStore(UPDATES).get(0)
  })
}
