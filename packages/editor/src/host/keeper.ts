/**
 * Keeps texts on this computer: brings those that a person asked for up to date whenever the server can be reached, and
 * lets go of what nobody asked for any more.
 */

import type { QueryClient } from '@tanstack/react-query'
import { newDocument, type api } from '@travaux/core'
import { roomOf } from '../sync/address.ts'
import type { Session, SessionOptions } from '../sync/session.ts'
import { textQuery, textsQuery, threadsQuery, versionDraftQuery } from '../wire/queries.ts'
import type { Vault } from './host.ts'
import { replay } from './record.ts'
import type { Readings } from './readings.ts'
import type { Named, Register } from './register.ts'

/** What a keeper needs from outside. */
export interface KeeperPorts {
  readonly member: string
  readonly client: QueryClient
  readonly readings: Readings
  readonly register: Register
  readonly vault: Pick<Vault, 'pieces' | 'drop'>
  /** Name of the log that holds the copy of a room. */
  readonly logOf: (room: string) => string
  readonly openSession: (options: SessionOptions) => Session
  readonly now: () => number
}

export interface Keeper {
  /** Brings everything asked for up to date that changed since it was; one at a time. */
  readonly refresh: () => Promise<void>
  /** Lets go of a text; false where changes made here have not been sent yet, and it stays. */
  readonly forget: (id: string) => Promise<boolean>
  /** Lets go of what was opened longest ago and nobody asked to keep. */
  readonly tidy: () => Promise<void>
}

/** So many texts that were only opened are held as well: what one reads again is there at once. */
export const MOST_OPENED = 20
/** How long the words of a text may take to arrive, in milliseconds. */
const PATIENCE = 20_000

/** Opens the keeper of one member; the server is asked for nothing until it is told to `refresh`. */
export function openKeeper(ports: KeeperPorts): Keeper {
  const { member, client, readings, register, vault, logOf, openSession, now } = ports

  const bringUpToDate = async (id: string): Promise<void> => {
    const text = await client.fetchQuery({ ...textQuery(id), staleTime: 0 })
    await client.fetchQuery({ ...threadsQuery(id), staleTime: 0 })
    const drafts = text.baseline ? [text.baseline, ...text.versions] : text.versions
    for (const version of drafts) await readOnce(version)
    const whole = await readWords(id)
    if (!whole) return
    const bytes = (await readings.sizeOf(member, id)) + sizeOf(await vault.pieces(logOf(roomOf(id))))
    await register.change(nameOf(text), { freshAt: now(), mark: markOf(text), bytes })
  }

  /** A version's words never change: what is kept is not read again. */
  const readOnce = async (version: api.Version): Promise<void> => {
    const query = versionDraftQuery(version)
    const hash = JSON.stringify(query.queryKey)
    if (!(await readings.has(member, version.text, hash))) await client.fetchQuery(query)
  }

  /** Follows a text until all of its words are here; false where they did not come. */
  const readWords = async (id: string): Promise<boolean> => {
    const session = openSession({ room: roomOf(id), member })
    const outcome = await settled(session)
    await session.close()
    return outcome === 'saved'
  }

  const refresh = async (): Promise<void> => {
    const texts = await client.fetchQuery({ ...textsQuery, staleTime: 5000 })
    await register.load()
    for (const { id, mark } of register.texts().filter(({ kept }) => kept)) {
      const text = texts.find((one) => one.id === id)
      if (text && markOf(text) !== mark) await bringUpToDate(id)
    }
  }

  const forget = async (id: string): Promise<boolean> => {
    const log = logOf(roomOf(id))
    const doc = newDocument()
    const { pending } = replay(doc, await vault.pieces(log), null)
    doc.destroy()
    if (pending > 0) return false
    await vault.drop(log)
    await readings.forget(member, id)
    await register.remove(id)
    return true
  }

  return {
    refresh,
    forget,
    tidy: async () => {
      await register.load()
      const opened = register.texts().filter(({ kept }) => !kept)
      const old = opened.toSorted((a, b) => b.openedAt - a.openedAt).slice(MOST_OPENED)
      for (const { id } of old) await forget(id)
    },
  }
}

/** Waits until a session is saved, which means that all words came and all went; or refused, or too long. */
function settled(session: Session): Promise<'saved' | 'not'> {
  return new Promise((done) => {
    const timer = setTimeout(() => finish('not'), PATIENCE)
    const stop = session.watch(({ kind }) => {
      if (kind === 'saved') finish('saved')
      else if (kind === 'refused') finish('not')
    })
    const finish = (outcome: 'saved' | 'not'): void => {
      clearTimeout(timer)
      stop()
      done(outcome)
    }
  })
}

/** What changes whenever something of a text does that is kept. */
function markOf({ changedAt, openThreads, versions, baseline, role }: api.TextSummary): string {
  return JSON.stringify([changedAt, openThreads, versions.length, baseline?.id ?? '', role])
}

/** What is said of a text wherever it is listed. */
export function nameOf({ id, title, symbol }: api.TextSummary): Named {
  return { id, title, symbol }
}

function sizeOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => sum + piece.byteLength, 0)
}
