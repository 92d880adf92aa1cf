/** Holding on to words while others write: where these very words are now, or that they are there no more. */

import { clausesOf, makeAnchor, resolveAnchor, sliceOf, textIn, type Stretch } from '@travaux/core'
import type * as Y from 'yjs'

/**
 * Holds the words of a stretch from now on.
 * @returns finds where they are, in whichever clause they are by then: exactly these words, and none that others wrote
 * beside them; undefined where any of them was deleted or changed, others were written among them, or the stretch was of
 * no words at all
 */
export function hold(doc: Y.Doc, stretch: Stretch): () => Stretch | undefined {
  const anchor = stretch.from < 0 ? undefined : makeAnchor(doc, stretch.clause, stretch.from, stretch.to)
  const words = anchor && wordsIn(doc, stretch)
  return () => {
    const at = anchor && resolveAnchor(doc, anchor)
    if (at?.kind !== 'words' || wordsIn(doc, at) !== words) return undefined
    return { clause: at.clause, from: at.from, to: at.to }
  }
}

/** What a stretch says, whatever its marks; a reference or a footnote as what it is. */
function wordsIn(doc: Y.Doc, { clause, from, to }: Stretch): string {
  const stored = clausesOf(doc).get(clause)
  const text = stored && textIn(stored)
  const runs = text ? sliceOf(text, from, to - from) : []
  return runs.map(({ insert }) => (typeof insert === 'string' ? insert : JSON.stringify(insert))).join('')
}
