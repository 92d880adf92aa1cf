/** The vaults of this computer: one of the application itself, and one for each server. */

import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Server } from '../known/servers.ts'
import { setAside } from './aside.ts'
import type { Keeping } from './key.ts'
import { openVault, Unreadable, type OpenVault } from './vault.ts'

export interface VaultsOptions {
  /** The user's folder of the application. */
  readonly folder: string
  readonly keeping: Keeping
  readonly now: () => number
  /** Tells that a vault could not be read, and where it is now. */
  readonly tellSetAside: (folder: string) => void
}

export interface Vaults {
  /** Servers, credentials, windows. */
  readonly own: OpenVault
  readonly of: (server: Pick<Server, 'key' | 'vaultKey'>) => OpenVault
  /** Takes a server's vault off the disk. */
  readonly wipe: (key: string) => void
  readonly close: () => void
}

const IN_MEMORY = ':memory:'

export function openVaults(options: VaultsOptions): Vaults {
  const { folder, keeping } = options
  const open = new Map<string, OpenVault>()
  const fileOf = (key: string): string => (keeping.kind === 'not' ? IN_MEMORY : join(folder, 'vaults', `${key}.vault`))
  if (keeping.kind !== 'not') mkdirSync(join(folder, 'vaults'), { recursive: true, mode: 0o700 })
  const own = openOrSetAside(fileOf('travaux'), keeping.key, options)
  return {
    own,
    of: ({ key, vaultKey }) => {
      const vault = open.get(key) ?? openOrSetAside(fileOf(key), Buffer.from(vaultKey, 'base64'), options)
      open.set(key, vault)
      return vault
    },
    wipe: (key) => {
      open.get(key)?.close()
      open.delete(key)
      for (const suffix of ['', '-wal', '-shm']) rmSync(fileOf(key) + suffix, { force: true })
      own.settle()
    },
    close: () => {
      for (const vault of open.values()) vault.close()
      open.clear()
      own.close()
    },
  }
}

/** A vault that cannot be read is moved out of the way, whole, and another begun. */
function openOrSetAside(file: string, key: Uint8Array, { now, tellSetAside }: VaultsOptions): OpenVault {
  try {
    return openVault(file, key)
  } catch (error) {
    if (!(error instanceof Unreadable) || !existsSync(file)) throw error
    tellSetAside(setAside(file, now))
    return openVault(file, key)
  }
}
