/**
 * What the desktop shell gives the editor beyond what every page has. It stands as `window.travaux`, put there by the
 * shell's preload script; a page in a browser has none. This file is the whole contract between the two: the shell
 * implements it, the editor uses nothing else of the shell.
 *
 * Everything is asynchronous and made of plain values and bytes, so that it can cross between processes. The shell knows
 * from the window itself which server a call belongs to: a page cannot name another.
 */

/** Where the editor runs, as told once when it starts. */
export interface About {
  /** The name a server has on this computer; stands for it in file names and nowhere else. */
  readonly server: string
  /** Address of the server as people know it, for showing. */
  readonly address: string
  readonly platform: 'windows' | 'mac' | 'linux'
  /** Whether what is kept is encrypted with a key from the system's keychain; where it is not, people are told. */
  readonly encrypted: boolean
  /** Version of the application. */
  readonly version: string
  /** The presenter's window shows a text in large type and follows; it never writes. */
  readonly presenting: boolean
}

/**
 * Bytes kept on this computer, for the server of this window. Fulfilled means durable: on the disk, encrypted.
 * A log is a list of pieces that only grows and may be folded. Every call fails with an `Error` in plain words where
 * nothing could be read or written, for example because the disk is full; nothing is lost then.
 */
export interface Vault {
  readonly read: (name: string) => Promise<Uint8Array | undefined>
  readonly write: (name: string, value: Uint8Array) => Promise<void>
  readonly remove: (name: string) => Promise<void>
  readonly names: (prefix: string) => Promise<readonly string[]>
  readonly append: (log: string, piece: Uint8Array) => Promise<void>
  readonly pieces: (log: string) => Promise<readonly Uint8Array[]>
  /** Puts one piece in the place of the first `count`, at once or not at all. */
  readonly fold: (log: string, count: number, into: Uint8Array) => Promise<void>
  readonly drop: (log: string) => Promise<void>
}

/** What happens to a socket that the shell holds open for the page. */
export type SocketEvent =
  | { readonly kind: 'open' }
  | { readonly kind: 'frame'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed'; readonly code: number; readonly reason: string }

/** A socket to one room of this window's server, signed in by the shell: no secret ever reaches a page. */
export interface Socket {
  readonly send: (bytes: Uint8Array) => void
  readonly close: () => void
}

/** What the native menus, a deep link or another window ask of the page. */
export type Order =
  /** A command by its name in the editor's table of commands. */
  | { readonly kind: 'command'; readonly name: string }
  /** An address inside the application, as `app/route.ts` reads it. */
  | { readonly kind: 'go'; readonly path: string }
  /** A file given by dialog, drop or double click, to be imported as a new text. */
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }

/** A line of the shell's list of recent texts, by which people find them without a network. */
export interface KnownText {
  readonly id: string
  readonly title: string
  readonly symbol: string
  /** Whether the person asked to keep it on this computer. */
  readonly kept: boolean
}

export interface DesktopHost {
  readonly about: () => Promise<About>
  readonly vault: Vault
  /** Opens a socket to a room such as `text:t1`; what happens to it is told to `listener` until it is closed. */
  readonly openSocket: (room: string, listener: (event: SocketEvent) => void) => Socket
  /** Calls back with what menus and links ask; returns how to stop. Orders given before anyone listened wait. */
  readonly onOrder: (listener: (order: Order) => void) => () => void
  /** Tells the shell which text this window shows, for its title, the recent texts and those kept. */
  readonly showing: (text: KnownText | null) => Promise<void>
  /** Which commands can be done now, so that the menus show it. */
  readonly offer: (commands: readonly string[]) => Promise<void>
  /** Shows a notification of the system; pressing it brings the window to the front and goes to `path`. */
  readonly notify: (note: { readonly title: string; readonly body: string; readonly path: string }) => Promise<void>
  /** The number on the application's icon; 0 takes it away. */
  readonly badge: (unread: number) => Promise<void>
  /** Asks where to save, and saves; false where the person thought better of it. */
  readonly save: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<boolean>
  /** Prints the page as its print style has it, on paper or into a PDF file. */
  readonly print: (to: 'paper' | 'pdf') => Promise<boolean>
  /** Opens another window on this server: a text to write, or one to present on a second screen. */
  readonly openWindow: (how: { readonly path: string; readonly present: boolean }) => Promise<void>
  /** Language of the text in this window, for the spelling. */
  readonly spelling: (language: string) => Promise<void>
}

declare global {
  interface Window {
    /** Only in the desktop shell. */
    readonly travaux?: DesktopHost
  }
}
