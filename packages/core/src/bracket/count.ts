/** How much is still in brackets, provision by provision: the progress everybody counts. */

import type { Clause } from '../clause/clause.ts'
import { textOf } from '../clause/words.ts'
import { readBrackets } from './read.ts'

export interface BracketCount {
  /** The article, annex or other heading that the clauses stand beneath. */
  readonly heading: string
  /** Pairs, of any depth. */
  readonly pairs: number
  /** Pairs that only mark something to be filled in. */
  readonly placeholders: number
  readonly unbalanced: number
}

const headings: ReadonlySet<string> = new Set(['preamble', 'article', 'annex'])

/** Counts by the last preamble, article or annex before each clause; clauses before the first count under ''. */
export function countBrackets(clauses: readonly Clause[]): BracketCount[] {
  const counts = new Map<string, BracketCount>()
  let heading = ''
  for (const clause of clauses) {
    if (headings.has(clause.kind)) heading = clause.id
    const { pairs, unbalanced } = readBrackets(textOf(clause.words))
    const before = counts.get(heading) ?? { heading, pairs: 0, placeholders: 0, unbalanced: 0 }
    counts.set(heading, {
      heading,
      pairs: before.pairs + pairs.length,
      placeholders: before.placeholders + pairs.filter(({ placeholder }) => placeholder).length,
      unbalanced: before.unbalanced + unbalanced.length,
    })
  }
  return [...counts.values()].filter(({ pairs, unbalanced }) => pairs + unbalanced > 0)
}
