/**
 * Frames of the y-websocket protocol, one message each:
 *
 *     frame     = 0 sync | 1 bytes(awareness update) | 2 auth | 3 (what awareness is there?) | 100 count
 *               | 101 string(epoch) string(member) | 102 bytes(update)
 *     sync      = 0 bytes(state vector) | 1 bytes(update: the answer) | 2 bytes(update)
 *
 * Numbers are lib0 varuints, `bytes` and `string` are a length and that many bytes. Three go only from server to client:
 * 100, so many update frames of this socket, counted from its first, are now durable; 101, before all others, in
 * which epoch the record is and who the socket is signed in as; and 102, before the whole of a long text, its head.
 */

import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export type Frame =
  | { readonly kind: 'ask'; readonly vector: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly answer: boolean }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'askAwareness' }
  | { readonly kind: 'auth' }

const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const ASK_AWARENESS = 3
const SAVED = 100
const HELLO = 101
const HEAD = 102

const ASK = 0
const ANSWER = 1
const UPDATE = 2

/** Reads a frame, or gives undefined where it is none: nothing may stand behind its end. */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = frameFrom(decoder)
    return frame?.kind === 'auth' || !decoding.hasContent(decoder) ? frame : undefined
  } catch {
    return undefined
  }
}

function frameFrom(decoder: decoding.Decoder): Frame | undefined {
  switch (decoding.readVarUint(decoder)) {
    case SYNC:
      return syncFrom(decoder)
    case AWARENESS:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case AUTH:
      return { kind: 'auth' }
    case ASK_AWARENESS:
      return { kind: 'askAwareness' }
    default:
      return undefined
  }
}

function syncFrom(decoder: decoding.Decoder): Frame | undefined {
  const type = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  switch (type) {
    case ASK:
      return { kind: 'ask', vector: bytes }
    case ANSWER:
      return { kind: 'update', update: bytes, answer: true }
    case UPDATE:
      return { kind: 'update', update: bytes, answer: false }
    default:
      return undefined
  }
}

/** Asks a client for what it has beyond this state vector. */
export function askFrame(vector: Uint8Array): Uint8Array {
  return syncFrame(ASK, vector)
}

export function answerFrame(update: Uint8Array): Uint8Array {
  return syncFrame(ANSWER, update)
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(UPDATE, update)
}

/** The long part is copied once, into a frame of just the size. */
function syncFrame(type: number, bytes: Uint8Array): Uint8Array {
  const head = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC)
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint(encoder, bytes.length)
  })
  const frame = new Uint8Array(head.length + bytes.length)
  frame.set(head)
  frame.set(bytes, head.length)
  return frame
}

export function awarenessFrame(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS)
    encoding.writeVarUint8Array(encoder, update)
  })
}

export function savedFrame(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SAVED)
    encoding.writeVarUint(encoder, count)
  })
}

/** Tells a client, before anything else, what its own copy of the text must fit: the epoch, and who it is here. */
export function helloFrame(epoch: string, member: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, HELLO)
    encoding.writeVarString(encoder, epoch)
    encoding.writeVarString(encoder, member)
  })
}

/** What can be read of a long text before the whole of it is there: a document of its own, as an update. */
export function headFrame(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, HEAD)
    encoding.writeVarUint8Array(encoder, update)
  })
}
