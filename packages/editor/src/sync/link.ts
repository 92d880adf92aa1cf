/**
 * The socket to a room: the y-websocket protocol with durable acknowledgements (`frame.ts`), and connecting again.
 *
 * Until the server has asked what it lacks, changes are not sent one by one: its question is answered with all of them,
 * so that no update arrives before the one it builds on.
 *
 * A key of the person here is drawn before anything else is done: what they wrote is sent behind that frame, and what
 * others did is gathered (`gather.ts`) and shown behind it too.
 */

import { closeReason, type CloseReason } from '@travaux/core'
import * as decoding from 'lib0/decoding'
import { applyAwarenessUpdate, removeAwarenessStates, type Awareness } from 'y-protocols/awareness'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { behindFrame } from '../app/frame.ts'
import type { Socket, SocketEvent } from '../host/host.ts'
import type { OpenSocket } from '../host/seam.ts'
import { Durable } from './durable.ts'
import {
  ACK,
  answerFrame,
  askFrame,
  AWARENESS,
  awarenessFrame,
  HELLO,
  isOthers,
  isUpdate,
  QUERY_AWARENESS,
  SYNC,
  updateFrame,
} from './frame.ts'
import { openGatherer } from './gather.ts'

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

/** Milliseconds before connecting again, doubled each time up to the longest, give or take a half. */
const FIRST_PAUSE = 300
const LONGEST_PAUSE = 10_000
/** Code of a connection that ended without one, as in RFC 6455. */
const NO_ANSWER = 1006
/** Milliseconds after which a server that owes an acknowledgement and says nothing is taken for gone. */
const SILENCE = 15_000

/** Prepares a link; it connects when it is told to `resume`. */
export function openLink(options: LinkOptions): Link {
  const { openSocket, doc, awareness, isOwn, greeted, beforeReceive, synced, changed } = options
  let status: LinkStatus = { kind: 'connecting' }
  let socket: Socket | undefined
  let answered = false
  const durable = new Durable()
  let pause = FIRST_PAUSE
  let timer: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let closed = false
  /** Own changes that wait to be sent, each with how many were made up to it. */
  let outgoing: { readonly update: Uint8Array; readonly made: number }[] = []
  let cancelSweep: (() => void) | undefined

  const enter = (next: LinkStatus): void => {
    status = next
    changed()
  }

  const post = (frame: () => Uint8Array): void => {
    if (socket && status.kind === 'open') socket.send(frame())
  }

  const listen = (): void => {
    clearTimeout(silence)
    silence = setTimeout(() => durable.pending > 0 && hangUp(), SILENCE)
  }

  /** `made`: how many of the changes made here the server has once it took this frame. */
  const postCovered = (made: number, frame: () => Uint8Array): void => {
    if (durable.send(made)) listen()
    post(frame)
  }

  const sendOutgoing = (): void => {
    for (const { update, made } of outgoing.splice(0)) postCovered(made, () => updateFrame(update))
  }

  /** Shows what others did since the last time, in one transaction; carets after the words they stand in. */
  const incoming = openGatherer((frames) => {
    const [words, carets] = [frames.filter(isUpdate), frames.filter((frame) => !isUpdate(frame))]
    // Outside of the transaction: what the person here typed until now must not pass for somebody else's.
    beforeReceive()
    // Not as a change made here: the binding carries carets only along what others did.
    Y.transact(doc, () => words.forEach(takeUpdate), options, false)
    carets.forEach(take)
  })

  const sweep = (): void => {
    cancelSweep = undefined
    sendOutgoing()
    incoming.show()
  }

  const takeUpdate = (frame: Uint8Array): void => {
    const decoder = decoding.createDecoder(frame)
    decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    sync.readUpdate(decoder, doc, options)
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
    // All of it goes with the answer.
    outgoing = []
    const lacking = decoding.readVarUint8Array(decoder)
    postCovered(durable.made, () => answerFrame(doc, lacking))
  }

  const takeAck = (count: number): void => {
    durable.acknowledge(count)
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
    // Nobody hears of a caret before the words it stands in.
    sendOutgoing()
    post(() => awarenessFrame(awareness, doc.clientID))
  }

  const greet = (): void => {
    pause = FIRST_PAUSE
    enter({ kind: 'open' })
    post(() => askFrame(doc))
    renewPresence()
  }

  /** Announces who is here as news: nobody takes the first state of a client, or one they have seen leave. */
  const renewPresence = (): void => {
    const state = awareness.getLocalState()
    if (state !== null) awareness.setLocalState(state)
  }

  /** Whom nothing is heard of any more is not known of either: coming back, they are told of as they were. */
  const forgetOthers = (): void => {
    const others = [...awareness.meta.keys()].filter((id) => id !== doc.clientID)
    removeAwarenessStates(awareness, others, options)
    for (const id of others) awareness.meta.delete(id)
  }

  const connect = (): void => {
    clearTimeout(timer)
    if (closed || socket) return
    answered = false
    outgoing = []
    durable.restart()
    const opened = openSocket((event) => {
      if (socket === opened) hear(event)
    })
    socket = opened
  }

  const hear = (event: SocketEvent): void => {
    if (event.kind === 'open') greet()
    else if (event.kind === 'closed') leave(event.code)
    else if (isOthers(event.bytes)) incoming.add(event.bytes)
    else take(event.bytes)
  }

  const hangUp = (code = NO_ANSWER): void => {
    socket?.close()
    leave(code)
  }

  const leave = (code: number): void => {
    socket = undefined
    clearTimeout(silence)
    if (closed) return
    incoming.show()
    forgetOthers()
    const reason = closeReason(code)
    if (reason?.advice === 'stop') return enter({ kind: 'refused', reason })
    enter({ kind: 'waiting' })
    timer = setTimeout(connect, pause * (0.5 + Math.random()))
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }

  const hasNews = (update: Uint8Array, origin: unknown): void => {
    if (origin === options || !isOwn(origin)) return
    durable.make(1)
    incoming.typed()
    if (answered) outgoing.push({ update, made: durable.made })
    cancelSweep ??= behindFrame(sweep)
    changed()
  }

  const hasMoved = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void => {
    if ([...added, ...updated, ...removed].includes(doc.clientID)) announce()
  }

  const hurry = (): void => {
    if (status.kind === 'waiting') connect()
  }

  /** The browser lost its network: the socket would be silent for a while before it were taken for gone. */
  const lose = (): void => {
    if (socket) hangUp()
  }

  doc.on('update', hasNews)
  awareness.on('update', hasMoved)
  globalThis.addEventListener?.('online', hurry)
  globalThis.addEventListener?.('offline', lose)
  globalThis.addEventListener?.('pagehide', sendOutgoing)

  return {
    status: () => status,
    pending: () => durable.pending,
    resume: (pending) => {
      durable.make(pending)
      connect()
    },
    close: () => {
      sendOutgoing()
      closed = true
      cancelSweep?.()
      incoming.stop()
      clearTimeout(timer)
      clearTimeout(silence)
      doc.off('update', hasNews)
      awareness.off('update', hasMoved)
      globalThis.removeEventListener?.('online', hurry)
      globalThis.removeEventListener?.('offline', lose)
      globalThis.removeEventListener?.('pagehide', sendOutgoing)
      socket?.close()
    },
  }
}
