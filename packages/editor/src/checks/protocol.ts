/** What the checking worker is told and what it answers. */

import type { Finding } from '@travaux/core'

export type ToChecker =
  /** A Yjs update of the living text: the worker keeps a document of its own. */
  { readonly kind: 'follow'; readonly update: Uint8Array } | { readonly kind: 'check' }

export type Checked =
  | { readonly ok: true; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly says: string }
