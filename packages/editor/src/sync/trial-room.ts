/** A room of a server in memory, with its protocol: for tests of what a page does when it is refused or comes back. */

import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import type { OpenSocket } from '../host/seam.ts'

export interface TrialRoom {
  readonly doc: Y.Doc
  /** Changes from now on: how the server greets, and the code with which it ends a socket that sends a change. */
  readonly is: (now: Partial<Standing>) => void
  readonly openSocket: OpenSocket
  /** Updates taken, so far. */
  readonly taken: () => number
}

interface Standing {
  readonly reachable: boolean
  readonly epoch: string
  readonly member: string
  readonly refuses: number | null
}

/** A room with an empty text, for `ana`. */
export function openTrialRoom(): TrialRoom {
  const doc = new Y.Doc()
  let standing: Standing = { reachable: true, epoch: 'first', member: 'ana', refuses: null }
  let taken = 0
  const openSocket: OpenSocket = (heard) => {
    const { reachable, epoch, member } = standing
    let listener = heard
    let acknowledged = 0
    const tell = (write: (encoder: encoding.Encoder) => void): void =>
      listener({ kind: 'frame', bytes: encoding.encode(write) })
    const greet = (): void => {
      if (!reachable) return listener({ kind: 'closed', code: 1006, reason: '' })
      listener({ kind: 'open' })
      tell((encoder) => {
        encoding.writeVarUint(encoder, 101)
        encoding.writeVarString(encoder, epoch)
        encoding.writeVarString(encoder, member)
      })
      tell((encoder) => {
        encoding.writeVarUint(encoder, 0)
        sync.writeSyncStep1(encoder, doc)
      })
    }
    const take = (bytes: Uint8Array): void => {
      const decoder = decoding.createDecoder(bytes)
      if (decoding.readVarUint(decoder) !== 0) return
      const answer = encoding.createEncoder()
      encoding.writeVarUint(answer, 0)
      const isChange = bytes[1] !== sync.messageYjsSyncStep1
      if (isChange && standing.refuses !== null)
        return listener({ kind: 'closed', code: standing.refuses, reason: 'Refused' })
      sync.readSyncMessage(decoder, answer, doc, 'page')
      if (!isChange) return listener({ kind: 'frame', bytes: encoding.toUint8Array(answer) })
      taken++
      acknowledged++
      tell((encoder) => {
        encoding.writeVarUint(encoder, 100)
        encoding.writeVarUint(encoder, acknowledged)
      })
    }
    queueMicrotask(greet)
    return {
      send: (bytes) => queueMicrotask(() => take(bytes)),
      // As every host has it, nothing is told any more.
      close: () => (listener = () => undefined),
    }
  }
  return { doc, is: (now) => (standing = { ...standing, ...now }), openSocket, taken: () => taken }
}
