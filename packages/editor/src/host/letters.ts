/** Commands on their way, one value of a cabinet for each: two windows never write over each other's. */

import { letterSchema, type LetterBox } from '../wire/outbox.ts'
import type { Cabinet } from './cabinet.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The letter box of one member. `now` gives the order in which they were written, across visits. */
export function openLetterBox(cabinet: Cabinet, member: string, now: () => number): LetterBox {
  const folder = `letters/${member}/`
  const puts = new Map<string, { readonly name: string; readonly done: Promise<void> }>()
  const read = async (name: string): Promise<unknown> => {
    const bytes = await cabinet.read(name)
    return bytes && JSON.parse(decoder.decode(bytes))
  }
  return {
    load: async () => {
      const names = [...(await cabinet.names(folder))].toSorted()
      const letters = await Promise.all(
        names.map(async (name) => {
          const letter = letterSchema.safeParse(await read(name)).data
          if (letter) puts.set(letter.request.id, { name, done: Promise.resolve() })
          return letter
        }),
      )
      return letters.filter((letter) => letter !== undefined)
    },
    put: (letter) => {
      const order = `${digits(now(), 15)}-${digits(puts.size, 6)}`
      const name = `${folder}${order}-${letter.request.id}`
      const done = cabinet.write(name, encoder.encode(JSON.stringify(letter)))
      puts.set(letter.request.id, { name, done })
      return done
    },
    drop: async (id) => {
      const put = puts.get(id)
      if (!put) return
      await put.done.catch(() => undefined)
      await cabinet.remove(put.name)
    },
  }
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0')
}
