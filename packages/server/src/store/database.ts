/** SQLite as Node brings it, opened the one way this server uses it. */

import { DatabaseSync } from 'node:sqlite'

export type Database = DatabaseSync

interface Opening {
  readonly schema: string
  readonly readOnly?: boolean
}

/** How long to wait for another process that writes, in milliseconds. */
const PATIENCE = 5000

/** Opens a file with a write-ahead log and full synchronization; several processes may have it open at once. */
export function openDatabase(file: string, { schema, readOnly = false }: Opening): Database {
  const db = new DatabaseSync(file, { readOnly, timeout: PATIENCE })
  if (readOnly) return db
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;',
  )
  db.exec(schema)
  return db
}

/**
 * Takes a file for this process alone, until the returned function is called or the process ends, however it ends:
 * the operating system lets go of it then. Undefined where another process has it.
 */
export function lockFile(file: string): (() => void) | undefined {
  const db = new DatabaseSync(file, { timeout: 0 })
  try {
    db.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
    return () => db.close()
  } catch {
    db.close()
    return undefined
  }
}

/** Runs `work` in one transaction: it is on the disk when this returns, or nothing of it is. */
export function transact<T>(db: Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

/** Whether SQLite itself failed: the disk is full or cannot be written, the file is damaged or taken. */
export function isSqliteError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR'
}
