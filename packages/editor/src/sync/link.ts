/**
 * A document and the room it belongs to, kept the same: the y-websocket protocol with durable acknowledgements.
 *
 * A key of the person here is drawn before anything else is done: what they wrote is sent behind that frame, and what
 * others did is gathered (`gather.ts`) and shown behind it too.
 */

import type { CloseReason } from '@travaux/core'
import { applyAwarenessUpdate, removeAwarenessStates, type Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { behindFrame } from '../app/frame.ts'
import type { OpenSocket } from '../host/seam.ts'
import { Connection, type ConnectionStatus } from './connection.ts'
import { answerFrame, askFrame, awarenessFrame, readFrame, type Frame, type Hello, type OthersFrame } from './frame.ts'
import { openGatherer } from './gather.ts'
import { Outgoing } from './outgoing.ts'
import { applyWhole, isBlank } from './whole.ts'

export interface Link {
  readonly status: () => ConnectionStatus
  /** Changes made here that no server has confirmed as durable. */
  readonly pending: () => number
  /** Connects, with so many changes left over from earlier. */
  readonly resume: (pending: number) => void
  readonly close: () => void
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
  /** Hears what can be read of a text before the whole of it is there; what comes behind that waits until it is drawn. */
  readonly headed: (head: Uint8Array) => void
  readonly synced: () => void
  readonly changed: () => void
}

/** Prepares a link; it connects when it is told to `resume`. */
export function openLink(options: LinkOptions): Link {
  return new RoomLink(options)
}

/** What comes in has the link for its origin. */
class RoomLink implements Link {
  readonly #options: LinkOptions
  readonly #connection: Connection
  readonly #outgoing: Outgoing
  readonly #incoming = openGatherer<OthersFrame>((frames) => this.#show(frames))
  #cancelSweep: (() => void) | undefined
  /** Frames that wait for the head to be drawn, while they do. */
  #behindHead: Uint8Array[] | undefined
  #cancelHead: (() => void) | undefined

  constructor(options: LinkOptions) {
    const { openSocket, doc, awareness, changed } = options
    this.#options = options
    this.#connection = new Connection({
      openSocket,
      opened: () => this.#greet(),
      heard: (bytes) => this.#hear(bytes),
      lost: () => this.#lost(),
      changed,
    })
    this.#outgoing = new Outgoing({
      post: (frame) => this.#connection.send(frame),
      silent: () => this.#connection.hangUp(),
    })
    doc.on('update', this.#noteChange)
    awareness.on('update', this.#noteMove)
    globalThis.addEventListener?.('pagehide', this.#outgoing.send)
  }

  status(): ConnectionStatus {
    return this.#connection.status
  }

  pending(): number {
    return this.#outgoing.pending
  }

  resume(pending: number): void {
    this.#outgoing.resume(pending)
    this.#connection.connect()
  }

  close(): void {
    const { doc, awareness } = this.#options
    this.#outgoing.send()
    this.#outgoing.lost()
    this.#cancelSweep?.()
    this.#cancelHead?.()
    this.#behindHead = undefined
    this.#incoming.stop()
    doc.off('update', this.#noteChange)
    awareness.off('update', this.#noteMove)
    globalThis.removeEventListener?.('pagehide', this.#outgoing.send)
    this.#connection.close()
  }

  #greet(): void {
    const { doc, awareness } = this.#options
    this.#connection.send(askFrame(doc))
    renewPresence(awareness)
  }

  #lost(): void {
    this.#showBehindHead()
    this.#outgoing.lost()
    this.#incoming.show()
    this.#forgetOthers()
  }

  #hear(bytes: Uint8Array): void {
    if (this.#behindHead) {
      this.#behindHead.push(bytes)
      return
    }
    const frame = readFrame(bytes)
    if (frame) this.#take(frame)
  }

  #take(frame: Frame): void {
    switch (frame.kind) {
      case 'hello':
        return this.#meet(frame.hello)
      case 'ask':
        return this.#answer(frame.vector)
      case 'head':
        return this.#lead(frame.update)
      case 'answer':
        return this.#arrive(frame.update)
      case 'saved':
        return this.#confirm(frame.count)
      case 'askAwareness':
        return this.#announce()
      case 'update':
      case 'awareness':
        return this.#incoming.add(frame)
      default:
        return frame satisfies never
    }
  }

  #meet(hello: Hello): void {
    const reason = this.#options.greeted(hello)
    if (reason) this.#connection.hangUp(reason.code)
  }

  #answer(vector: Uint8Array): void {
    this.#options.beforeReceive()
    this.#outgoing.answer(answerFrame(this.#options.doc, vector))
  }

  /** Taking in a whole text keeps the page from drawing anything for a while. */
  #lead(head: Uint8Array): void {
    if (!isBlank(this.#options.doc)) return
    this.#options.headed(head)
    this.#behindHead = []
    this.#cancelHead = behindFrame(this.#showBehindHead)
  }

  readonly #showBehindHead = (): void => {
    this.#cancelHead?.()
    const frames = this.#behindHead ?? []
    this.#behindHead = undefined
    for (const frame of frames) this.#hear(frame)
  }

  #arrive(update: Uint8Array): void {
    this.#options.beforeReceive()
    this.#apply(update, isBlank(this.#options.doc) ? applyWhole : Y.applyUpdate)
    this.#options.synced()
  }

  #confirm(frames: number): void {
    this.#outgoing.acknowledge(frames)
    this.#options.changed()
  }

  /** Shows what others did since the last time, in one transaction; carets after the words they stand in. */
  #show(frames: readonly OthersFrame[]): void {
    const { doc, awareness, beforeReceive } = this.#options
    // Outside of the transaction: what the person here typed until now must not pass for somebody else's.
    beforeReceive()
    const show = (): void => updatesIn(frames, 'update').forEach((update) => this.#apply(update))
    // Not as a change made here: the binding carries carets only along what others did.
    Y.transact(doc, show, this, false)
    for (const update of updatesIn(frames, 'awareness')) applyAwarenessUpdate(awareness, update, this)
  }

  #apply(update: Uint8Array, apply = Y.applyUpdate): void {
    try {
      apply(this.#options.doc, update, this)
    } catch (error) {
      // Whoever watches the document failed, not the document: what comes after is taken all the same.
      console.error('A change was taken, but not by all who watch the text', error)
    }
  }

  /** Whom nothing is heard of any more is not known of either: coming back, they are told of as they were. */
  #forgetOthers(): void {
    const { doc, awareness } = this.#options
    const others = [...awareness.meta.keys()].filter((id) => id !== doc.clientID)
    removeAwarenessStates(awareness, others, this)
    for (const id of others) awareness.meta.delete(id)
  }

  readonly #noteChange = (update: Uint8Array, origin: unknown): void => {
    if (origin === this || !this.#options.isOwn(origin)) return
    this.#outgoing.add(update)
    this.#incoming.typed()
    this.#cancelSweep ??= behindFrame(this.#sweep)
    this.#options.changed()
  }

  readonly #sweep = (): void => {
    this.#cancelSweep = undefined
    this.#outgoing.send()
    this.#incoming.show()
  }

  readonly #noteMove = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void => {
    if ([...added, ...updated, ...removed].includes(this.#options.doc.clientID)) this.#announce()
  }

  #announce(): void {
    const { doc, awareness } = this.#options
    // Nobody hears of a caret before the words it stands in.
    this.#outgoing.send()
    this.#connection.send(awarenessFrame(awareness, doc.clientID))
  }
}

function updatesIn(frames: readonly OthersFrame[], kind: OthersFrame['kind']): readonly Uint8Array[] {
  return frames.filter((frame) => frame.kind === kind).map(({ update }) => update)
}

/** Announces who is here as news: nobody takes the first state of a client, or one they have seen leave. */
function renewPresence(awareness: Awareness): void {
  const state = awareness.getLocalState()
  if (state !== null) awareness.setLocalState(state)
}
