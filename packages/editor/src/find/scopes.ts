/** Where to search: in everything, or in clauses of some kinds. */

import type { Kind } from '@travaux/core'

export const scopes = {
  everywhere: undefined,
  headings: ['title', 'preamble', 'part', 'chapter', 'article', 'annex'],
  recitals: ['recital'],
  provisions: ['paragraph', 'point', 'text', 'alternative'],
  entries: ['entry'],
} as const satisfies Readonly<Record<string, readonly Kind[] | undefined>>
export type Scope = keyof typeof scopes

export const scopeNames = Object.keys(scopes) as Scope[]

/** The scope that a search has the kinds of. */
export function scopeOf(kinds: readonly string[] | undefined): Scope {
  return scopeNames.find((name) => scopes[name] === kinds) ?? 'everywhere'
}
