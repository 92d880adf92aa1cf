/** The clauses that were deleted: kept, and restorable where they stood. */

import * as Y from 'yjs'
import { readingOrder, type Loose } from '../clause/tree.ts'
import { shownTexts } from './shown.ts'
import { clausesOf, goneOf, isHidden, kindOf, placeOf, type YClause } from '../yjs/stored.ts'

/** A deleted clause, with its words as they are read: references and footnotes written out. */
export interface DeletedClause {
  readonly id: string
  readonly kind: string
  readonly text: string
}

/** A clause with what stood beneath it and went in the same stroke. */
export interface Deletion {
  /** In reading order, the one that the others stood beneath first. */
  readonly clauses: readonly DeletedClause[]
  /** Who deleted them: a member's id. */
  readonly by: string
  /** When, by the clock of whoever deleted them: milliseconds since 1970. */
  readonly at: number
  /** The nearest clause above that still stands, '' for none: restored, it stands in there. */
  readonly beneath: string
}

interface Stored extends Loose {
  readonly stored: YClause
}

/**
 * What was deleted and holds words, the last deleted first. Clauses merged away are not among it: their words live on.
 * Cost: O(n log n), and the words of what was deleted.
 */
export function deletions(doc: Y.Doc): Deletion[] {
  const all = everyClause(doc)
  const shown = shownTexts(doc)
  const stored = new Map(all.map(({ clause }) => [clause.id, clause.stored]))
  const found: Deletion[] = []
  const open = new Map<string, DeletedClause[]>()
  for (const { clause, container } of all) {
    const gone = goneOf(clause.stored)
    if (!gone || gone.into !== undefined || !isHidden(clause.stored)) continue
    const deleted = { id: clause.id, kind: kindOf(clause.stored), text: shown(clause.id, clause.stored).text }
    const above = stored.get(container)
    const stroke = above && sameStroke(above, clause.stored) ? open.get(container) : undefined
    const clauses = stroke ?? []
    clauses.push(deleted)
    open.set(clause.id, clauses)
    if (!stroke) found.push({ clauses, by: gone.by, at: gone.at, beneath: standingAbove(stored, container) })
  }
  return found.filter(({ clauses }) => clauses.some(({ text }) => text !== '')).toSorted((a, b) => b.at - a.at)
}

/** Deleted clauses and living ones, where they stand or stood. */
function everyClause(doc: Y.Doc) {
  const loose: Stored[] = []
  for (const [id, stored] of clausesOf(doc)) {
    if (stored instanceof Y.Map) loose.push({ id, ...placeOf(stored), hidden: false, stored })
  }
  return readingOrder(loose)
}

function sameStroke(a: YClause, b: YClause): boolean {
  const [one, other] = [goneOf(a), goneOf(b)]
  return one !== undefined && one.into === undefined && one.by === other?.by && one.at === other.at
}

function standingAbove(stored: ReadonlyMap<string, YClause>, container: string): string {
  const seen = new Set<string>()
  let at = container
  for (let clause = stored.get(at); clause && isHidden(clause) && !seen.has(at); clause = stored.get(at)) {
    seen.add(at)
    at = placeOf(clause).parent
  }
  return stored.has(at) && !seen.has(at) ? at : ''
}
