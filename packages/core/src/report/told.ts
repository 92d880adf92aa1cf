/** What happened to a clause, in words beside its number. */

import { changes, type Change, type Pair } from '../compare/comparison.ts'
import { cited } from './summary.ts'
import type { ReportWords } from './words.ts'

/** Each change with its words: `moved from Article 4(2)`, or that it moved and has the number it had. Nothing for what is the same. */
export function toldOf(pair: Pair, words: ReportWords): { readonly change: Change; readonly says: string }[] {
  return changes
    .filter((change) => change !== 'same' && pair.changes.includes(change))
    .map((change) => ({ change, says: told(change, pair, words) }))
}

function told(change: Change, { old, new: now }: Pair, words: ReportWords): string {
  switch (change) {
    case 'moved':
      return cited(old) === cited(now) ? words.movedKept : words.movedFrom(cited(old))
    case 'renumbered':
      return words.wasNumber(cited(old))
    case 'split':
      return words.splitInto(cited(old), cited(now))
    case 'merged':
      return words.mergedInto(cited(old), cited(now))
    case 'amended':
    case 'added':
    case 'deleted':
    case 'same':
      return words.kinds[change].toLowerCase()
    default:
      return change satisfies never
  }
}
