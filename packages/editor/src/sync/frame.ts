/**
 * Frames of the sync socket, as a client writes and tells them apart:
 *
 *     frame      = sync | awareness | query | ack | hello
 *     sync       = 0 (0 stateVector | 1 update | 2 update)
 *     awareness  = 1 update
 *     query      = 3
 *     ack        = 100 count         from the server: so many of this socket's update frames are durable
 *     hello      = 101 epoch member  from the server, first of all: what this copy must fit
 */

import * as encoding from 'lib0/encoding'
import { encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness'
import * as sync from 'y-protocols/sync'
import type * as Y from 'yjs'

export const SYNC = 0
export const AWARENESS = 1
export const QUERY_AWARENESS = 3
export const ACK = 100
export const HELLO = 101

/** Asks the server for what it has beyond this document. */
export function askFrame(doc: Y.Doc): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC)
    sync.writeSyncStep1(encoder, doc)
  })
}

/** All that the document has beyond a state vector. */
export function answerFrame(doc: Y.Doc, vector: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC)
    sync.writeSyncStep2(encoder, doc, vector)
  })
}

/** One change, as Yjs encoded it. */
export function updateFrame(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC)
    sync.writeUpdate(encoder, update)
  })
}

/** What a client says of itself: who it is and where its caret is. */
export function awarenessFrame(awareness: Awareness, client: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [client]))
  })
}

/** Whether a frame holds one more change of somebody else. */
export function isUpdate([type, kind]: Uint8Array): boolean {
  return type === SYNC && kind === sync.messageYjsUpdate
}

/** Whether a frame says what somebody else did: it may wait for others of its kind. */
export function isOthers(frame: Uint8Array): boolean {
  return isUpdate(frame) || frame[0] === AWARENESS
}
