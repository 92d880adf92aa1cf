/**
 * Frames of the sync socket, as a client reads and writes them:
 *
 *     frame      = sync | awareness | query | saved | hello
 *     sync       = 0 (0 stateVector | 1 update: the answer | 2 update)
 *     awareness  = 1 update
 *     query      = 3
 *     saved      = 100 count         from the server: so many of this socket's update frames are durable
 *     hello      = 101 epoch member  from the server, first of all: what this copy must fit
 *     head       = 102 update        from the server, before the whole of a long text: what can be read of it at once
 */

import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness'
import * as sync from 'y-protocols/sync'
import type * as Y from 'yjs'

/** What the server says of itself before anything else. */
export interface Hello {
  /** Changes when the body is restored from a backup. */
  readonly epoch: string
  /** Whom the socket is signed in as. */
  readonly member: string
}

/** What the server says. */
export type Frame =
  | { readonly kind: 'hello'; readonly hello: Hello }
  /** Asks for what this copy has beyond a state vector. */
  | { readonly kind: 'ask'; readonly vector: Uint8Array }
  /** What can be read before the whole is there: a document of its own. */
  | { readonly kind: 'head'; readonly update: Uint8Array }
  /** All that this copy lacked. */
  | { readonly kind: 'answer'; readonly update: Uint8Array }
  | { readonly kind: 'saved'; readonly count: number }
  | { readonly kind: 'askAwareness' }
  | OthersFrame

/** What somebody else did: it may wait for more of its kind. */
export type OthersFrame =
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }

const SYNC = 0
const AWARENESS = 1
const ASK_AWARENESS = 3
const SAVED = 100
const HELLO = 101
const HEAD = 102

/** Reads a frame of the server; undefined where it is of a kind that this version does not know. */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  const decoder = decoding.createDecoder(bytes)
  switch (decoding.readVarUint(decoder)) {
    case SYNC:
      return syncFrom(decoder)
    case AWARENESS:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case ASK_AWARENESS:
      return { kind: 'askAwareness' }
    case SAVED:
      return { kind: 'saved', count: decoding.readVarUint(decoder) }
    case HELLO:
      return { kind: 'hello', hello: helloFrom(decoder) }
    case HEAD:
      return { kind: 'head', update: decoding.readVarUint8Array(decoder) }
    default:
      return undefined
  }
}

function syncFrom(decoder: decoding.Decoder): Frame | undefined {
  switch (decoding.readVarUint(decoder)) {
    case sync.messageYjsSyncStep1:
      return { kind: 'ask', vector: decoding.readVarUint8Array(decoder) }
    case sync.messageYjsSyncStep2:
      return { kind: 'answer', update: decoding.readVarUint8Array(decoder) }
    case sync.messageYjsUpdate:
      return { kind: 'update', update: decoding.readVarUint8Array(decoder) }
    default:
      return undefined
  }
}

function helloFrom(decoder: decoding.Decoder): Hello {
  const epoch = decoding.readVarString(decoder)
  return { epoch, member: decoding.readVarString(decoder) }
}

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
