/** Backspace and Delete between two clauses: joining them. */

import type * as Y from 'yjs'
import type { Beside } from '../yjs/insert.ts'
import { charactersOf, idKey, spansBetween, type CharacterId } from '../yjs/items.ts'
import { clausesOf, textIn, type YClause } from '../yjs/stored.ts'
import { carryTail } from './copies.ts'
import { act, type Hand } from './hand.ts'
import { Journeys } from './journeys.ts'
import { knownBeside } from './known.ts'
import { isJoined } from './stray.ts'

/**
 * Backspace at the start of a clause, or Delete at the end of the one before: all words of `id` go to the end of
 * `into`, and `id` is gone into it. Children keep their place in reading order (`clause/unit.ts`).
 * @returns the offset in `into` where the words were joined, or undefined where nothing could be merged
 */
export function mergeClause(hand: Hand, id: string, into: string): number | undefined {
  const clauses = clausesOf(hand.doc)
  const [from, to] = [clauses.get(id), clauses.get(into)]
  const target = to && textIn(to)
  if (!from || !target || id === into) return undefined
  return act(hand, () => {
    const offset = target.length
    carryTail(from, to, { offset: 0, upon: knownBeside(hand.doc, from), ...besideStruck(from, target) })
    from.set('gone', { by: hand.by, at: hand.now(), into })
    return offset
  })
}

/**
 * What is deleted and stands nowhere may come back, and then stands in front of what was joined on since; but not what once
 * stood among that. What is left in a clause that was joined on itself goes after the rest of that, and what is joined on to
 * it behind all of it.
 */
function besideStruck(from: YClause, target: Y.Text): Beside {
  const [{ doc }, text] = [from, textIn(from)]
  if (!doc || !text) return {}
  let journeys: Journeys | undefined
  let roots: ReadonlySet<string> | undefined
  const rootOf = (id: CharacterId): string => idKey((journeys ??= new Journeys(doc)).rootOf(id))
  return {
    over: (id) => isJoined(target) || !(journeys ??= new Journeys(doc)).stands(id),
    until: (id) => (roots ??= new Set(charactersIn(text).map(rootOf))).has(rootOf(id)),
  }
}

function charactersIn(text: Y.Text): CharacterId[] {
  return spansBetween(text, 0, text.length).flatMap(charactersOf)
}
