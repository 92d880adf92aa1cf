/**
 * Copies of the record, made while a server writes it, and brought back. A backup is one SQLite file. Sign-ins are not
 * in it: a copy that brought back sessions that were ended since would be worse than signing in again.
 */

import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'

/** Where a record waits to take the place of the one in the folder, when it is opened next. */
const waiting = (data: string): string => join(data, 'restore.db')

/** Copies the record in a folder to a file that is not there yet; whole or not at all. */
export async function copyRecord(data: string, to: string): Promise<void> {
  await copyDatabase(join(data, 'record.db'), to)
}

/** Puts a copy of a backup where the folder's next opening takes it over. */
export async function offerRecord(data: string, from: string): Promise<void> {
  await copyDatabase(from, waiting(data))
}

/** Whether a record waits to be taken over. */
export function isOffered(data: string): boolean {
  return existsSync(waiting(data))
}

/**
 * Takes over the record that waits, if one does; the record before it stays beside it under another name. To be called
 * by whoever has the folder for itself.
 * @returns whether one was taken over
 */
export function adoptOffered(data: string, now: () => number): boolean {
  if (!isOffered(data)) return false
  const record = join(data, 'record.db')
  if (existsSync(record)) setAside(record, join(data, `replaced-${now()}.db`))
  renameSync(waiting(data), record)
  return true
}

/** What stands in the write-ahead log belongs to the file: it is brought home before the file is moved. */
function setAside(record: string, to: string): void {
  makeWhole(record)
  renameSync(record, to)
}

/** Makes a database one file that needs no other beside it. */
function makeWhole(file: string): void {
  const db = new DatabaseSync(file)
  db.exec('PRAGMA journal_mode = DELETE')
  db.close()
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const part = `${to}.part`
  rmSync(part, { force: true })
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5000 })
  try {
    await backup(source, part, { rate: 1000 })
    makeWhole(part)
    renameSync(part, to)
  } finally {
    source.close()
    rmSync(part, { force: true })
  }
}
