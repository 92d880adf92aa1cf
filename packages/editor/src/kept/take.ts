/** Which kept words are not in the living text, and taking them over clause by clause. */

import {
  adoptClause,
  adoptPlace,
  canonicalJson,
  clausesOf,
  compare,
  isHidden,
  placeOf,
  readDraft,
  wordsOf,
  type Draft,
  type Hand,
  type Pair,
} from '@travaux/core'
import type * as Y from 'yjs'
import { withKept, type Kept, type Taken } from '../sync/kept.ts'

/** What the kept words would change: the text as it would be, and the clauses that would differ. */
export interface Missing {
  readonly draft: Draft
  readonly pairs: readonly Pair[]
}

/** Compares the living text with what it would be had the kept words been taken. */
export function missingFrom(living: Y.Doc, kept: Pick<Kept, 'state'>): Missing {
  const draft = withKept(living, kept)
  const { pairs } = compare(readDraft(living), draft)
  return { draft, pairs: pairs.filter(hasWords) }
}

/** Renumbering follows from other changes: there is nothing in it to take over. */
function hasWords({ changes }: Pair): boolean {
  return changes.some((change) => change !== 'same' && change !== 'renumbered')
}

/** The ids of all clauses of a pair, each once. */
function idsOf(pair: Pair): readonly string[] {
  return [...new Set([...pair.new, ...pair.old].map(({ id }) => id))]
}

/** Makes the clauses of a pair what they are in the draft, and their parents where they do not stand in the text. */
export function takeOver(hand: Hand, draft: Draft, pair: Pair): void {
  for (const id of idsOf(pair)) {
    for (const parent of missingParents(hand.doc, draft, id)) adoptClause(hand, draft, parent)
    adoptClause(hand, draft, id)
    if (pair.changes.includes('moved')) adoptPlace(hand, draft, id)
  }
}

/** The clauses above one in a draft that do not stand in the text, topmost first. */
function missingParents(doc: Y.Doc, draft: Draft, id: string): readonly string[] {
  const parent = draft.clauses.find((clause) => clause.id === id)?.parent
  if (parent === undefined || parent === '' || stateOf(doc, parent) !== '') return []
  return [...missingParents(doc, draft, parent), parent]
}

/** What to note before a pair is taken over. */
export function takenBefore(doc: Y.Doc, pair: Pair): readonly Taken[] {
  return idsOf(pair).map((clause) => ({ clause, before: stateOf(doc, clause) }))
}

/** Whether a pair was taken over and that was not undone since. */
export function isTaken(doc: Y.Doc, taken: readonly Taken[], pair: Pair): boolean {
  return idsOf(pair).every((id) => {
    const last = taken.findLast(({ clause }) => clause === id)
    return last !== undefined && last.before !== stateOf(doc, id)
  })
}

/** The place and words of a clause; '' where it does not stand in the text. */
function stateOf(doc: Y.Doc, id: string): string {
  const clause = clausesOf(doc).get(id)
  return clause && !isHidden(clause) ? canonicalJson([placeOf(clause), wordsOf(clause)]) : ''
}
