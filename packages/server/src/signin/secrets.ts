/** Links, sessions and tokens. Only SHA-256 hashes are kept: whoever reads the file can sign in as nobody. */

import { createHash, randomBytes } from 'node:crypto'
import { isSqliteError, openDatabase, transact, type Database } from '../store/database.ts'

export type SecretKind = 'link' | 'session' | 'token'

/** Who a secret speaks for. `id` names it in lists and logs without giving it away. */
export interface Credential {
  readonly id: string
  readonly kind: SecretKind
  readonly member: string
}

export interface KeptCredential extends Credential {
  readonly label: string
  readonly createdAt: number
  readonly seenAt: number
  readonly expiresAt: number
}

export interface Secrets {
  /** A fresh secret, told once: it cannot be read back. */
  readonly issue: (kind: SecretKind, member: string, label: string) => string
  /** Exchanges a link's secret for a session's; undefined if the link is unknown, used or expired. */
  readonly redeem: (link: string, label: string) => string | undefined
  /** Who holds this session or token now, or undefined. */
  readonly holder: (secret: string) => Credential | undefined
  /** A member's sessions and tokens that hold now. */
  readonly list: (member: string) => readonly KeptCredential[]
  /** Ends a member's own session or token; false if there is none of that id. */
  readonly end: (member: string, id: string) => boolean
  /** Ends all sessions, tokens and links of a member. */
  readonly endAll: (member: string) => void
  /** Whether another process has changed anything since this was asked last. */
  readonly changedElsewhere: () => boolean
  readonly close: () => void
}

const day = 24 * 60 * 60 * 1000

/** How long each kind of secret holds. */
export const lifetimes: Readonly<Record<SecretKind, number>> = { link: 7 * day, session: 30 * day, token: 365 * day }

const schema = `
  CREATE TABLE IF NOT EXISTS secrets (
    hash BLOB PRIMARY KEY, kind TEXT NOT NULL, member TEXT NOT NULL, label TEXT NOT NULL,
    created INTEGER NOT NULL, seen INTEGER NOT NULL, expires INTEGER NOT NULL) STRICT;`

/** Opens the file, which several processes may share; `:memory:` for tests. */
export function openSecrets(file: string, now: () => number): Secrets {
  const db = openDatabase(file, { schema })
  const find = db.prepare('SELECT * FROM secrets WHERE hash = ? AND expires > ?')
  const list = db.prepare(
    "SELECT * FROM secrets WHERE member = ? AND kind <> 'link' AND expires > ? ORDER BY created, rowid",
  )
  const insert = db.prepare('INSERT INTO secrets VALUES (?, ?, ?, ?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM secrets WHERE hash = ?')
  const removeAll = db.prepare('DELETE FROM secrets WHERE member = ?')
  const seen = db.prepare('UPDATE secrets SET seen = ? WHERE hash = ? AND seen < ?')

  /** Where the disk takes nothing, people are still let in. */
  const noteSeen = (hash: Uint8Array): void => {
    try {
      seen.run(now(), hash, now() - 60_000)
    } catch (error) {
      if (!isSqliteError(error)) throw error
    }
  }
  const issue = (kind: SecretKind, member: string, label: string): string => {
    const secret = randomBytes(32).toString('base64url')
    insert.run(hashOf(secret), kind, member, label.slice(0, 200), now(), now(), now() + lifetimes[kind])
    return secret
  }
  return {
    issue,
    redeem: (link, label) =>
      transact(db, () => {
        const row = find.get(hashOf(link), now())
        if (row?.kind !== 'link') return undefined
        remove.run(hashOf(link))
        return issue('session', String(row.member), label)
      }),
    holder: (secret) => {
      const row = find.get(hashOf(secret), now())
      if (!row || row.kind === 'link') return undefined
      noteSeen(hashOf(secret))
      return credential(row)
    },
    list: (member) => list.all(member, now()).map(kept),
    end: (member, id) => {
      const row = list.all(member, now()).find((one) => idOf(one) === id)
      if (row) remove.run(row.hash as Uint8Array)
      return row !== undefined
    },
    endAll: (member) => void removeAll.run(member),
    changedElsewhere: changes(db),
    close: () => closeDatabase(db),
  }
}

/** SQLite counts the commits of other connections; reading the count costs next to nothing. */
function changes(db: Database): () => boolean {
  const version = db.prepare('PRAGMA data_version')
  let last = version.get()?.data_version
  return () => {
    const now = version.get()?.data_version
    const changed = now !== last
    last = now
    return changed
  }
}

function closeDatabase(db: Database): void {
  if (db.isOpen) db.close()
}

function hashOf(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest()
}

type Row = Record<string, unknown>

function idOf(row: Row): string {
  return Buffer.from(row.hash as Uint8Array).toString('hex', 0, 8)
}

function credential(row: Row): Credential {
  return { id: idOf(row), kind: row.kind as SecretKind, member: String(row.member) }
}

function kept(row: Row): KeptCredential {
  const { label, created, seen, expires } = row
  return {
    ...credential(row),
    label: String(label),
    createdAt: Number(created),
    seenAt: Number(seen),
    expiresAt: Number(expires),
  }
}
