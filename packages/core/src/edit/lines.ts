/** Putting lines in where a caret is: each is a clause as Enter would start it. */

import type { Point } from '../clause/clause.ts'
import { textOf, type Words } from '../clause/words.ts'
import { insertWords } from '../yjs/insert.ts'
import { newClause } from '../yjs/write.ts'
import { clausesOf, textIn } from '../yjs/stored.ts'
import { act, find, type Hand } from './hand.ts'
import { Rows } from './order.ts'
import { alike, splitClause, startAt } from './split.ts'

/**
 * Puts the first line in at a point, starts a clause for every further one, and leaves what followed the point behind the
 * last. In a text that shows no clause, where the point is in '', the first line starts one. Cost: as two times Enter,
 * however many lines.
 * @returns the end of the last line
 */
export function insertLines(hand: Hand, at: Point, [first = [], ...rest]: readonly Words[]): Point | undefined {
  const last = rest.pop()
  return act(hand, () => {
    const end = writeAt(hand, startAt(hand, at), first)
    const next = last && end && splitClause(hand, end.clause, end.offset)
    if (!last || next === undefined) return end
    addBefore(hand, next, rest)
    return writeAt(hand, { clause: next, offset: 0 }, last)
  })
}

function writeAt({ doc }: Hand, { clause, offset }: Point, words: Words): Point | undefined {
  const stored = clausesOf(doc).get(clause)
  const text = stored && textIn(stored)
  if (text) insertWords(text, offset, words)
  return text && { clause, offset: offset + textOf(words).length }
}

/** Adds clauses like another before it. */
function addBefore(hand: Hand, id: string, lines: readonly Words[]): void {
  const found = lines.length > 0 ? find(hand, id) : undefined
  if (!found) return
  const rows = new Rows(hand.doc)
  const { container } = found.here
  const ids = lines.map(() => hand.newId())
  const places = rows.placeAfter(ids, container, rows.before(container, id))
  const { kind, option } = alike(found)
  for (const [nth, { parent, order }] of places.entries()) {
    const clause = { kind, parent, words: lines[nth] ?? [], ...(option !== undefined && { option }) }
    clausesOf(hand.doc).set(ids[nth] ?? '', newClause(clause, order))
  }
}
