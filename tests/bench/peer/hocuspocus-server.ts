/**
 * Hocuspocus with its database extension on SQLite, at its defaults. Its SQLite extension itself would bring a native
 * module that compiles at install; the two statements are that extension's own, on the SQLite that Node brings.
 */

import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'

const db = new DatabaseSync(join(process.env['DATA'] ?? '.', 'hocuspocus.db'))
db.exec('CREATE TABLE IF NOT EXISTS documents (name varchar(255) NOT NULL, data blob NOT NULL, UNIQUE(name))')
const fetched = db.prepare('SELECT data FROM documents WHERE name = ? ORDER BY rowid DESC')
const stored = db.prepare(
  'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data',
)

const server = new Server({
  port: Number(process.env['PORT']),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => (fetched.get(documentName)?.['data'] as Uint8Array | undefined) ?? null,
      store: async ({ documentName, state }) => void stored.run(documentName, state),
    }),
  ],
})
await server.listen()
process.stdout.write('Ready\n')
