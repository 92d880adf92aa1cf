/**
 * Choosing among rival wordings, `[shall] [should]`, while another does so too. Whoever keeps one deletes the others: two who
 * keep different ones before they hear of each other would leave none. So what was chosen among is noted on the clause, with
 * its words, since Yjs forgets what was deleted.
 *
 * Laws. (1) Where two chose differently at once, nothing is chosen: the wordings stand again in their brackets, to be chosen
 * from anew, as options do (`edit/option.ts`). (2) Every replica that hears of both sees to it, and they stand once. (3) What
 * one chose, or two alike, stays chosen.
 */

import * as Y from 'yjs'
import { sliceWords, textOf, type Words } from '../clause/words.ts'
import { insertCopy } from '../edit/copies.ts'
import { Journeys } from '../edit/journeys.ts'
import {
  charactersOf,
  idKey,
  isSame,
  keysWith,
  spansBetween,
  standings,
  type CharacterId,
  type Span,
} from '../yjs/items.ts'
import { areCounts, CHOICE_PREFIX, sliceOf, textIn, type YClause } from '../yjs/stored.ts'

/** A stretch of a clause's words, by the offsets of its first character and behind its last. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** What was chosen among, and which of it was kept. */
interface Choice {
  readonly key: string
  /** The characters, brackets and all. */
  readonly among: readonly CharacterId[]
  readonly words: Words
  /** Among the characters. */
  readonly kept: Stretch
}

/** Whether a key of a clause holds the note of a choice. */
export function isChoiceKey(key: string): boolean {
  return key.startsWith(CHOICE_PREFIX)
}

/** Notes what is chosen among, and which of it is kept. Call it within the transaction that then deletes the rest. */
export function noteChoice(clause: YClause, among: Stretch, kept: Stretch): void {
  const text = textIn(clause)
  const { doc } = clause
  if (!text || !doc) return
  const spans = spansBetween(text, among.from, among.to)
  clause.set(`${CHOICE_PREFIX}${doc.clientID}:${Y.getState(doc.store, doc.clientID)}`, {
    among: spans.flatMap(({ client, clock, length }) => [client, clock, length]),
    words: sliceOf(text, among.from, among.to - among.from),
    kept: [kept.from - among.from, kept.to - among.from],
  })
}

/** Has wordings of these clauses stand again that two people chose among differently at once (laws 1 and 2). */
export function reopenChoices(doc: Y.Doc, clauses: readonly YClause[], origin: unknown): void {
  doc.transact(() => {
    for (const clause of clauses) {
      const text = textIn(clause)
      const choices = choicesIn(clause)
      const opposed = choices.filter((one) => choices.some((other) => areOpposed(one, other)))
      if (text) for (const choice of opposed) bringBack(text, choice, new Journeys(doc))
      for (const { key } of opposed) clause.delete(key)
    }
  }, origin)
}

/** Whether each of two deleted what the other kept: neither knew of the other. */
function areOpposed(one: Choice, other: Choice): boolean {
  return isAmongDeleted(keptIn(one), other) && isAmongDeleted(keptIn(other), one)
}

function isAmongDeleted(ids: readonly CharacterId[], choice: Choice): boolean {
  const kept = new Set(keptIn(choice).map(idKey))
  const deleted = new Set(choice.among.map(idKey).filter((key) => !kept.has(key)))
  return ids.every((id) => deleted.has(idKey(id)))
}

function keptIn({ among, kept }: Choice): readonly CharacterId[] {
  return among.slice(kept.from, kept.to)
}

/** Writes again, where it was, what was chosen among and stands nowhere. */
function bringBack(text: Y.Text, { among, words }: Choice, journeys: Journeys): void {
  const nth = new Map(among.map((id, at) => [idKey(id), at]))
  const runs: Lost[] = []
  for (const { deleted, index, ...span } of standings(text))
    for (const id of deleted ? charactersOf(span) : []) {
      const [at, run] = [nth.get(idKey(id)), runs.at(-1)]
      if (at === undefined || journeys.stands(id)) continue
      if (run?.index === index && run.at + run.ids.length === at) run.ids.push(id)
      else runs.push({ ids: [id], index, at })
    }
  // From the last to the first, so that the places of the others hold.
  for (const { ids, index, at } of runs.toReversed())
    insertCopy(
      text.parent as YClause,
      index,
      sliceWords(words, at, ids.length),
      ids.map((id) => ({ ...id, length: 1 })),
      { again: true, over: (one) => ids.some((id) => isSame(id, one)) },
    )
}

/** Characters side by side that stand nowhere: where they would, and where among those that were chosen from. */
interface Lost {
  readonly ids: CharacterId[]
  readonly index: number
  readonly at: number
}

/** The choices noted of a clause. What cannot be read is left as it is. */
function choicesIn(clause: YClause): Choice[] {
  return keysWith(clause, CHOICE_PREFIX).flatMap((key) => {
    const { among, words, kept } = Object(clause.get(key)) as Partial<Record<'among' | 'words' | 'kept', unknown>>
    if (!areCounts(among) || !areCounts(kept) || !areWords(words)) return []
    const spans = spansOf(among)
    const [from = 0, to = 0] = kept
    const length = spans.reduce((sum, span) => sum + span.length, 0)
    if (textOf(words).length !== length || from >= to || to > length) return []
    return [{ key, among: spans.flatMap(charactersOf), words, kept: { from, to } }]
  })
}

function spansOf(numbers: readonly number[]): Span[] {
  return Array.from({ length: Math.floor(numbers.length / 3) }, (_, nth) => {
    const [client = 0, clock = 0, length = 0] = numbers.slice(nth * 3, nth * 3 + 3)
    return { client, clock, length }
  })
}

function areWords(value: unknown): value is Words {
  return Array.isArray(value) && value.every((run) => Object(run) === run && 'insert' in (run as object))
}
