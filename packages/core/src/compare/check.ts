/** The self-check: a comparison that does not lead from the old text to the new one and back is never shown. */

import type { Clause } from '../clause/clause.ts'
import { textOf } from '../clause/words.ts'
import type { Comparison, Pair, Side, WordOp } from './comparison.ts'

/**
 * Applies a comparison to the old clauses and undoes it on the new ones.
 * @throws if either does not give the other text to the letter, or if a clause is missing or stands twice.
 */
export function checkComparison({ pairs }: Comparison, old: readonly Clause[], now: readonly Clause[]): void {
  checkSides(
    pairs.flatMap((pair) => pair.old),
    old,
    'old',
  )
  checkSides(
    pairs.flatMap((pair) => pair.new),
    now,
    'new',
  )
  for (const pair of pairs) checkWords(pair)
}

function checkSides(sides: readonly Side[], clauses: readonly Clause[], which: string): void {
  const byId = new Map(sides.map((side) => [side.id, side]))
  if (sides.length !== clauses.length || byId.size !== clauses.length)
    throw new Error(
      `The comparison is wrong: it has ${sides.length} ${which} clauses where the text has ${clauses.length}.`,
    )
  for (const { id, words } of clauses) {
    if (byId.get(id)?.text !== textOf(words))
      throw new Error(`The comparison is wrong: ${which} clause ${id} does not stand in it as it is.`)
  }
}

function checkWords(pair: Pair): void {
  const before = joinedText(pair.old)
  const after = joinedText(pair.new)
  if (applied(pair.words, '-') !== before || applied(pair.words, '+') !== after)
    throw new Error(
      `The comparison is wrong: the words of ${[...pair.old, ...pair.new][0]?.number ?? 'a pair'} do not lead from one text to the other.`,
    )
}

/** Several clauses of one side read as one text, a line each. */
export function joinedText(sides: readonly { readonly text: string }[]): string {
  const [first, ...rest] = sides
  return first && rest.length === 0 ? first.text : sides.map(({ text }) => text).join('\n')
}

/** The text of one side: `-` for the old one, `+` for the new one. */
export function applied(words: readonly WordOp[], side: '-' | '+'): string {
  let text = ''
  for (const [op, part] of words) if (op === '=' || op === side) text += part
  return text
}
