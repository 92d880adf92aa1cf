/** The shelf of refused words in a cabinet: one value for each. */

import { decodeAny, encodeAny } from 'lib0/buffer'
import { idOf, keptSchema, newestFirst, type Kept, type Shelf } from '../sync/kept.ts'
import type { Cabinet } from './cabinet.ts'

/** The shelf of one member. */
export function openCabinetShelf(cabinet: Cabinet, member: string): Shelf {
  const folder = `kept/${member}/`
  const read = async (name: string): Promise<Kept | undefined> => {
    const bytes = await cabinet.read(name)
    return bytes && keptSchema.parse(decodeAny(bytes))
  }
  const write = (kept: Kept): Promise<void> => cabinet.write(folder + kept.id, encodeAny(kept))
  return {
    keep: async (refused) => {
      const id = idOf(refused)
      if (!(await read(folder + id))) await write({ ...refused, id, taken: [] })
    },
    list: async (room) => {
      const names = await cabinet.names(`${folder}${room} `)
      const found = await Promise.all(names.map(read))
      return newestFirst(found.filter((kept) => kept !== undefined))
    },
    note: async (id, taken) => {
      const found = await read(folder + id)
      if (found) await write({ ...found, taken: [...taken] })
    },
    drop: (id) => cabinet.remove(folder + id),
  }
}
