/** What a clause can be, and whether its words are a heading. Which kinds may stand beneath which: `holds.ts`. */

/** Every kind that this version knows, in the order they are offered in. */
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
