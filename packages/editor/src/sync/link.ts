/**
 * The socket to a room: the y-websocket protocol with durable acknowledgements, and connecting again.
 *
 *     frame      = sync | awareness | query | ack | hello
 *     sync       = 0 (0 stateVector | 1 update | 2 update)
 *     awareness  = 1 update
 *     query      = 3
 *     ack        = 100 count         from the server: so many of this socket's update frames are durable
 *     hello      = 101 epoch member  from the server, first of all: what this copy must fit
 *
 * Until the server has asked what it lacks, changes are not sent one by one: its question is answered with all of them,
 * so that no update arrives before the one it builds on.
 */

import { closeReason, type CloseReason } from '@travaux/core'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import {
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
  type Awareness,
} from 'y-protocols/awareness'
import * as sync from 'y-protocols/sync'
import type * as Y from 'yjs'
import type { Socket, SocketEvent } from '../host/host.ts'
import type { OpenSocket } from '../host/seam.ts'

const SYNC = 0
const AWARENESS = 1
const QUERY_AWARENESS = 3
const ACK = 100
const HELLO = 101

export type LinkStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly reason: CloseReason }

export interface Link {
  readonly status: () => LinkStatus
  /** Changes made here that no server has confirmed as durable. */
  readonly pending: () => number
  /** Connects, with so many changes left over from earlier. */
  readonly resume: (pending: number) => void
  readonly close: () => void
}

/** What the server says of itself before anything else. */
export interface Hello {
  /** Changes when the body is restored from a backup. */
  readonly epoch: string
  /** Whom the socket is signed in as. */
  readonly member: string
}

export interface LinkOptions {
  readonly openSocket: OpenSocket
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Whether a change with this origin was made by the person here. */
  readonly isOwn: (origin: unknown) => boolean
  /** Hears the server's hello; a reason ends the link before anything of the document was sent or taken. */
  readonly greeted: (hello: Hello) => CloseReason | undefined
  readonly beforeReceive: () => void
  readonly synced: () => void
  readonly changed: () => void
}

const FIRST_PAUSE = 300
const LONGEST_PAUSE = 10_000
/** Code of a connection that ended without one, as in RFC 6455. */
const NO_ANSWER = 1006
/** A server that owes an acknowledgement and says nothing for so long is taken for gone. */
const SILENCE = 15_000

/** Prepares a link; it connects when it is told to `resume`. */
export function openLink(options: LinkOptions): Link {
  const { openSocket, doc, awareness, isOwn, greeted, beforeReceive, synced, changed } = options
  let status: LinkStatus = { kind: 'connecting' }
  let socket: Socket | undefined
  let answered = false
  let made = 0
  let durable = 0
  let covers: number[] = []
  let acknowledged = 0
  let pause = FIRST_PAUSE
  let timer: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const enter = (next: LinkStatus): void => {
    status = next
    changed()
  }

  const post = (write: (encoder: encoding.Encoder) => void): void => {
    if (!socket || status.kind !== 'open') return
    const encoder = encoding.createEncoder()
    write(encoder)
    socket.send(encoding.toUint8Array(encoder))
  }

  const listen = (): void => {
    clearTimeout(silence)
    silence = setTimeout(() => made > durable && hangUp(), SILENCE)
  }

  const postCovered = (write: (encoder: encoding.Encoder) => void): void => {
    covers.push(made)
    if (covers.length === acknowledged + 1) listen()
    post(write)
  }

  const takeSync = (decoder: decoding.Decoder): void => {
    beforeReceive()
    const type = decoding.readVarUint(decoder)
    if (type === sync.messageYjsSyncStep1) return answer(decoder)
    if (type === sync.messageYjsSyncStep2) sync.readSyncStep2(decoder, doc, options)
    else sync.readUpdate(decoder, doc, options)
    if (type === sync.messageYjsSyncStep2) synced()
  }

  const answer = (decoder: decoding.Decoder): void => {
    answered = true
    const lacking = decoding.readVarUint8Array(decoder)
    postCovered((encoder) => {
      encoding.writeVarUint(encoder, SYNC)
      sync.writeSyncStep2(encoder, doc, lacking)
    })
  }

  const takeAck = (count: number): void => {
    acknowledged = count
    durable = Math.max(durable, covers[count - 1] ?? 0)
    listen()
    changed()
  }

  const takeHello = (decoder: decoding.Decoder): void => {
    const reason = greeted({ epoch: decoding.readVarString(decoder), member: decoding.readVarString(decoder) })
    if (reason) hangUp(reason.code)
  }

  const take = (frame: Uint8Array): void => {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === SYNC) takeSync(decoder)
    else if (type === AWARENESS) applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), options)
    else if (type === QUERY_AWARENESS) announce()
    else if (type === ACK) takeAck(decoding.readVarUint(decoder))
    else if (type === HELLO) takeHello(decoder)
  }

  const announce = (): void => {
    post((encoder) => {
      encoding.writeVarUint(encoder, AWARENESS)
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [doc.clientID]))
    })
  }

  const greet = (): void => {
    pause = FIRST_PAUSE
    enter({ kind: 'open' })
    post((encoder) => {
      encoding.writeVarUint(encoder, SYNC)
      sync.writeSyncStep1(encoder, doc)
    })
    if (awareness.getLocalState() !== null) announce()
  }

  const connect = (): void => {
    clearTimeout(timer)
    if (closed || socket) return
    answered = false
    covers = []
    acknowledged = 0
    const opened = openSocket((event) => {
      if (socket === opened) hear(event)
    })
    socket = opened
  }

  const hear = (event: SocketEvent): void => {
    if (event.kind === 'open') greet()
    else if (event.kind === 'frame') take(event.bytes)
    else leave(event.code)
  }

  const hangUp = (code = NO_ANSWER): void => {
    socket?.close()
    leave(code)
  }

  const leave = (code: number): void => {
    socket = undefined
    clearTimeout(silence)
    if (closed) return
    removeAwarenessStates(
      awareness,
      [...awareness.getStates().keys()].filter((id) => id !== doc.clientID),
      options,
    )
    const reason = closeReason(code)
    if (reason?.advice === 'stop') return enter({ kind: 'refused', reason })
    enter({ kind: 'waiting' })
    timer = setTimeout(connect, pause * (0.5 + Math.random()))
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }

  const hasNews = (update: Uint8Array, origin: unknown): void => {
    if (origin === options || !isOwn(origin)) return
    made++
    if (answered) {
      postCovered((encoder) => {
        encoding.writeVarUint(encoder, SYNC)
        sync.writeUpdate(encoder, update)
      })
    }
    changed()
  }

  const hasMoved = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void => {
    if ([...added, ...updated, ...removed].includes(doc.clientID)) announce()
  }

  const hurry = (): void => {
    if (status.kind === 'waiting') connect()
  }

  doc.on('update', hasNews)
  awareness.on('update', hasMoved)
  globalThis.addEventListener?.('online', hurry)

  return {
    status: () => status,
    pending: () => made - durable,
    resume: (pending) => {
      made += pending
      connect()
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      clearTimeout(silence)
      doc.off('update', hasNews)
      awareness.off('update', hasMoved)
      globalThis.removeEventListener?.('online', hurry)
      socket?.close()
    },
  }
}
