/** Records in one SQLite file: write-ahead log, every commit forced to the disk before it counts. */

import { chain, genesisHash, type Entry } from '@travaux/core'
import { openDatabase, transact, type Database } from './database.ts'
import { StaleHead, type Batch, type Checkpoint, type Head, type Range, type RecordStore } from './record.ts'

const schema = `
  CREATE TABLE IF NOT EXISTS entries (
    text TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, delegation TEXT NOT NULL,
    kind TEXT NOT NULL, room TEXT NOT NULL, body BLOB NOT NULL, hash BLOB NOT NULL, UNIQUE (text, seq)) STRICT;
  CREATE INDEX IF NOT EXISTS acts ON entries (text, seq) WHERE kind <> 'update';
  CREATE TABLE IF NOT EXISTS heads (text TEXT PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS checkpoints (
    text TEXT PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL, body BLOB NOT NULL) STRICT;`

/** Entries a reader takes at once: it never holds a long record in memory. */
const PAGE = 1000

/** Opens the file, making it where there is none. `readOnly` readers may work beside a server. */
export function sqliteStore(file: string, { readOnly = false } = {}): RecordStore {
  const db = openDatabase(file, { readOnly, schema })
  const statements = prepare(db)
  return {
    append: async (batches) => transact(db, () => batches.map((batch) => appendBatch(statements, batch))),
    entries: (text, range = {}) => readEntries(statements, text, range),
    head: async (text) => headOf(statements, text),
    texts: async () => statements.texts.all().map((row) => String(row.text)),
    checkpoint: async (text) => readCheckpoint(statements, text),
    saveCheckpoint: async (text, { seq, hash, body }) => {
      statements.saveCheckpoint.run(text, seq, Buffer.from(hash, 'hex'), body)
    },
    close: async () => db.close(),
  }
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
    all: db.prepare('SELECT * FROM entries WHERE text = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?'),
    acts: db.prepare(
      "SELECT * FROM entries WHERE text = ? AND seq > ? AND seq <= ? AND kind <> 'update' ORDER BY seq LIMIT ?",
    ),
    checkpoint: db.prepare('SELECT seq, hash, body FROM checkpoints WHERE text = ?'),
    saveCheckpoint: db.prepare('INSERT OR REPLACE INTO checkpoints (text, seq, hash, body) VALUES (?, ?, ?, ?)'),
  }
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

function readCheckpoint(statements: Statements, text: string): Checkpoint | undefined {
  const row = statements.checkpoint.get(text)
  return row && { ...readHead(row), body: row.body as Uint8Array }
}

async function* readEntries(statements: Statements, text: string, range: Range): AsyncIterable<Entry> {
  const { after = 0, upTo = Number.MAX_SAFE_INTEGER, actsOnly = false } = range
  const statement = actsOnly ? statements.acts : statements.all
  for (let from = after; ;) {
    const page = statement.all(text, from, upTo, PAGE).map(readEntry)
    yield* page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    from = last.seq
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
