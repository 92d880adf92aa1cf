/** The copy of a document in the browser's own database. */

import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import type { Copy } from '../sync/copy.ts'

const PENDING = 'pending'
const EPOCH = 'epoch'

/** Follows a document and keeps it under this name. */
export function openIndexedCopy(name: string, doc: Y.Doc): Copy {
  const store = new IndexeddbPersistence(name, doc)
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
    // The browser tells of neither delay nor failure.
    kept: () => ({ unkept: 0, failure: null }),
    watch: () => () => undefined,
    clear: () => store.clearData(),
    close: () => store.destroy(),
  }
}
