/**
 * Carrying one's own words after a clause that somebody else split or merged at the same moment. What I typed among
 * characters that went elsewhere stays behind in the old clause; my own replica, and no other, takes it along, so it is
 * never carried twice and never changes its author. If I am gone for good the words stay where they were typed. Words are
 * carried once only: two people's words could otherwise send each other to and fro for ever.
 */

import * as Y from 'yjs'
import { idKey, spansBetween, standings, type Span } from '../yjs/items.ts'
import { clausesOf, sliceOf, textIn, type YClause } from '../yjs/read.ts'
import { copiesOf, insertCopy, type Segment } from './copies.ts'

/** A character's new home: the clause that received its copy. */
interface Home {
  readonly clause: YClause
  readonly client: number
  readonly clock: number
}

interface Stray {
  readonly index: number
  readonly length: number
  readonly home: Home
}

/**
 * Takes the words of this document's own client along to the clauses in `receivers`, which others just filled.
 * @returns how many characters were carried
 */
export function carryOwnWords(doc: Y.Doc, receivers: readonly YClause[], origin: unknown): number {
  const homes = homesOf(doc, receivers)
  let carried = 0
  doc.transact(() => {
    for (const source of sourcesOf(doc, receivers)) carried += carryFrom(source, homes)
  }, origin)
  return carried
}

/** Copies made by others only: my own split put my words where I wanted them. */
function foreignSegments(doc: Y.Doc, receiver: YClause): Segment[] {
  return copiesOf(receiver).flatMap(({ segments }) => segments.filter(({ client }) => client !== doc.clientID))
}

function homesOf(doc: Y.Doc, receivers: readonly YClause[]): Map<string, Home> {
  const homes = new Map<string, Home>()
  for (const clause of receivers) {
    for (const { client, clock, length, source } of foreignSegments(doc, clause)) {
      for (let i = 0; i < length; i++)
        homes.set(idKey(source.client, source.clock + i), { clause, client, clock: clock + i })
    }
  }
  return homes
}

/** The texts that the copied characters came from. */
function sourcesOf(doc: Y.Doc, receivers: readonly YClause[]): Set<Y.Text> {
  const texts = new Set([...clausesOf(doc).values()].map((clause) => textIn(clause)))
  const out = new Set<Y.Text>()
  for (const { source } of receivers.flatMap((receiver) => foreignSegments(doc, receiver))) {
    if (source.clock >= Y.getState(doc.store, source.client)) continue
    const item = Y.getItem(doc.store, Y.createID(source.client, source.clock))
    const parent = item instanceof Y.Item ? item.parent : null
    if (parent instanceof Y.Text && texts.has(parent)) out.add(parent)
  }
  return out
}

function carryFrom(source: Y.Text, homes: ReadonlyMap<string, Home>): number {
  const strays = straysIn(source, homes)
  for (const { index, length, home } of strays.toReversed()) {
    const target = textIn(home.clause)
    const at = target && indexAfter(target, home)
    if (!target || at === undefined || target === source) continue
    insertCopy(home.clause, at, sliceOf(source, index, length), spansBetween(source, index, index + length))
    source.delete(index, length)
  }
  return strays.reduce((sum, { length }) => sum + length, 0)
}

/** Own live characters, never carried before, that stand directly behind characters that went elsewhere. */
function straysIn(source: Y.Text, homes: ReadonlyMap<string, Home>): Stray[] {
  const client = source.doc?.clientID
  const carried = carriedInto(source)
  const out: Stray[] = []
  let home: Home | undefined
  for (const span of standings(source)) {
    if (span.deleted) home = lastHome(span, homes) ?? home
    else if (span.client === client && home && !carried.has(idKey(span.client, span.clock)))
      out.push({ index: span.index, length: span.length, home })
    else home = undefined
  }
  return out
}

/** The characters of a text that are copies. */
function carriedInto(text: Y.Text): ReadonlySet<string> {
  const segments = copiesOf(text.parent as YClause).flatMap((copy) => copy.segments)
  return new Set(
    segments.flatMap(({ client, clock, length }) => Array.from({ length }, (_, i) => idKey(client, clock + i))),
  )
}

/** Where the last character of a deleted span that went anywhere went to. */
function lastHome({ client, clock, length }: Span, homes: ReadonlyMap<string, Home>): Home | undefined {
  for (let i = length - 1; i >= 0; i--) {
    const home = homes.get(idKey(client, clock + i))
    if (home) return home
  }
  return undefined
}

function indexAfter(text: Y.Text, { client, clock }: Home): number | undefined {
  for (const span of standings(text)) {
    if (span.client !== client || clock < span.clock || clock >= span.clock + span.length) continue
    return span.deleted ? span.index : span.index + clock - span.clock + 1
  }
  return undefined
}
