/** The head of a long text: what fills a screen, to be read while the rest of it is on its way or being read. */

import * as Y from 'yjs'
import type { Draft } from '../clause/clause.ts'
import { headingOf, placedClauses, readClauses } from '../yjs/read.ts'
import { shownFrozen } from '../yjs/waiting.ts'
import { writeDraft } from '../yjs/write.ts'

/** A text of more clauses takes long enough to open for somebody to wait for it. */
const LONG = 500
/** Clauses that are more than fill a screen. */
export const HEAD = 60

/** Whether a text is so long that its head is shown first. Cost: as `placedClauses`. */
export function isLong(doc: Y.Doc): boolean {
  return placedClauses(doc).length > LONG
}

/**
 * The head of a text as a document of its own, encoded as an update; undefined where the text is not long. What it refers to
 * may not be in it. Numbers are counted from the first clause on, so they are those of the whole; of what the numbers keep
 * it has what concerns its clauses. Cost: as `placedClauses`, and the words of the head.
 */
export function encodeHead(doc: Y.Doc): Uint8Array | undefined {
  if (!isLong(doc)) return undefined
  const head = new Y.Doc()
  writeDraft(head, headOf(doc))
  return Y.encodeStateAsUpdate(head)
}

function headOf(doc: Y.Doc): Draft {
  const clauses = readClauses(doc, HEAD)
  const ids = new Set(clauses.map(({ id }) => id))
  const later = new Set(placedClauses(doc).flatMap(({ clause: { id } }) => (ids.has(id) ? [] : [id])))
  const { frozen, frozenKinds } = shownFrozen(doc)
  return {
    ...headingOf(doc),
    clauses,
    ...(frozen && { frozen: without(frozen, later) }),
    ...(frozenKinds && { frozenKinds: without(frozenKinds, later) }),
  }
}

function without<T>(kept: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(kept).filter(([id]) => !ids.has(id)))
}
