/** Named values in the browser's own storage. */

import type { Cabinet } from './cabinet.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** A cabinet of values that are text, each under its name behind a prefix. */
export function localCabinet(storage: Storage, prefix: string): Cabinet {
  return {
    read: async (name) => {
      const value = storage.getItem(prefix + name)
      return value === null ? undefined : encoder.encode(value)
    },
    write: async (name, value) => storage.setItem(prefix + name, decoder.decode(value)),
    remove: async (name) => storage.removeItem(prefix + name),
    names: async (beginning) =>
      Object.keys(storage).flatMap((key) => (key.startsWith(prefix + beginning) ? [key.slice(prefix.length)] : [])),
  }
}
