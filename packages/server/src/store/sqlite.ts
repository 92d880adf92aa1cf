/** Records in one SQLite file: write-ahead log, every commit forced to the disk before it counts. */

import { chain, genesisHash, type Entry } from '@travaux/core'
import { randomBytes } from 'node:crypto'
import { openDatabase, transact, type Database } from './database.ts'
import { StaleHead, type Batch, type Checkpoint, type Head, type Range, type RecordStore } from './record.ts'
import { nextTurn } from './turn.ts'

const schema = `
  CREATE TABLE IF NOT EXISTS entries (
    text TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, delegation TEXT NOT NULL,
    kind TEXT NOT NULL, room TEXT NOT NULL, body BLOB NOT NULL, hash BLOB NOT NULL, UNIQUE (text, seq)) STRICT;
  CREATE INDEX IF NOT EXISTS acts ON entries (text, seq) WHERE kind <> 'update';
  CREATE TABLE IF NOT EXISTS heads (text TEXT PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS states (
    text TEXT NOT NULL, seq INTEGER NOT NULL, kept INTEGER NOT NULL, hash BLOB NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (text, seq)) STRICT;
  CREATE TABLE IF NOT EXISTS probes (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;`

/** Bytes written to find out whether the disk takes them: more than a page, so that a full file shows. */
const PROBE = 8192

/** Entries a reader takes at once: it never holds a long record in memory. */
const PAGE = 1000

export interface SqliteOptions {
  /** Readers may work beside a server. */
  readonly readOnly?: boolean
  /** The file grows no larger than this, in bytes: beyond it commits fail as on a full disk. */
  readonly mostBytes?: number
}

/** Opens the file, making it where there is none. */
export function sqliteStore(file: string, { readOnly = false, mostBytes }: SqliteOptions = {}): RecordStore {
  const db = openDatabase(file, { readOnly, schema })
  if (mostBytes !== undefined) limitSize(db, mostBytes)
  const statements = prepare(db)
  return {
    append: async (batches) => transact(db, () => batches.map((batch) => appendBatch(statements, batch))),
    entries: (text, range = {}) => readEntries(statements, text, range),
    head: async (text) => headOf(statements, text),
    texts: async () => statements.texts.all().map((row) => String(row.text)),
    checkpoint: async (text, upTo = Number.MAX_SAFE_INTEGER) => readCheckpoint(statements.state.get(text, upTo)),
    checkpoints: async (text) => statements.states.all(text).map(({ seq }) => Number(seq)),
    saveCheckpoint: async (text, checkpoint) => transact(db, () => saveCheckpoint(statements, text, checkpoint)),
    probe: async () => {
      db.prepare('INSERT OR REPLACE INTO probes (id, bytes) VALUES (1, ?)').run(randomBytes(PROBE))
    },
    close: async () => db.close(),
  }
}

function limitSize(db: Database, mostBytes: number): void {
  const pageSize = Number(db.prepare('PRAGMA page_size').get()?.page_size)
  db.exec(`PRAGMA max_page_count = ${Math.floor(mostBytes / pageSize)}`)
}

type Statements = ReturnType<typeof prepare>

function prepare(db: Database) {
  return {
    insert: db.prepare(
      'INSERT INTO entries (text, seq, at, actor, delegation, kind, room, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    setHead: db.prepare('INSERT OR REPLACE INTO heads (text, seq, hash) VALUES (?, ?, ?)'),
    head: db.prepare('SELECT seq, hash FROM heads WHERE text = ?'),
    texts: db.prepare('SELECT text FROM heads ORDER BY text'),
    page: pages(db, ''),
    actsPage: pages(db, "AND kind <> 'update'"),
    state: db.prepare('SELECT * FROM states WHERE text = ? AND seq <= ? ORDER BY seq DESC LIMIT 1'),
    states: db.prepare('SELECT seq FROM states WHERE text = ? ORDER BY seq'),
    dropStates: db.prepare('DELETE FROM states WHERE text = ? AND NOT kept'),
    saveState: db.prepare('INSERT OR REPLACE INTO states (text, seq, kept, hash, body) VALUES (?, ?, ?, ?, ?)'),
  }
}

/** A page of entries behind one seq and up to another, in either direction. */
function pages(db: Database, condition: string) {
  const page = (order: string) =>
    db.prepare(
      `SELECT * FROM entries WHERE text = ? AND seq > ? AND seq <= ? ${condition} ORDER BY seq ${order} LIMIT ?`,
    )
  return { oldest: page('ASC'), newest: page('DESC') }
}

function appendBatch(statements: Statements, { text, after, entries }: Batch): Entry[] {
  const head = headOf(statements, text)
  if (head.seq !== after) throw new StaleHead(text, after, head.seq)
  const added = chain(head, entries)
  for (const { seq, at, actor, delegation, kind, room, body, hash } of added) {
    statements.insert.run(text, seq, at, actor, delegation, kind, room, body, Buffer.from(hash, 'hex'))
  }
  const last = added.at(-1)
  if (last) statements.setHead.run(text, last.seq, Buffer.from(last.hash, 'hex'))
  return added
}

function headOf(statements: Statements, text: string): Head {
  const row = statements.head.get(text)
  return row ? readHead(row) : { seq: 0, hash: genesisHash(text) }
}

function saveCheckpoint(statements: Statements, text: string, { seq, hash, body, kept }: Checkpoint): void {
  statements.dropStates.run(text)
  statements.saveState.run(text, seq, kept ? 1 : 0, Buffer.from(hash, 'hex'), body)
}

function readCheckpoint(row: Row | undefined): Checkpoint | undefined {
  return row && { ...readHead(row), body: row.body as Uint8Array, kept: row.kept === 1 }
}

async function* readEntries(statements: Statements, text: string, range: Range): AsyncIterable<Entry> {
  const { actsOnly = false, newestFirst = false } = range
  const { oldest, newest } = actsOnly ? statements.actsPage : statements.page
  let { after = 0, upTo = Number.MAX_SAFE_INTEGER } = range
  for (;;) {
    const page = (newestFirst ? newest : oldest).all(text, after, upTo, PAGE).map(readEntry)
    yield* page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    if (newestFirst) upTo = last.seq - 1
    else after = last.seq
    await nextTurn()
  }
}

type Row = Record<string, unknown>

function readHead(row: Row): Head {
  return { seq: Number(row.seq), hash: hex(row.hash) }
}

function readEntry(row: Row): Entry {
  return {
    seq: Number(row.seq),
    at: Number(row.at),
    actor: String(row.actor),
    delegation: String(row.delegation),
    kind: String(row.kind),
    room: String(row.room),
    body: row.body as Uint8Array,
    hash: hex(row.hash),
  }
}

function hex(blob: unknown): string {
  return Buffer.from(blob as Uint8Array).toString('hex')
}
