/** What differs between a page in a browser and a window of the desktop: everything else of the editor is the same. */

import type * as Y from 'yjs'
import type { Copy } from '../sync/copy.ts'
import type { Shelf } from '../sync/kept.ts'
import type { LetterBox } from '../wire/outbox.ts'
import type { Store } from '../app/store.ts'
import type { Readings } from './readings.ts'
import type { About, DesktopHost, Socket, SocketEvent } from './host.ts'

export type OpenSocket = (listener: (event: SocketEvent) => void) => Socket

/** A file to be handed to the person. */
export interface FileToSave {
  /** With its extension; every system takes it as a file name. */
  readonly name: string
  readonly type: string
  readonly content: string | Uint8Array<ArrayBuffer>
}

/** What a window of the desktop can do that a page cannot. */
export interface Desktop {
  readonly about: About
  readonly shell: DesktopHost
  readonly readings: Readings
  /** Whether the server could be reached when it was last tried. */
  readonly reach: Store<Reach>
  /** Name of the log that holds a member's copy of a room. */
  readonly logOf: (member: string, room: string) => string
}

export interface Reach {
  readonly reachable: boolean
}

export interface Host {
  /** Opens a socket to a room of the server that the page came from. */
  readonly openSocket: (room: string, listener: (event: SocketEvent) => void) => Socket
  /** The copy of a room, apart for each member. It follows `doc` from now on. */
  readonly openCopy: (member: string, room: string, doc: Y.Doc) => Copy
  readonly openShelf: (member: string) => Shelf
  readonly openLetters: (member: string) => LetterBox
  /** Lets the person save a file; false where they thought better of it. */
  readonly saveFile: (file: FileToSave) => Promise<boolean>
  /** Prints the page as its print style has it. */
  readonly print: () => void
  /** What only the desktop can do; null in a browser. */
  readonly desktop: Desktop | null
}
