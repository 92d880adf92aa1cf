/** Taking one clause over from another state of the same text: its words by the smallest change, its place, or itself. */

import type { Clause, Draft } from '../clause/clause.ts'
import { EMBED, normalWords, type Run, type Words } from '../clause/words.ts'
import { placedClauses } from '../yjs/read.ts'
import { clausesOf, isHidden, textIn, wordsOf, type YClause } from '../yjs/stored.ts'
import { insertWords } from '../yjs/insert.ts'
import { newClause } from '../yjs/write.ts'
import type { Hand } from './hand.ts'
import { removeClauses, restoreClause } from './remove.ts'
import { placeAfter, setPlace } from './order.ts'

/**
 * Makes clause `id` what it is in `draft`: rewritten, added, restored or, where the draft does not have it, deleted. A
 * clause that stands elsewhere in the draft is not moved: places are taken over with `adoptPlace`.
 */
export function adoptClause(hand: Hand, draft: Draft, id: string): void {
  const clause = draft.clauses.find((one) => one.id === id)
  const stored = clausesOf(hand.doc).get(id)
  hand.doc.transact(() => {
    if (!clause) return removeClauses(hand, [id])
    if (!stored) return addClause(hand, draft, clause)
    if (isHidden(stored)) restoreClause(hand, id)
    return rewrite(stored, clause.words)
  }, hand.origin)
}

/** Moves clause `id` to where it stands in `draft`: behind the same sibling, or first beneath the same parent. */
export function adoptPlace(hand: Hand, draft: Draft, id: string): void {
  const clause = draft.clauses.find((one) => one.id === id)
  const stored = clausesOf(hand.doc).get(id)
  if (!clause || !stored) return
  hand.doc.transact(() => setPlace(stored, placeIn(hand, draft, clause)), hand.origin)
}

function addClause(hand: Hand, draft: Draft, clause: Clause): void {
  const place = placeIn(hand, draft, clause)
  clausesOf(hand.doc).set(clause.id, newClause({ ...clause, parent: place.parent }, place.order))
}

/** The place behind the nearest earlier sibling of the draft that stands in the text beneath the same parent. */
function placeIn(hand: Hand, draft: Draft, { id, parent }: Clause): ReturnType<typeof placeAfter> {
  const here = new Map(placedClauses(hand.doc).map((placed) => [placed.clause.id, placed]))
  const above = parent === '' || here.has(parent) ? parent : ''
  const siblings = draft.clauses.filter((one) => one.parent === parent)
  const before = siblings
    .slice(
      0,
      siblings.findIndex((one) => one.id === id),
    )
    .findLast((one) => here.get(one.id)?.parent === above)
  const container = before && here.get(before.id)?.container
  return placeAfter(hand.doc, container ?? above, before?.id ?? '', { except: new Set([id]) })
}

/** Changes what differs between the first and the last differing character; the rest keeps its author. */
function rewrite(stored: YClause, words: Words): void {
  const text = textIn(stored)
  const [before, after] = [characters(wordsOf(stored)), characters(normalWords(words))]
  const head = agreement(before, after)
  const tail = agreement(before.slice(head).toReversed(), after.slice(head).toReversed())
  const [gone, come] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  if (!text || gone.length + come.length === 0) return
  const at = lengthOf(before.slice(0, head))
  text.delete(at, lengthOf(gone))
  insertWords(text, at, normalWords(come.map(({ run }) => run)))
}

interface Character {
  readonly key: string
  readonly run: Run
}

/** A run a code point, comparable by its letter and marks; a pair of surrogates is never parted. */
function characters(words: Words): Character[] {
  return words.flatMap(({ insert, attributes }): Character[] => {
    const marks = attributes === undefined ? {} : { attributes }
    const suffix = JSON.stringify(attributes ?? null)
    if (typeof insert !== 'string') return [{ key: EMBED + JSON.stringify(insert) + suffix, run: { insert, ...marks } }]
    return Array.from(insert, (letter) => ({ key: letter + suffix, run: { insert: letter, ...marks } }))
  })
}

function lengthOf(stretch: readonly Character[]): number {
  return stretch.reduce((sum, { run }) => sum + (typeof run.insert === 'string' ? run.insert.length : 1), 0)
}

/** How many characters agree from the start. */
function agreement(a: readonly Character[], b: readonly Character[]): number {
  const end = Math.min(a.length, b.length)
  let at = 0
  while (at < end && a[at]?.key === b[at]?.key) at++
  return at
}
