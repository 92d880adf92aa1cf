/**
 * Words that undo brought back. Yjs writes deleted characters again under new ids of whoever undoes; noted as copies of
 * what they were, they stay their authors', comments find them, and two people who bring back the same words leave them
 * standing once. Words that another carried elsewhere meanwhile stay there: else redo would delete what alone was left of them.
 */

import * as Y from 'yjs'
import { clauseIdOf, clausesOf } from '../yjs/read.ts'
import { noteCopy, type Segment } from './copies.ts'
import { settleCopies } from './settle.ts'

/** Notes what a transaction has written again so far. Call it within that transaction, so that nobody hears of one without the other. */
export function noteRewritten({ doc, beforeState, changed, origin }: Y.Transaction): void {
  const since = beforeState.get(doc.clientID) ?? 0
  const rewritten = [...changed.keys()].flatMap((type) => rewrittenWords(type, since))
  if (rewritten.length === 0) return
  const keys = rewritten.flatMap(({ clause, segments }) => noteCopy(clause, segments) ?? [])
  settleCopies(doc, origin, new Set(keys))
}

/** What was written again in the text of a clause from a clock on. */
function rewrittenWords(type: object, since: number) {
  if (!(type instanceof Y.Text) || !type.doc) return []
  const clause = clausesOf(type.doc).get(clauseIdOf(type) ?? '')
  return clause ? [{ clause, segments: rewrittenSegments(type, since) }] : []
}

function rewrittenSegments(text: Y.Text, since: number): Segment[] {
  const segments: Segment[] = []
  for (let item = text._start; item !== null; item = item.right) {
    const again = item.redone
    if (again === null || again.clock < since || item.content instanceof Y.ContentFormat) continue
    segments.push({ client: again.client, clock: again.clock, length: item.length, source: item.id })
  }
  return segments
}
