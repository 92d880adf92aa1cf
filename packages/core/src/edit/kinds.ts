/** Which kind a clause takes from where it stands: what Enter starts and what Tab turns it into. */

import { shownKind, type Kind } from '../clause/kind.ts'

const beneath: Readonly<Record<Kind, Kind>> = {
  title: 'text',
  preamble: 'recital',
  recital: 'point',
  part: 'article',
  chapter: 'article',
  article: 'paragraph',
  paragraph: 'point',
  point: 'point',
  text: 'point',
  alternative: 'text',
  annex: 'entry',
  entry: 'entry',
}

/** The kind that naturally stands directly beneath a clause of this kind; at the root, unnumbered text. */
export function kindBeneath(kind: string | undefined): Kind {
  return kind === undefined ? 'text' : beneath[shownKind(kind)]
}

/** Kinds that a change of depth turns into one another; the rest keep theirs wherever they go. */
const changing: ReadonlySet<string> = new Set(['paragraph', 'point', 'entry', 'recital'])

/** The kind of a clause after it came to stand beneath `parentKind`. */
export function kindAfterMove(kind: string, parentKind: string | undefined): string {
  if (!changing.has(kind) || parentKind === undefined) return kind
  const natural = kindBeneath(parentKind)
  return changing.has(natural) ? natural : kind
}
