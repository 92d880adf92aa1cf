/** What a load needs to know of a server to drive it: how it is started, and how its clients speak. */

import type { Draft } from '@travaux/core'

/** What a frame from a server says, whatever its dialect. */
export type Heard =
  | { readonly kind: 'ask'; readonly vector: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly answer: boolean }
  /** So many update frames of this socket, counted from its first, are taken. */
  | { readonly kind: 'savedTo'; readonly count: number }
  /** One more update frame of this socket is taken. */
  | { readonly kind: 'savedOne' }
  | { readonly kind: 'awareness' }
  | { readonly kind: 'other' }

/** How to reach one room as one person. */
export interface Seat {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Sent as soon as the socket is open. */
  readonly greeting: readonly Uint8Array[]
  /** A frame of the y-websocket protocol as this server takes it. */
  readonly wrap: (frame: Uint8Array) => Uint8Array
  readonly hear: (bytes: Uint8Array) => Heard
}

/** A server at work, as a process of its own. */
export interface Served {
  readonly pid: () => number
  /** The folder it keeps its data in. */
  readonly data: string
  /** The seat of the n-th person in a room. */
  readonly seat: (room: string, person: number) => Seat
  /** Puts a text into a room, before anybody is in it. */
  readonly fill: (room: string, draft: Draft) => Promise<void>
  readonly kill: () => Promise<void>
  /** Starts it again on the same data and port. */
  readonly restart: () => Promise<void>
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>
}

export interface Peer {
  readonly name: string
  /** Whether it tells a client that its updates are taken. */
  readonly acknowledges: boolean
  /** Whether a joiner is served the text: a hub only passes frames on. */
  readonly keepsText: boolean
  readonly start: () => Promise<Served>
}
