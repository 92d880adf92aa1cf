/** Which kinds of clause may stand directly beneath which. */

import { shownKind, type Kind } from './kind.ts'

/** What each kind may hold, and the root; all that are not named hold what provisions do. */
const heldBy: Readonly<Partial<Record<Kind | '', readonly Kind[]>>> = {
  '': ['title', 'preamble', 'part', 'chapter', 'article', 'annex', 'paragraph', 'text'],
  title: [],
  preamble: ['recital', 'text'],
  part: ['chapter', 'article', 'text'],
  chapter: ['chapter', 'article', 'text'],
  article: ['paragraph', 'point', 'text', 'alternative'],
  annex: ['part', 'chapter', 'article', 'paragraph', 'point', 'text', 'alternative', 'entry'],
  alternative: ['paragraph', 'point', 'text'],
  entry: ['entry', 'text', 'alternative'],
}

const heldByProvisions: readonly Kind[] = ['point', 'text', 'alternative']

/** Whether a drafter would put a clause of this kind directly beneath one of `parent`; undefined is the root. */
export function mayHold(parent: string | undefined, kind: string): boolean {
  const held = heldBy[parent === undefined ? '' : shownKind(parent)] ?? heldByProvisions
  return held.includes(shownKind(kind))
}
