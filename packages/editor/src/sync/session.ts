/** One open text: its document, who is present, and what is known to be saved. */

import type { CloseReason } from '@travaux/core'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'

/** What a person is told about their words. `pending`: changes made here that no server has confirmed as durable. */
export type SaveState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly pending: number }
  /** `kept`: how many of them this computer has confirmed as kept; `failure`: why it could not keep the others. */
  | { readonly kind: 'offline'; readonly pending: number; readonly kept: number; readonly failure: string | null }
  /** `kept`: the words are set aside on this computer's shelf (`kept.ts`); the text can be opened again without them. */
  | { readonly kind: 'refused'; readonly reason: CloseReason; readonly pending: number; readonly kept: boolean }

/** Who a caret belongs to. The server overwrites it from the session: it is never believed from a client. */
export interface Presence {
  readonly member: string
  readonly name: string
  readonly delegation: string
  readonly code: string
}

export interface Session {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Fulfilled once the text is there, from the server or from this computer. */
  readonly ready: Promise<void>
  /** Fulfilled with the head of a long text that has yet to come from the server: to be read, and no part of the document. */
  readonly head: Promise<Y.Doc>
  readonly state: () => SaveState
  /** Calls back on every change of state until the returned function is called. */
  readonly watch: (listener: (state: SaveState) => void) => () => void
  /** Calls back before anything from the server is applied, so that a view can first read what the browser holds. */
  readonly beforeReceive: (listener: () => void) => () => void
  /** Fulfilled once everything is kept that can be. */
  readonly close: () => Promise<void>
}

export interface SessionOptions {
  readonly room: string
  /** Member id: the copy on this computer is kept apart for each. */
  readonly member: string
}
