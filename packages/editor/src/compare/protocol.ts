/** What the comparing worker is told and what it answers. */

import type { CompareOptions, Comparison, Draft } from '@travaux/core'

/** The name under which the worker knows the living text; every other name is a draft it was given to hold. */
export const LIVING = 'living'

export type ToWorker =
  /** A Yjs update of the living text: the worker keeps a document of its own. */
  | { readonly kind: 'follow'; readonly update: Uint8Array }
  | { readonly kind: 'hold'; readonly name: string; readonly draft: Draft }
  | {
      readonly kind: 'compare'
      readonly id: number
      readonly old: string
      readonly new: string
      /** Leave out pairs that are the same: less to hand over. */
      readonly changedOnly: boolean
      /** What people said of the two sides. */
      readonly corrections: CompareOptions
    }

/** A comparison, and where its old clauses stood: in what order their ids come in the old text. */
export interface Aligned extends Comparison {
  readonly order: readonly string[]
}

export type FromWorker =
  | { readonly kind: 'done'; readonly id: number; readonly comparison: Aligned }
  | { readonly kind: 'failed'; readonly id: number; readonly says: string }
