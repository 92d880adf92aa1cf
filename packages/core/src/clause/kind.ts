/** What a clause can be, and which kinds may stand beneath which when a drafter indents or pastes. */

export const kinds = [
  'title',
  'preamble',
  'recital',
  'part',
  'chapter',
  'article',
  'paragraph',
  'point',
  'text',
  'alternative',
  'annex',
  'entry',
] as const

export type Kind = (typeof kinds)[number]

const known: ReadonlySet<string> = new Set(kinds)

/** The kind to show a clause as: a kind this version does not know is shown as `text` and kept as it is. */
export function shownKind(kind: string): Kind {
  return known.has(kind) ? (kind as Kind) : 'text'
}

/** Kinds whose words are a heading for the clauses beneath them. */
const headings: ReadonlySet<string> = new Set(['title', 'preamble', 'part', 'chapter', 'article', 'annex'])

/** Whether the words of a clause of this kind are a heading rather than a provision. */
export function isHeading(kind: string): boolean {
  return headings.has(kind)
}
