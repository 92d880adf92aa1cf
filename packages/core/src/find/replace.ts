/** Replacing what was found. */

import { EMBED, normalWords, sliceWords, type Run, type Words } from '../clause/words.ts'
import type { Hand } from '../edit/hand.ts'
import { footnoteOf, readEmbed } from '../embed/embed.ts'
import { shownTexts } from '../draft/shown.ts'
import { insertWords } from '../yjs/insert.ts'
import { clausesOf, sliceOf, textIn, textOfStored } from '../yjs/stored.ts'
import type * as Y from 'yjs'
import { inCaseOf } from './letter-case.ts'
import { hitsIn, wantedBy, type Hit, type Match, type Place, type Search, type Wanted } from './find.ts'

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
 * Replaces matches, in one step for undo; the new words take the marks of the first replaced character, and the capitals of
 * those replaced where the search ignores them (`letter-case.ts`). In a pattern's replacement `$1` and `$&` have their usual meaning. Matches that no longer hold what was found are left alone, and so are
 * those that take in a reference or the sign of a footnote. A footnote is written again with its new words, as by hand: one
 * that has none left goes.
 */
export function replaceWords(hand: Hand, search: Search, matches: readonly Match[], by: string): Replaced {
  const wanted = wantedBy(search)
  if (typeof wanted === 'string') return { replaced: 0, left: 0 }
  const shown = shownTexts(hand.doc)
  const plans = [...Map.groupBy(matches, ({ clause }) => clause)].flatMap(([id, asked]) =>
    planFor(hand.doc, id, { asked, shown, wanted }),
  )
  const saying = ({ found }: Hit): string => (search.pattern ? expand(by, found) : inCaseOf(found[0], by, search))
  hand.doc.transact(() => {
    for (const { text, hits } of plans) replaceIn(text, hits, saying)
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
  const standing = hitsIn({ id, stored, shown }, wanted, false).filter(({ place }) => wantedHere.has(keyOf(place)))
  const words = textOfStored(stored)
  const isLeft = ({ place: { from, to, note } }: Hit): boolean => !note && words.slice(from, to).includes(EMBED)
  return [{ text, hits: standing.filter((hit) => !isLeft(hit)), left: standing.filter(isLeft) }]
}

function keyOf({ from, to, note }: Place): string {
  return `${from} ${to} ${note?.from} ${note?.to}`
}

interface Edit extends Place {
  readonly by: string
}

/** From the last to the first, for places to stay what they are; a footnote once, whatever is replaced in it. */
function replaceIn(text: Y.Text, hits: readonly Hit[], saying: (hit: Hit) => string): void {
  const edits = hits.map((hit): Edit => ({ ...hit.place, by: saying(hit) }))
  for (const here of [...Map.groupBy(edits, ({ from }) => from).values()].toReversed()) {
    const [first] = here
    if (first) replaceAt(text, first, here)
  }
}

function replaceAt(text: Y.Text, { from, to, note, by }: Edit, here: readonly Edit[]): void {
  const [run] = sliceOf(text, from, 1)
  const words = note ? rewritten(run, here) : [{ ...run, insert: by }]
  const behind = text.length - from
  // A footnote behind what it was, to go along where another has that go along with what was carried on.
  insertWords(
    text,
    note ? to : from,
    words.filter(({ insert }) => insert !== ''),
    note ? {} : { side: 'before' },
  )
  text.delete(note ? from : text.length - behind, to - from)
}

/** A footnote with new words; nothing where it has none left. */
function rewritten(sign: Run | undefined, edits: readonly Edit[]): Words {
  const embed = sign && typeof sign.insert !== 'string' ? readEmbed(sign.insert) : undefined
  if (!sign || embed?.kind !== 'footnote') return []
  const words = edits.reduceRight(withReplaced, embed.words)
  return words.length === 0 ? [] : [{ ...sign, insert: footnoteOf(words) }]
}

function withReplaced(words: Words, { note, by }: Edit): Words {
  if (!note) return words
  const [first] = sliceWords(words, note.from, 1)
  const behind = sliceWords(words, note.to, Infinity)
  return normalWords([...sliceWords(words, 0, note.from), { ...first, insert: by }, ...behind])
}

/** `$1` to `$99`, `$&` and `$$`, as in `String.replace`. */
function expand(by: string, found: RegExpExecArray): string {
  return by.replace(/\$(\$|&|\d{1,2})/g, (written, name: string) => {
    if (name === '$') return '$'
    if (name === '&') return found[0]
    return Number(name) < found.length ? (found[Number(name)] ?? '') : written
  })
}
