/**
 * The socket to a room: the y-websocket protocol with durable acknowledgements, and connecting again.
 *
 *     frame      = sync | awareness | query | ack
 *     sync       = 0 (0 stateVector | 1 update | 2 update)
 *     awareness  = 1 update
 *     query      = 3
 *     ack        = 100 count         from the server: so many of this socket's update frames are durable
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

const SYNC = 0
const AWARENESS = 1
const QUERY_AWARENESS = 3
const ACK = 100

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

export interface LinkOptions {
  readonly url: string
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Whether a change with this origin was made by the person here. */
  readonly isOwn: (origin: unknown) => boolean
  readonly beforeReceive: () => void
  readonly synced: () => void
  readonly changed: () => void
}

const FIRST_PAUSE = 300
const LONGEST_PAUSE = 10_000
/** A server that owes an acknowledgement and says nothing for so long is taken for gone. */
const SILENCE = 15_000

/** Prepares a link; it connects when it is told to `resume`. */
export function openLink(options: LinkOptions): Link {
  const { url, doc, awareness, isOwn, beforeReceive, synced, changed } = options
  let status: LinkStatus = { kind: 'connecting' }
  let socket: WebSocket | undefined
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
    if (socket?.readyState !== WebSocket.OPEN) return
    const encoder = encoding.createEncoder()
    write(encoder)
    socket.send(encoding.toUint8Array(encoder))
  }

  const listen = (): void => {
    clearTimeout(silence)
    silence = setTimeout(() => made > durable && socket?.close(), SILENCE)
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

  const take = ({ data }: MessageEvent<ArrayBuffer>): void => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const type = decoding.readVarUint(decoder)
    if (type === SYNC) takeSync(decoder)
    else if (type === AWARENESS) applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), options)
    else if (type === QUERY_AWARENESS) announce()
    else if (type === ACK) takeAck(decoding.readVarUint(decoder))
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
    socket = new WebSocket(url)
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', greet)
    socket.addEventListener('message', take)
    socket.addEventListener('close', ({ code }) => leave(code))
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
      socket?.close(1000)
    },
  }
}
