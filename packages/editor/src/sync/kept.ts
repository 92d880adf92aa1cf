/**
 * Words the server refused for good: set aside on this computer, apart from the text's own store, so that the text can be
 * opened again without them and nothing is lost. What they would have changed is shown as a comparison.
 */

import { closeReasons, readDraft, type CloseReason, type Draft, newDocument } from '@travaux/core'
import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import * as Y from 'yjs'
import { z } from 'zod'

const final: ReadonlySet<number> = new Set(
  (['readOnly', 'forged', 'unfit', 'tooLarge', 'malformed', 'restored'] as const).map(
    (name) => closeReasons[name].code,
  ),
)

/** Whether a close reason means that what was written here was not taken and never will be as it is. */
export function refusesForGood({ code }: CloseReason): boolean {
  return final.has(code)
}

const takenSchema = z.object({
  clause: z.string(),
  /** The clause as it stood until then; where it stands so again, taking over was undone. */
  before: z.string(),
})
/** A clause whose kept words were taken over into the living text. */
export type Taken = z.infer<typeof takenSchema>

export const keptSchema = z.object({
  id: z.string(),
  room: z.string(),
  /** Milliseconds since 1970 by this computer's clock. */
  at: z.number(),
  /** Close code of the refusal. */
  code: z.number(),
  state: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  taken: z.array(takenSchema).default([]),
})

/** One refused state of a text. */
export type Kept = z.infer<typeof keptSchema>

/** A state as it is set aside. */
export type Refused = Omit<Kept, 'id' | 'taken'>

/** Where the refused words of one member are kept. */
export interface Shelf {
  /** Fulfilled once they are safely there; the same words again are kept once. */
  readonly keep: (refused: Refused) => Promise<void>
  /** What is kept of a room, newest first. */
  readonly list: (room: string) => Promise<readonly Kept[]>
  /** Notes which clauses were taken over. */
  readonly note: (id: string, taken: readonly Taken[]) => Promise<void>
  readonly drop: (id: string) => Promise<void>
}

/** The same for the same words of a room, however often and by however many windows they are set aside. */
export function idOf({ room, state }: Pick<Kept, 'room' | 'state'>): string {
  return `${room} ${toHexString(digest(state))}`
}

/** Sorted by when they were refused. */
export function newestFirst(kept: readonly Kept[]): readonly Kept[] {
  return kept.toSorted((a, b) => b.at - a.at)
}

/** The text as the person had it when it was refused. */
export function keptDraft({ state }: Pick<Kept, 'state'>): Draft {
  return withKept(newDocument(), { state })
}

/** The living text as it would stand had the refused words been taken: compare it with the living text to see them. */
export function withKept(living: Y.Doc, { state }: Pick<Kept, 'state'>): Draft {
  const merged = newDocument()
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(living))
  Y.applyUpdate(merged, state)
  const draft = readDraft(merged)
  merged.destroy()
  return draft
}
