/**
 * The copy of a document as a log of a vault. Everything that happens to the document is queued, and one piece is on its
 * way at a time: what is queued meanwhile goes together in the next, so that a slow disk is never overrun. Only what the
 * vault has confirmed is told as kept.
 */

import type * as Y from 'yjs'
import type { Copy, KeptHere, Noted } from '../sync/copy.ts'
import type { Vault } from './host.ts'
import { encodeRecords, foldPieces, replay, type LogRecord } from './record.ts'

/** What a log copy needs from outside. */
export interface LogCopyPorts {
  readonly vault: Pick<Vault, 'append' | 'pieces' | 'fold' | 'drop'>
  /** Runs one at a time in all windows of this computer. Only so may the head of a log be folded. */
  readonly alone: (name: string, run: () => Promise<void>) => Promise<void>
  /** Calls back after some milliseconds; returns how to call it off. */
  readonly wait: (delay: number, then: () => void) => () => void
}

/** A log of more pieces than this is folded: reading stays fast, and folding rare. */
export const MOST_PIECES = 200
/** Milliseconds until something that could not be kept is tried again. */
const TRY_AGAIN = 2000

/** Follows a document and keeps it in the log of this name. */
export function openLogCopy({ vault, alone, wait }: LogCopyPorts, log: string, doc: Y.Doc): Copy {
  const origin = { log }
  const listeners = new Set<() => void>()
  let queue: LogRecord[] = []
  let onItsWay: readonly LogRecord[] = []
  let failure: string | null = null
  let pieces = 0
  let working: Promise<void> | undefined
  let callOff: (() => void) | undefined
  let closed = false

  const tell = (problem: string | null): void => {
    failure = problem
    for (const listener of listeners) listener()
  }
  const put = (record: LogRecord): void => {
    if (closed) return
    queue.push(record)
    begin()
  }
  /** Later in this turn, so that a change and the count it raises stand in one piece: both are kept, or neither. */
  const begin = (): void => {
    working ??= Promise.resolve().then(work)
  }
  const work = async (): Promise<void> => {
    callOff?.()
    while (queue.length > 0) {
      onItsWay = queue
      queue = []
      const problem = await problemOf(vault.append(log, encodeRecords(onItsWay)))
      if (problem !== null) queue = [...onItsWay, ...queue]
      onItsWay = []
      tell(problem)
      if (problem !== null) {
        callOff = wait(TRY_AGAIN, begin)
        break
      }
      pieces++
    }
    working = undefined
    if (pieces > MOST_PIECES) void fold()
  }
  const fold = async (): Promise<void> => {
    pieces = 0
    const foldNow = async (): Promise<void> => {
      const all = await vault.pieces(log)
      if (all.length > 1) await vault.fold(log, all.length, foldPieces(all))
    }
    // A log that could not be folded is only longer than it need be: the next changes try again.
    await alone(`fold ${log}`, foldNow).catch(() => undefined)
  }
  const follow = (update: Uint8Array, from: unknown): void => {
    if (from !== origin) put({ kind: 'update', update })
  }
  const stop = async (): Promise<void> => {
    doc.off('update', follow)
    await working
    closed = true
    callOff?.()
  }
  doc.on('update', follow)

  return {
    load: async () => {
      const all = await vault.pieces(log)
      const noted = replay(doc, all, origin)
      pieces = all.length
      if (pieces > MOST_PIECES) void fold()
      return noted
    },
    isFrom: (from) => from === origin,
    note: (noted) => {
      for (const record of recordsOf(noted)) put(record)
    },
    kept: (): KeptHere => ({ unkept: updatesIn(onItsWay) + updatesIn(queue), failure }),
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear: async () => {
      await stop()
      await alone(`fold ${log}`, () => vault.drop(log))
    },
    close: stop,
  }
}

function recordsOf({ pending, epoch }: Partial<Noted>): LogRecord[] {
  return [
    ...(epoch === undefined ? [] : [{ kind: 'epoch', epoch } as const]),
    ...(pending === undefined ? [] : [{ kind: 'pending', pending } as const]),
  ]
}

function updatesIn(records: readonly LogRecord[]): number {
  return records.filter(({ kind }) => kind === 'update').length
}

/** Why something failed, in plain words; null once it was done. */
async function problemOf(doing: Promise<void>): Promise<string | null> {
  try {
    await doing
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
