/** The data folder: the record, the secrets apart from it, and the lock that keeps a second writer out. */

import { randomUUID } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { adoptOffered } from './backup.ts'
import { lockFile } from '../store/database.ts'
import type { RecordStore } from '../store/record.ts'
import { sqliteStore } from '../store/sqlite.ts'
import { openVisits, type Visits } from '../store/visits.ts'
import { openSecrets, type Secrets } from '../signin/secrets.ts'

export interface Folder {
  readonly store: RecordStore
  readonly secrets: Secrets
  readonly visits: Visits
  /** Names this course of events: a restored backup begins another. */
  readonly epoch: string
  readonly close: () => Promise<void>
}

/** Another process has the folder for itself. `url` is where it serves, if it does. */
export class Occupied extends Error {
  constructor(data: string, url: string | undefined) {
    super(
      url
        ? `A server is at work on ${data}. Stop it, or go through it: --server ${url} --token T`
        : `Another process is at work on ${data}`,
    )
  }
}

/** The folder cannot be written, whoever has it. */
export class Unwritable extends Error {
  constructor(data: string, cause: unknown) {
    const why = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
    super(`The data folder ${data} cannot be written${why}. Make it writable, or name another one with TRAVAUX_DATA`)
    this.cause = cause
  }
}

/** Opens the folder to write its records; making it where there is none. @throws Occupied, Unwritable */
export function openFolder(data: string, now: () => number, { mostBytes }: { mostBytes?: number } = {}): Folder {
  makeWritable(data)
  const unlock = lockFile(join(data, 'lock.db'))
  if (!unlock) throw new Occupied(data, toldAddress(data))
  if (adoptOffered(data, now)) beginAnew(data)
  const store = sqliteStore(join(data, 'record.db'), mostBytes === undefined ? {} : { mostBytes })
  const secrets = openSecrets(join(data, 'secrets.db'), now)
  const visits = openVisits(join(data, 'visits.db'))
  const close = async (): Promise<void> => {
    await store.close()
    secrets.close()
    visits.close()
    unlock()
  }
  return { store, secrets, visits, epoch: epochIn(data), close }
}

function makeWritable(data: string): void {
  try {
    mkdirSync(data, { recursive: true })
    accessSync(data, constants.W_OK)
  } catch (cause) {
    throw new Unwritable(data, cause)
  }
}

/** The epoch of a folder, begun now where it has none. */
function epochIn(data: string): string {
  const file = join(data, 'epoch')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  return beginEpoch(data)
}

/** After a restored backup, nobody is signed in or was ever here, and clients are told. */
function beginAnew(data: string): void {
  for (const file of ['secrets.db', 'visits.db'])
    for (const part of ['', '-wal', '-shm']) rmSync(join(data, file + part), { force: true })
  beginEpoch(data)
}

/** Tells clients that what they knew of this folder may not be so any more. */
function beginEpoch(data: string): string {
  const epoch = randomUUID()
  writeFileSync(join(data, 'epoch'), `${epoch}\n`)
  return epoch
}

/** Reads the record beside a server that may be writing it. @throws where there is none. */
export function readFolder(data: string): RecordStore {
  return sqliteStore(join(data, 'record.db'), { readOnly: true })
}

/** The secrets may be shared with a server at work. */
export function openFolderSecrets(data: string, now: () => number): Secrets {
  return openSecrets(join(data, 'secrets.db'), now)
}

/** Tells other processes where the server of this folder is reached. */
export function tellAddress(data: string, url: string): void {
  writeFileSync(join(data, 'server.json'), JSON.stringify({ url }))
}

/** Where the server of this folder was last reached, or undefined. */
export function toldAddress(data: string): string | undefined {
  try {
    const told = JSON.parse(readFileSync(join(data, 'server.json'), 'utf8')) as { url?: unknown }
    return typeof told.url === 'string' ? told.url : undefined
  } catch {
    return undefined
  }
}
