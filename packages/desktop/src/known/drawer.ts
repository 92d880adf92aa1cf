/** A value of ours in a vault: read once and parsed, then held in memory and written on every change. */

import type { Vault } from '@travaux/editor/host'
import type { ZodType } from 'zod'

export interface Drawer<T> {
  readonly get: () => T
  /** Fulfilled when the new value is kept; changes are kept in their order. */
  readonly set: (value: T) => Promise<void>
}

/** Opens a drawer. What another version of the application left and this one cannot read counts as nothing. */
export async function openDrawer<T>(
  vault: Pick<Vault, 'read' | 'write'>,
  name: string,
  schema: ZodType<T>,
  empty: T,
): Promise<Drawer<T>> {
  const bytes = await vault.read(name)
  let value = bytes === undefined ? empty : (parsed(bytes, schema) ?? empty)
  return {
    get: () => value,
    set: (next) => {
      value = next
      return vault.write(name, Buffer.from(JSON.stringify(next)))
    },
  }
}

function parsed<T>(bytes: Uint8Array, schema: ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(bytes).toString())).data
  } catch {
    return undefined
  }
}
