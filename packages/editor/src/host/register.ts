/** Which texts this computer holds, for one member: asked to be kept, or opened lately. One value of a cabinet for each. */

import { z } from 'zod'
import type { Cabinet } from './cabinet.ts'

const heldSchema = z.object({
  id: z.string(),
  title: z.string(),
  symbol: z.string(),
  /** Whether the person asked to keep it on this computer. */
  kept: z.boolean(),
  /** When it was last opened here, in milliseconds since 1970; 0 where it never was. */
  openedAt: z.number(),
  /** When all of it was last brought up to date; 0 where it never was. */
  freshAt: z.number(),
  /** What the server said of it then: where it says something else now, it is brought up to date again. */
  mark: z.string(),
  /** How many bytes are held of it, as counted then. */
  bytes: z.number(),
})
/** A text that this computer holds. */
export type Held = z.infer<typeof heldSchema>

/** What is said of a text wherever it is listed. */
export type Named = Pick<Held, 'id' | 'title' | 'symbol'>

export interface Register {
  /** The same list until it changes. */
  readonly texts: () => readonly Held[]
  readonly watch: (listener: () => void) => () => void
  /** Reads it again: another window may have changed it. */
  readonly load: () => Promise<void>
  readonly change: (text: Named, change: Partial<Omit<Held, keyof Named>>) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The register of one member; `changed` is told of every change made here. */
export function openRegister(cabinet: Cabinet, member: string, changed: () => void): Register {
  const folder = `text/${member}/`
  const listeners = new Set<() => void>()
  let texts: readonly Held[] = []
  const put = (next: readonly Held[]): void => {
    texts = next
    for (const listener of listeners) listener()
  }
  const read = async (name: string): Promise<Held | undefined> => {
    const bytes = await cabinet.read(name)
    return bytes && heldSchema.safeParse(JSON.parse(decoder.decode(bytes))).data
  }
  const others = (id: string): readonly Held[] => texts.filter((text) => text.id !== id)
  return {
    texts: () => texts,
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    load: async () => {
      const names = await cabinet.names(folder)
      const found = await Promise.all(names.map(read))
      put(found.filter((text) => text !== undefined))
    },
    change: async (text, change) => {
      const known = (await read(folder + text.id)) ?? { ...begun, ...text }
      const next = { ...known, ...text, ...change }
      await cabinet.write(folder + text.id, encoder.encode(JSON.stringify(next)))
      put([...others(text.id), next])
      changed()
    },
    remove: async (id) => {
      await cabinet.remove(folder + id)
      put(others(id))
      changed()
    },
  }
}

const begun = { kept: false, openedAt: 0, freshAt: 0, mark: '', bytes: 0 }
