/**
 * One socket after another to the same room:
 *
 *     idle ──> opening ──> open ──> pausing ──> opening ──> …
 *
 * A socket that ends, open or not, is followed by a pause, or by `refused` where its code says to stop. `closed` follows
 * on any of them. From the last two nothing leads on.
 */

import { closeReason, type CloseReason } from '@travaux/core'
import type { Socket, SocketEvent } from '../host/host.ts'
import type { OpenSocket } from '../host/seam.ts'

/**
 * Whether the server is heard. `connecting`: it is tried for the first time, and there was no reason yet to say that it
 * cannot be reached. `waiting`: it was not heard, or not any more, and is tried again.
 */
export type ConnectionStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly reason: CloseReason }

type State =
  | { readonly kind: 'idle' }
  /** `hope`: until when the first socket may still open; null for the ones behind it, and once that time is over. */
  | { readonly kind: 'opening'; readonly socket: Socket; readonly hope: ReturnType<typeof setTimeout> | null }
  | { readonly kind: 'open'; readonly socket: Socket }
  | { readonly kind: 'pausing'; readonly timer: ReturnType<typeof setTimeout> }
  | { readonly kind: 'refused'; readonly reason: CloseReason }
  | { readonly kind: 'closed'; readonly last: ConnectionStatus }

export interface ConnectionOptions {
  readonly openSocket: OpenSocket
  /** A socket is open, as the status says already. */
  readonly opened: () => void
  readonly heard: (frame: Uint8Array) => void
  /** The socket is gone; the status says so only afterwards. */
  readonly lost: () => void
  /** The status is another. */
  readonly changed: () => void
}

/** Milliseconds that the first socket may take to open before the server is taken for one that is not heard. */
const HOPE = 3000
/** Milliseconds before connecting again, doubled each time up to the longest, give or take a half. */
const FIRST_PAUSE = 300
const LONGEST_PAUSE = 10_000
/** Code of a connection that ended without one, as in RFC 6455. */
const NO_ANSWER = 1006

export class Connection {
  readonly #options: ConnectionOptions
  #state: State = { kind: 'idle' }
  #pause = FIRST_PAUSE

  constructor(options: ConnectionOptions) {
    this.#options = options
    globalThis.addEventListener?.('online', this.#hurry)
    globalThis.addEventListener?.('offline', this.#lose)
  }

  get status(): ConnectionStatus {
    const state = this.#state
    switch (state.kind) {
      case 'idle':
        return { kind: 'connecting' }
      case 'opening':
        return { kind: state.hope === null ? 'waiting' : 'connecting' }
      case 'open':
        return { kind: 'open' }
      case 'pausing':
        return { kind: 'waiting' }
      case 'refused':
        return state
      case 'closed':
        return state.last
      default:
        return state satisfies never
    }
  }

  /** Opens the first socket, or the next one without waiting any longer; nothing where there is one, or shall be none. */
  readonly connect = (): void => {
    const before = this.#state
    if (before.kind === 'pausing') clearTimeout(before.timer)
    else if (before.kind !== 'idle') return
    const socket = this.#options.openSocket((event) => {
      if (this.#socket === socket) this.#hear(event)
    })
    const hope = before.kind === 'idle' ? setTimeout(this.#despair, HOPE) : null
    this.#state = { kind: 'opening', socket, hope }
  }

  /** Sends a frame; nothing while no socket is open. */
  send(frame: Uint8Array): void {
    if (this.#state.kind === 'open') this.#state.socket.send(frame)
  }

  /** Ends the socket that stands as if the server had ended it with that code. */
  hangUp(code = NO_ANSWER): void {
    const socket = this.#socket
    if (!socket) return
    socket.close()
    this.#leave(code)
  }

  close(): void {
    globalThis.removeEventListener?.('online', this.#hurry)
    globalThis.removeEventListener?.('offline', this.#lose)
    const [before, socket] = [this.#state, this.#socket]
    this.#state = { kind: 'closed', last: this.status }
    if (before.kind === 'pausing') clearTimeout(before.timer)
    giveUpHope(before)
    socket?.close()
  }

  get #socket(): Socket | undefined {
    return this.#state.kind === 'opening' || this.#state.kind === 'open' ? this.#state.socket : undefined
  }

  #hear(event: SocketEvent): void {
    switch (event.kind) {
      case 'open':
        return this.#open()
      case 'frame':
        return this.#options.heard(event.bytes)
      case 'closed':
        return this.#leave(event.code)
      default:
        return event satisfies never
    }
  }

  #open(): void {
    if (this.#state.kind !== 'opening') return
    giveUpHope(this.#state)
    this.#pause = FIRST_PAUSE
    this.#state = { kind: 'open', socket: this.#state.socket }
    this.#options.changed()
    this.#options.opened()
  }

  #leave(code: number): void {
    this.#options.lost()
    giveUpHope(this.#state)
    const reason = closeReason(code)
    this.#state = reason?.advice === 'stop' ? { kind: 'refused', reason } : this.#pausing()
    this.#options.changed()
  }

  #pausing(): State {
    const timer = setTimeout(this.connect, this.#pause * (0.5 + Math.random()))
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE)
    return { kind: 'pausing', timer }
  }

  /** The first socket has not opened for long. It still may. */
  readonly #despair = (): void => {
    if (this.#state.kind !== 'opening') return
    this.#state = { ...this.#state, hope: null }
    this.#options.changed()
  }

  readonly #hurry = (): void => {
    if (this.#state.kind === 'pausing') this.connect()
  }

  /** The browser lost its network: the socket would be silent for a while before it were taken for gone. */
  readonly #lose = (): void => this.hangUp()
}

function giveUpHope(state: State): void {
  if (state.kind === 'opening' && state.hope !== null) clearTimeout(state.hope)
}
