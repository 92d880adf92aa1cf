/** The copy of a room's document on this computer: a seam with one implementation for browsers and one for the desktop. */

/** What is noted beside the words. */
export interface Noted {
  /** Changes made here that no server has confirmed as durable. */
  readonly pending: number
  /** Epoch of the record that the copy was made from; '' where none was told yet. */
  readonly epoch: string
}

export interface Copy {
  /** Reads everything kept into the document, and tells what was noted. Rejects where it could not be read. */
  readonly load: () => Promise<Noted>
  /** Whether a change to the document came out of this copy. */
  readonly isFrom: (origin: unknown) => boolean
  /** Notes something beside the changes; what was changed before is kept with it or earlier. */
  readonly note: (noted: Partial<Noted>) => void
  /** What is safely on this computer, as far as the copy was told. */
  readonly kept: () => KeptHere
  /** Calls back whenever `kept` has changed. */
  readonly watch: (listener: () => void) => () => void
  /** Lets go of everything that is kept; nothing is kept of the document any more. */
  readonly clear: () => Promise<void>
  /** Follows the document no more; fulfilled once what it still held is kept, or cannot be. */
  readonly close: () => Promise<void>
}

export interface KeptHere {
  /** Changes to the document that the store has not confirmed yet. */
  readonly unkept: number
  /** Why the last attempt to keep something failed, in plain words; it is tried again. */
  readonly failure: string | null
}
