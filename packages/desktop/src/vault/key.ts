/**
 * The key of all that is kept: random, and itself encrypted by the system's keychain. Where there is no keychain, a
 * person is asked once whether to keep things without; until then nothing is written.
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SafeStorage } from 'electron'
import { z } from 'zod'
import { writeDurably } from '../files/durable.ts'
import { newKey } from './cipher.ts'
import { setAllAside } from './aside.ts'

export type Keeping =
  /** Kept, encrypted with a key that the keychain guards. */
  | { readonly kind: 'encrypted'; readonly key: Uint8Array }
  /** Kept, with the key beside it: whoever has the disk can read it. The person said so. */
  | { readonly kind: 'open'; readonly key: Uint8Array }
  /** Kept for as long as the application runs. */
  | { readonly kind: 'not'; readonly key: Uint8Array }

export interface KeyOptions {
  readonly folder: string
  readonly safeStorage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >
  readonly platform: NodeJS.Platform
  readonly now: () => number
  /** Asks whether to keep things without encryption. */
  readonly mayKeepOpen: () => Promise<boolean>
  /** Tells that what was kept cannot be read any more, and where it is now. */
  readonly tellSetAside: (folder: string) => Promise<void>
}

const fileSchema = z.union([z.strictObject({ wrapped: z.base64() }), z.strictObject({ open: z.base64() })])

/** The key of this computer's store, made where there is none. */
export async function openKey(options: KeyOptions): Promise<Keeping> {
  const file = join(options.folder, 'key.json')
  if (!existsSync(file)) return makeKey(file, options)
  const kept = await readKey(file, options)
  if (kept) return kept
  // What was kept cannot be read without its key, but a keychain may come back: all of it goes aside together.
  await options.tellSetAside(setAllAside(options.folder, options.now))
  return makeKey(file, options)
}

async function readKey(file: string, options: KeyOptions): Promise<Keeping | undefined> {
  try {
    const read = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    if ('open' in read) return await promoted(file, Buffer.from(read.open, 'base64'), options)
    const { result, shouldReEncrypt } = await options.safeStorage.decryptStringAsync(
      Buffer.from(read.wrapped, 'base64'),
    )
    const key = Buffer.from(result, 'base64')
    if (shouldReEncrypt) await wrap(file, key, options)
    return { kind: 'encrypted', key }
  } catch {
    return undefined
  }
}

/** A key that was kept openly goes into the keychain as soon as there is one. */
async function promoted(file: string, key: Uint8Array, options: KeyOptions): Promise<Keeping> {
  if (!(await hasKeychain(options))) return { kind: 'open', key }
  await wrap(file, key, options)
  return { kind: 'encrypted', key }
}

async function makeKey(file: string, options: KeyOptions): Promise<Keeping> {
  const key = newKey()
  if (await hasKeychain(options)) {
    await wrap(file, key, options)
    return { kind: 'encrypted', key }
  }
  if (!(await options.mayKeepOpen())) return { kind: 'not', key }
  writeDurably(file, JSON.stringify({ open: Buffer.from(key).toString('base64') }))
  return { kind: 'open', key }
}

/** On Linux without a keychain, Electron would encrypt with a password that everybody knows. */
async function hasKeychain({ safeStorage, platform }: KeyOptions): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
  return platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}

async function wrap(file: string, key: Uint8Array, { safeStorage }: KeyOptions): Promise<void> {
  const wrapped = await safeStorage.encryptStringAsync(Buffer.from(key).toString('base64'))
  writeDurably(file, JSON.stringify({ wrapped: wrapped.toString('base64') }))
}
