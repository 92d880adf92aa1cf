/**
 * Provenance of words that a split or a merge carried from one clause to another, and of those that undo wrote again.
 * Yjs can neither move characters nor bring them back, so they are deleted in one place and inserted in the other; each
 * such copy is noted on the clause that received it, under a key of its own (`copy:<client>:<clock>` of its first
 * character), which no concurrent copy can overwrite.
 */

import * as Y from 'yjs'
import type { Words } from '../clause/words.ts'
import { isStanding, spansBetween, type CharacterId, type Span } from '../yjs/items.ts'
import { clausesOf, COPY_PREFIX, sliceOf, textIn, type YClause } from '../yjs/read.ts'

/** Whether a key of a clause holds the note of a copy. */
export function isCopyKey(key: string): boolean {
  return key.startsWith(COPY_PREFIX)
}

/** Characters `[clock, clock + length)` of `client` are copies of `[source.clock, ...)` of `source.client`. */
export interface Segment extends Span {
  readonly source: CharacterId
}

export interface Copy {
  readonly key: string
  readonly segments: readonly Segment[]
  /** Whether what was deleted was written again, and not what stood somewhere carried elsewhere. */
  readonly again: boolean
}

/** Stands behind the segments of a note where what was deleted was written again. */
const AGAIN = 1

/** Inserts words at `index` and notes on the clause which characters they are copies of. */
export function insertCopy(
  clause: YClause,
  index: number,
  words: Words,
  sources: readonly Span[],
  { again = false } = {},
): void {
  const text = textIn(clause)
  const length = sources.reduce((sum, span) => sum + span.length, 0)
  if (!text || length === 0) return
  text.applyDelta([...(index > 0 ? [{ retain: index }] : []), ...words], { sanitize: false })
  noteCopy(clause, pairSpans(spansBetween(text, index, index + length), sources), { again })
}

/** Notes on a clause which of its characters are copies of which. @returns the key of the note */
export function noteCopy(clause: YClause, segments: readonly Segment[], { again = false } = {}): string | undefined {
  const [first] = segments
  if (!first) return undefined
  const key = `${COPY_PREFIX}${first.client}:${first.clock}`
  clause.set(key, [...encodeSegments(segments), ...(again ? [AGAIN] : [])])
  return key
}

/** Cuts two equally long lists of spans into pairs of equal length. */
function pairSpans(own: readonly Span[], sources: readonly Span[]): Segment[] {
  const out: Segment[] = []
  let [at, used, from, taken] = [0, 0, 0, 0]
  for (let mine = own[at], source = sources[from]; mine && source; mine = own[at], source = sources[from]) {
    const length = Math.min(mine.length - used, source.length - taken)
    out.push({
      client: mine.client,
      clock: mine.clock + used,
      length,
      source: { client: source.client, clock: source.clock + taken },
    })
    used += length
    taken += length
    if (used === mine.length) [at, used] = [at + 1, 0]
    if (taken === source.length) [from, taken] = [from + 1, 0]
  }
  return out
}

function encodeSegments(segments: readonly Segment[]): number[] {
  return segments.flatMap(({ client, clock, length, source }) => [client, clock, length, source.client, source.clock])
}

function decodeSegments(value: unknown): Segment[] {
  if (!Array.isArray(value) || !value.every((part) => Number.isSafeInteger(part) && (part as number) >= 0)) return []
  const numbers = value as number[]
  const out: Segment[] = []
  for (let at = 0; at + 4 < numbers.length; at += 5) {
    const [client = 0, clock = 0, length = 0, sourceClient = 0, sourceClock = 0] = numbers.slice(at, at + 5)
    out.push({ client, clock, length, source: { client: sourceClient, clock: sourceClock } })
  }
  return out
}

/** The copies that a clause received. */
export function copiesOf(clause: YClause): Copy[] {
  return [...clause.keys()].filter(isCopyKey).map((key) => {
    const value: unknown = clause.get(key)
    const again = Array.isArray(value) && value.length % 5 === 1 && value.at(-1) === AGAIN
    return { key, segments: decodeSegments(value), again }
  })
}

/** A hostile document could make a ring of copies; no honest journey is as long as this. */
export const LONGEST_JOURNEY = 1000

/** Moves the words behind `offset` to the end of another clause, with their provenance. */
export function carryTail(from: YClause, to: YClause | undefined, offset: number): void {
  const text = textIn(from)
  const target = to && textIn(to)
  if (!text || !target || offset >= text.length) return
  const sources = spansBetween(text, offset, text.length)
  insertCopy(to, target.length, sliceOf(text, offset, text.length - offset), sources)
  text.delete(offset, text.length - offset)
}

/**
 * Where a character stands that splits, merges and undo carried elsewhere, or if it stands nowhere, how far it came;
 * undefined if it was never carried. It may have been carried several ways: undo brings back what a split took, and redo
 * takes it again. Cost: for each step of the way, one pass over all notes of copies.
 */
export function whereCarried(doc: Y.Doc, id: CharacterId): Y.ID | undefined {
  const segments = [...clausesOf(doc).values()].flatMap(copiesOf).flatMap((copy) => copy.segments)
  const reached = carriedOnce(segments, id)
  for (let steps = 0; steps < Math.min(reached.length, LONGEST_JOURNEY); steps++) {
    const next = reached[steps]
    if (!next || isStanding(doc, next)) return next
    reached.push(...carriedOnce(segments, next))
  }
  return reached.at(-1)
}

/** Where the notes say that a character was carried to. */
export function carriedOnce(segments: readonly Segment[], { client, clock }: CharacterId): Y.ID[] {
  return segments
    .filter(({ source, length }) => source.client === client && clock >= source.clock && clock < source.clock + length)
    .map((segment) => Y.createID(segment.client, segment.clock + clock - segment.source.clock))
}
