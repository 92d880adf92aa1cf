/**
 * Words that undo brought back. Yjs writes deleted characters again under new ids of whoever undoes; noted as copies of
 * what they were, they stay their authors', comments find them, and two people who bring back the same words leave them
 * standing once.
 */

import * as Y from 'yjs'
import { clauseIdOf, clausesOf } from '../yjs/read.ts'
import { noteCopy, type Segment } from './copies.ts'
import { settleCopies } from './settle.ts'

const ASIDE = { note: 'noting what undo wrote again' }

/** Notes what every undo and redo of a manager writes again. @returns a function that stops this */
export function noteRewritten(doc: Y.Doc, manager: Y.UndoManager): () => void {
  const note = (transaction: Y.Transaction): void => {
    if (transaction.origin !== manager) return
    const since = transaction.beforeState.get(doc.clientID) ?? 0
    const rewritten = [...transaction.changed.keys()].flatMap((type) => rewrittenWords(type, since))
    if (rewritten.length === 0) return
    doc.transact(() => {
      for (const { clause, segments } of rewritten) noteCopy(clause, segments)
    }, ASIDE)
    settleCopies(doc, ASIDE)
  }
  doc.on('afterTransaction', note)
  return () => doc.off('afterTransaction', note)
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
