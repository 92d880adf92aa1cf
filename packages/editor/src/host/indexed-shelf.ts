/** The shelf of refused words in the browser's own database. */

import * as idb from 'lib0/indexeddb'
import { z } from 'zod'
import { idOf, keptSchema, newestFirst, type Shelf } from '../sync/kept.ts'

const SHELF = 'kept'

/** The shelf of one member of one server. */
export function openIndexedShelf(server: string, member: string): Shelf {
  const opened = idb.openDB(`travaux kept ${server} ${member}`, (db) =>
    idb.createStores(db, [[SHELF, { keyPath: 'id' }]]),
  )
  const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore> =>
    (await opened).transaction(SHELF, mode).objectStore(SHELF)
  return {
    keep: async (refused) => {
      const id = idOf(refused)
      const shelf = await store('readwrite')
      if ((await idb.get(shelf, id)) === undefined) await idb.put(shelf, { ...refused, id } as never)
      // A request that was answered may still be undone with its transaction.
      await committed(shelf.transaction)
    },
    list: async (room) => {
      const all = z.array(keptSchema).parse(await idb.getAll(await store('readonly')))
      return newestFirst(all.filter((kept) => kept.room === room))
    },
    note: async (id, taken) => {
      const shelf = await store('readwrite')
      const found = await idb.get(shelf, id)
      if (found !== undefined) await idb.put(shelf, { ...keptSchema.parse(found), taken } as never)
    },
    drop: async (id) => {
      await idb.del(await store('readwrite'), id)
    },
  }
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((done, failed) => {
    transaction.addEventListener('complete', () => done())
    transaction.addEventListener('abort', () => failed(transaction.error ?? new Error('The browser kept nothing')))
    transaction.commit()
  })
}
