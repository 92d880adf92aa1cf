/**
 * Changes made here, on their way to the server.
 *
 * Until the server has asked what it lacks, changes are not sent one by one: its question is answered with all of them,
 * so that no update arrives before the one it builds on.
 */

import { Durable } from './durable.ts'
import { updateFrame } from './frame.ts'

export interface OutgoingOptions {
  readonly post: (frame: Uint8Array) => void
  /** The server owes an acknowledgement and has said nothing for long: it is taken for gone. */
  readonly silent: () => void
}

interface Change {
  readonly update: Uint8Array
  /** How many were made up to it. */
  readonly made: number
}

/** Milliseconds after which a server that owes an acknowledgement and says nothing is taken for gone. */
const SILENCE = 15_000

export class Outgoing {
  readonly #options: OutgoingOptions
  readonly #durable = new Durable()
  /** What waits to be sent; null until the server of this socket has asked what it lacks. */
  #waiting: Change[] | null = null
  #silence: ReturnType<typeof setTimeout> | undefined

  constructor(options: OutgoingOptions) {
    this.#options = options
  }

  /** Changes made here that no server has confirmed as durable. */
  get pending(): number {
    return this.#durable.pending
  }

  /** Counts changes left over from earlier. */
  resume(pending: number): void {
    this.#durable.make(pending)
  }

  /** Takes a change that was made now. */
  add(update: Uint8Array): void {
    this.#durable.make(1)
    this.#waiting?.push({ update, made: this.#durable.made })
  }

  /** Answers what the server asked with all that was made here; from now on it is sent what is added. */
  answer(frame: Uint8Array): void {
    this.#waiting = []
    this.#post(frame, this.#durable.made)
  }

  /** Sends what waits, in order. */
  readonly send = (): void => {
    for (const { update, made } of this.#waiting?.splice(0) ?? []) this.#post(updateFrame(update), made)
  }

  /** So many frames of this socket are durable. */
  acknowledge(frames: number): void {
    this.#durable.acknowledge(frames)
    this.#listen()
  }

  /** The socket is gone: whoever is reached next asks anew. */
  lost(): void {
    this.#waiting = null
    this.#durable.restart()
    clearTimeout(this.#silence)
  }

  /** `made`: how many of the changes made here the server has once it took this frame. */
  #post(frame: Uint8Array, made: number): void {
    if (this.#durable.send(made)) this.#listen()
    this.#options.post(frame)
  }

  #listen(): void {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => this.pending > 0 && this.#options.silent(), SILENCE)
  }
}
