/**
 * A vault: values by name and logs that only grow, in one SQLite file, encrypted. What a call has promised is on the disk,
 * whatever happens to the process or the machine afterwards.
 */

import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Vault } from '@travaux/editor/host'
import { Plain } from '../ipc/answer.ts'
import { openCipher, type Cipher } from './cipher.ts'

export interface OpenVault extends Vault {
  /** Leaves nothing in the file of what was removed or written over. */
  readonly settle: () => void
  readonly close: () => void
}

/** The file is there but cannot be read with this key: damaged, or another's. It was not touched. */
export class Unreadable extends Error {}

const schema = `
  CREATE TABLE IF NOT EXISTS vault (id BLOB PRIMARY KEY, name BLOB NOT NULL, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pieces (log BLOB NOT NULL, seq INTEGER NOT NULL, piece BLOB NOT NULL,
    PRIMARY KEY (log, seq)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS proof (sealed BLOB NOT NULL) STRICT;`

const PROOF = 'travaux vault 1'

/**
 * Opens a vault, and makes it where there is none; `:memory:` keeps nothing.
 * @throws Unreadable
 */
export function openVault(file: string, key: Uint8Array): OpenVault {
  const cipher = openCipher(key)
  const db = openFile(file, cipher)
  return {
    ...values(db, cipher),
    ...logs(db, cipher),
    settle: () => db.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: () => {
      if (db.isOpen) db.close()
    },
  }
}

function openFile(file: string, cipher: Cipher): DatabaseSync {
  const wasThere = existsSync(file)
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(file, { timeout: 5000 })
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA secure_delete = ON;
      PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;`)
    db.exec(schema)
    if (wasThere && db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] !== 'ok') throw new Error('damaged')
    prove(db, cipher)
    return db
  } catch (cause) {
    db?.close()
    throw wasThere ? new Unreadable('What is kept in this file cannot be read', { cause }) : cause
  }
}

/** A value that only the right key opens stands in every vault from its beginning. */
function prove(db: DatabaseSync, cipher: Cipher): void {
  const row = db.prepare('SELECT sealed FROM proof').get()
  if (row) return void cipher.open(row['sealed'] as Uint8Array, PROOF)
  if (db.prepare('SELECT 1 FROM vault UNION ALL SELECT 1 FROM pieces').get()) throw new Error('Without its proof')
  db.prepare('INSERT INTO proof VALUES (?)').run(cipher.seal(Buffer.from(PROOF), PROOF))
}

/** Where in the file something stands: what it is sealed for. */
function placeOf(column: string, id: Uint8Array, seq = 0): string {
  return `${column} ${Buffer.from(id).toString('hex')} ${seq}`
}

type Values = Pick<Vault, 'read' | 'write' | 'remove' | 'names'>

function values(db: DatabaseSync, { hide, seal, open }: Cipher): Values {
  const find = db.prepare('SELECT value FROM vault WHERE id = ?')
  const put = db.prepare('INSERT OR REPLACE INTO vault VALUES (?, ?, ?)')
  const remove = db.prepare('DELETE FROM vault WHERE id = ?')
  const list = db.prepare('SELECT id, name FROM vault')
  return {
    read: reading((name: string) => {
      const id = hide(name)
      const row = find.get(id)
      return row && open(row['value'] as Uint8Array, placeOf('value', id))
    }),
    write: writing((name: string, value: Uint8Array) => {
      const id = hide(name)
      put.run(id, seal(Buffer.from(name), placeOf('name', id)), seal(value, placeOf('value', id)))
    }),
    remove: writing((name: string) => void remove.run(hide(name))),
    names: reading((prefix: string) =>
      list
        .all()
        .map((row) => Buffer.from(open(row['name'] as Uint8Array, placeOf('name', row['id'] as Uint8Array))).toString())
        .filter((name) => name.startsWith(prefix))
        .sort(),
    ),
  }
}

type Logs = Pick<Vault, 'append' | 'pieces' | 'fold' | 'drop'>

function logs(db: DatabaseSync, { hide, seal, open }: Cipher): Logs {
  const last = db.prepare('SELECT max(seq) AS seq FROM pieces WHERE log = ?')
  const add = db.prepare('INSERT INTO pieces VALUES (?, ?, ?)')
  const all = db.prepare('SELECT seq, piece FROM pieces WHERE log = ? ORDER BY seq')
  const first = db.prepare('SELECT seq FROM pieces WHERE log = ? ORDER BY seq LIMIT ?')
  const cut = db.prepare('DELETE FROM pieces WHERE log = ? AND seq <= ?')
  const drop = db.prepare('DELETE FROM pieces WHERE log = ?')
  return {
    append: writing((name: string, piece: Uint8Array) => {
      const log = hide(name)
      const seq = Number(last.get(log)?.['seq'] ?? 0) + 1
      add.run(log, seq, seal(piece, placeOf('piece', log, seq)))
    }),
    pieces: reading((name: string) => {
      const log = hide(name)
      return all.all(log).map((row) => open(row['piece'] as Uint8Array, placeOf('piece', log, Number(row['seq']))))
    }),
    fold: writing((name: string, count: number, into: Uint8Array) => {
      const log = hide(name)
      const folded = first.all(log, count)
      if (count < 1 || folded.length < count) throw new Plain(`There are not ${count} pieces to fold`)
      const seq = Number(folded.at(-1)?.['seq'])
      transact(db, () => {
        cut.run(log, seq)
        add.run(log, seq, seal(into, placeOf('piece', log, seq)))
      })
    }),
    drop: writing((name: string) => void drop.run(hide(name))),
  }
}

function transact(db: DatabaseSync, work: () => void): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    work()
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function reading<Given extends unknown[], T>(work: (...given: Given) => T): (...given: Given) => Promise<T> {
  return worded(work, 'What is kept on this computer could not be read. It was left as it is.')
}

function writing<Given extends unknown[], T>(work: (...given: Given) => T): (...given: Given) => Promise<T> {
  return worded(work, 'This computer could not keep the change: its disk may be full. Nothing that was kept is lost.')
}

/** Whatever fails is said in words for people, with what failed as the cause. */
function worded<Given extends unknown[], T>(
  work: (...given: Given) => T,
  says: string,
): (...given: Given) => Promise<T> {
  // Not awaiting anything: what this promises is on the disk before another call begins.
  // eslint-disable-next-line typescript/require-await
  return async (...given) => {
    try {
      return work(...given)
    } catch (cause) {
      throw cause instanceof Plain ? cause : new Plain(says, { cause })
    }
  }
}
