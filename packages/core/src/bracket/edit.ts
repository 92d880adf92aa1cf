/** Bracketing and lifting brackets, as changes of one clause's words. */

import { plainWords } from '../clause/words.ts'
import { clausesOf, textIn, textOfStored } from '../yjs/stored.ts'
import { insertWords } from '../yjs/insert.ts'
import { act, type Hand } from '../edit/hand.ts'
import { noteChoice } from './choice.ts'
import { readBrackets, rivals, type Bracket } from './read.ts'

/** Characters of a clause to delete, or text to insert at an offset. */
type Cut = { readonly at: number; readonly length: number } | { readonly at: number; readonly text: string }

/** Applies changes from the last to the first, so that offsets of the others hold; one step for undo. */
function change(hand: Hand, clause: string, cuts: readonly Cut[]): boolean {
  const stored = clausesOf(hand.doc).get(clause)
  const text = stored && textIn(stored)
  if (!text || cuts.length === 0) return false
  hand.doc.transact(() => {
    for (const cut of cuts.toSorted((a, b) => b.at - a.at)) {
      if ('text' in cut) insertWords(text, cut.at, plainWords(cut.text))
      else text.delete(cut.at, cut.length)
    }
  }, hand.origin)
  return true
}

/** Brackets the characters from `from` up to `to`, attributed where sponsors are named. */
export function bracketRange(
  hand: Hand,
  clause: string,
  range: { from: number; to: number },
  sponsors: readonly string[] = [],
): boolean {
  if (range.from >= range.to) return false
  const opening = sponsors.length > 0 ? `[${sponsors.join(', ')}: ` : '['
  return change(hand, clause, [
    { at: range.to, text: ']' },
    { at: range.from, text: opening },
  ])
}

/** A stretch of one clause's words. */
export interface Stretch {
  readonly clause: string
  readonly from: number
  readonly to: number
}

/** Brackets stretches of several clauses, each by itself, attributed alike; one step for undo. */
export function bracketRanges(hand: Hand, ranges: readonly Stretch[], sponsors: readonly string[] = []): boolean {
  return act(hand, () => ranges.filter((range) => bracketRange(hand, range.clause, range, sponsors)).length > 0)
}

/** Attributes a pair to sponsors, in place of those it had. */
export function attributeBracket(
  hand: Hand,
  clause: string,
  { from, inner }: Bracket,
  sponsors: readonly string[],
): boolean {
  const start = from + 1
  const old = inner > start ? [{ at: start, length: inner - start }] : []
  const fresh = sponsors.length > 0 ? [{ at: start, text: `${sponsors.join(', ')}: ` }] : []
  return change(hand, clause, [...old, ...fresh])
}

/** Takes a pair's brackets and attribution away; the wording stays. */
export function liftBracket(hand: Hand, clause: string, { from, inner, to }: Bracket): boolean {
  return change(hand, clause, [
    { at: to - 1, length: 1 },
    { at: from, length: inner - from },
  ])
}

/** Lifts the brackets of one wording and deletes its rivals, with the spaces that parted them. */
export function keepRival(hand: Hand, clause: string, kept: Bracket): boolean {
  const stored = clausesOf(hand.doc).get(clause)
  if (!stored) return false
  const text = textOfStored(stored)
  const group = rivals(text, readBrackets(text), kept)
  const [first, last] = [group[0], group.at(-1)]
  if (!first || !last) return false
  return act(hand, () => {
    if (group.length > 1) noteChoice(stored, { from: first.from, to: last.to }, { from: kept.inner, to: kept.to - 1 })
    return change(hand, clause, [
      { at: kept.to - 1, length: last.to - kept.to + 1 },
      { at: first.from, length: kept.inner - first.from },
    ])
  })
}
