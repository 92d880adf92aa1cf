/** Replacing what was found. */

import { EMBED } from '../clause/words.ts'
import type { Hand } from '../edit/hand.ts'
import { shownTexts } from '../embed/shown.ts'
import { insertWords } from '../yjs/insert.ts'
import { clausesOf, sliceOf, textIn, textOfStored } from '../yjs/stored.ts'
import type * as Y from 'yjs'
import { hitsIn, wantedBy, type Hit, type Match, type Search, type Wanted } from './find.ts'

export interface Replaced {
  readonly replaced: number
  /** How many still stand because they take in a reference or the sign of a footnote, which are no words. */
  readonly left: number
}

/** What is to be done in one clause. */
interface Plan {
  readonly text: Y.Text
  readonly hits: readonly Hit[]
  readonly left: readonly Hit[]
}

/**
 * Replaces matches, in one step for undo; the new words take the marks of the first replaced character. In a pattern's
 * replacement `$1` and `$&` have their usual meaning. Matches that no longer hold what was found are left alone, and so are
 * those that take in a reference or the sign of a footnote.
 */
export function replaceWords(hand: Hand, search: Search, matches: readonly Match[], by: string): Replaced {
  const wanted = wantedBy(search)
  if (typeof wanted === 'string') return { replaced: 0, left: 0 }
  const shown = shownTexts(hand.doc)
  const plans = [...Map.groupBy(matches, ({ clause }) => clause)].flatMap(([id, asked]) =>
    planFor(hand.doc, id, { asked, shown, wanted }),
  )
  const saying = ({ found }: Hit): string => (search.pattern ? expand(by, found) : by)
  hand.doc.transact(() => {
    for (const { text, hits } of plans) for (const hit of hits.toReversed()) replaceOne(text, hit, saying(hit))
  }, hand.origin)
  return { replaced: plans.flatMap(({ hits }) => hits).length, left: plans.flatMap(({ left }) => left).length }
}

interface Planning {
  readonly asked: readonly Match[]
  readonly shown: ReturnType<typeof shownTexts>
  readonly wanted: Wanted
}

/** Finds again what was asked for: what references say depends on the text, and so all is found before any is replaced. */
function planFor(doc: Y.Doc, id: string, { asked, shown, wanted }: Planning): Plan[] {
  const stored = clausesOf(doc).get(id)
  const text = stored && textIn(stored)
  if (!text) return []
  const wantedHere = new Set(asked.map(keyOf))
  const standing = hitsIn(shown(id, stored), wanted, false).filter((hit) => wantedHere.has(keyOf(hit)))
  const words = textOfStored(stored)
  const isLeft = ({ from, to }: Hit): boolean => words.slice(from, to).includes(EMBED)
  return [{ text, hits: standing.filter((hit) => !isLeft(hit)), left: standing.filter(isLeft) }]
}

function keyOf({ from, to }: Pick<Match, 'from' | 'to'>): string {
  return `${from} ${to}`
}

function replaceOne(text: Y.Text, { from, to }: Hit, by: string): void {
  const marks = sliceOf(text, from, 1)[0]?.attributes ?? {}
  text.delete(from, to - from)
  if (by !== '') insertWords(text, from, [{ insert: by, attributes: marks }])
}

/** `$1` to `$99`, `$&` and `$$`, as in `String.replace`. */
function expand(by: string, found: RegExpExecArray): string {
  return by.replace(/\$(\$|&|\d{1,2})/g, (written, name: string) => {
    if (name === '$') return '$'
    if (name === '&') return found[0]
    return Number(name) < found.length ? (found[Number(name)] ?? '') : written
  })
}
