/** Where the words of a clause went that was joined to another, or what stands for one that was cut: what pointed at it points there. */

import * as Y from 'yjs'
import type { Joined } from '../clause/clause.ts'
import { copiesIn } from '../edit/copies.ts'
import { whereCarried } from '../edit/journeys.ts'
import { readEmbed } from '../embed/embed.ts'
import type { Words } from '../clause/words.ts'
import { isStanding, writtenIn, type CharacterId, type Span } from '../yjs/items.ts'
import { waitingIn } from '../yjs/waiting.ts'
import { clauseIdOf, clausesOf, goneOf, isHidden, textIn, type YClause } from '../yjs/stored.ts'

/**
 * The clause where the words stand of one that was joined to another: that one, whatever it was joined to since, or what
 * was parted off it with the words; or the empty clause that stands for one that was cut and waits to be pasted. Undefined for a clause that is shown, that was deleted, or that held no words: it was
 * emptied first, and so deleted. Cost: a look at the notes of each clause on the way; one pass over all notes where the
 * words went on.
 */
export function joinedTo(doc: Y.Doc, id: string): string | undefined {
  const seen = new Set<string>()
  let at = id
  for (let clause = storedAs(doc, at); clause && isHidden(clause); clause = storedAs(doc, at)) {
    const stand = waitingIn(doc).get(at)
    if (stand !== undefined) return stand
    const into = goneOf(clause)?.into
    const first = into !== undefined && into !== '' && !seen.has(at) && firstCarried(clause, storedAs(doc, into))
    if (into === undefined || !first) return undefined
    seen.add(at)
    at = holderOf(doc, first) ?? into
  }
  return at !== id && storedAs(doc, at) ? at : undefined
}

function storedAs(doc: Y.Doc, id: string): YClause | undefined {
  const clause: unknown = clausesOf(doc).get(id)
  return clause instanceof Y.Map ? (clause as YClause) : undefined
}

/**
 * What the first character of a clause became in the one that it was joined to: of those that stand elsewhere now, or if none
 * does, of those that were not taken back since.
 */
function firstCarried(from: YClause, into: YClause | undefined): CharacterId | undefined {
  const [{ doc }, text] = [from, textIn(from)]
  if (!doc || !text || !into) return undefined
  const [here, back] = [clauseIdOf(text), sourcesIn(from)]
  const carried = copiesIn(into)
    .flatMap(({ segments }) => segments)
    .filter((one) => writtenIn(doc, one.source) === text)
  const standsElsewhere = (one: CharacterId): boolean => ![undefined, here].includes(holderOf(doc, one))
  const isBack = ({ client, clock }: CharacterId): boolean =>
    back.some((one) => client === one.client && clock >= one.clock && clock < one.clock + one.length)
  return carried.find(standsElsewhere) ?? carried.find((one) => !isBack(one))
}

/** What the copies that a clause received were copied from. */
function sourcesIn(clause: YClause): Span[] {
  return copiesIn(clause).flatMap(({ segments }) => segments.map(({ source, length }) => ({ ...source, length })))
}

/** The clause that is shown with a character in it, wherever that was carried since. */
function holderOf(doc: Y.Doc, character: CharacterId): string | undefined {
  const there = isStanding(doc, character) ? character : whereCarried(doc, character)
  const text = there && isStanding(doc, there) ? writtenIn(doc, there) : undefined
  return text && clauseIdOf(text)
}

/** Of the clauses that these words refer to, those that were joined to others or wait to be pasted, and what they lead to. */
export function joinedIn(doc: Y.Doc, all: Iterable<Words>): Joined {
  const joined: Record<string, string> = {}
  for (const words of all) {
    for (const { insert } of words) {
      const embed = typeof insert === 'string' ? undefined : readEmbed(insert)
      const to = embed?.kind === 'reference' ? joinedTo(doc, embed.clause) : undefined
      if (embed?.kind === 'reference' && to !== undefined) joined[embed.clause] = to
    }
  }
  return joined
}
