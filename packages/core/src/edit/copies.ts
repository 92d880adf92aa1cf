/**
 * Provenance of words that a split or a merge carried from one clause to another, and of those that undo wrote again.
 * Yjs can neither move characters nor bring them back, so they are deleted in one place and inserted in the other; each
 * such copy is noted on the clause that received it, under a key of its own (`copy:<client>:<clock>` of its first
 * character), which no concurrent copy can overwrite.
 */

import * as Y from 'yjs'
import type { Words } from '../clause/words.ts'
import { insertWords, type Beside } from '../yjs/insert.ts'
import { isNewIn, keyId, keysWith, spansBetween, type CharacterId, type Span } from '../yjs/items.ts'
import { areCounts, COPY_PREFIX, isCount, sliceOf, textIn, type YClause } from '../yjs/stored.ts'
import type { Known } from './known.ts'

/** Whether a key of a clause holds the note of a copy. */
export function isCopyKey(key: string): boolean {
  return key.startsWith(COPY_PREFIX)
}

/** Characters `[clock, clock + length)` of `client` are copies of `[source.clock, ...)` of `source.client`. */
export interface Segment extends Span {
  readonly source: CharacterId
}

/** The note of words that came to a clause from elsewhere, or once more where they had been. */
export interface Copy {
  readonly key: string
  readonly segments: readonly Segment[]
  /** Whether what was deleted was written again, and not what stood somewhere carried elsewhere. */
  readonly again: boolean
  /** The key of the copy that these words were taken along after, where they were (`carry.ts`). */
  readonly after?: string
  /** What whoever parted these words off, or joined them on, knew of others beside them. */
  readonly upon?: Known
}

/** What is noted of a copy besides which characters it is of. */
type Remarks = Partial<Pick<Copy, 'again' | 'after' | 'upon'>>

/** Stands behind the segments of a note where what was deleted was written again. */
const AGAIN = 1

/** Inserts words at `index` and notes on the clause which characters they are copies of: as many as `sources` span. */
export function insertCopy(
  clause: YClause,
  index: number,
  words: Words,
  sources: readonly Span[],
  { side = 'behind', over, until, ...remarks }: Remarks & Beside = {},
): void {
  const text = textIn(clause)
  const length = sources.reduce((sum, span) => sum + span.length, 0)
  if (!text || length === 0) return
  insertWords(text, index, words, { side, ...(over && { over }), ...(until && { until }) })
  noteCopy(clause, pairSpans(spansBetween(text, index, index + length), sources), remarks)
}

/** Notes on a clause which of its characters are copies of which. @returns the key of the note */
export function noteCopy(clause: YClause, segments: readonly Segment[], remarks: Remarks = {}): string | undefined {
  const [first] = segments
  if (!first) return undefined
  const key = keyOf(first)
  clause.set(key, [...encodeSegments(segments), ...encodeRemarks(remarks)])
  return key
}

function keyOf({ client, clock }: CharacterId): string {
  return `${COPY_PREFIX}${client}:${clock}`
}

/**
 * A note has five numbers for each segment; one more is `AGAIN`, two more are of the key of the copy that it is `after`, and
 * one list more is what it was made `upon`.
 */
function encodeRemarks({ again = false, after, upon = [] }: Remarks): unknown[] {
  if (after !== undefined) {
    const { client, clock } = firstOf(after)
    return [client, clock]
  }
  if (again) return [AGAIN]
  return upon.length > 0 ? [upon] : []
}

function decodeRemarks(value: readonly unknown[]): Pick<Copy, 'again' | 'after' | 'upon'> {
  const [first, second, ...more] = value.slice(value.length - (value.length % 5))
  if (more.length > 0) return { again: false }
  if (isCount(first) && isCount(second)) return { again: false, after: keyOf({ client: first, clock: second }) }
  if (areCounts(first)) return { again: false, upon: first }
  return { again: first === AGAIN && second === undefined }
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

function decodeSegments(value: readonly unknown[]): Segment[] {
  const numbers: unknown = value.slice(0, value.length - (value.length % 5))
  if (!areCounts(numbers)) return []
  const out: Segment[] = []
  for (let at = 0; at < numbers.length; at += 5) {
    const [client = 0, clock = 0, length = 0, sourceClient = 0, sourceClock = 0] = numbers.slice(at, at + 5)
    out.push({ client, clock, length, source: { client: sourceClient, clock: sourceClock } })
  }
  return out
}

/** The copies that a clause received. */
export function copiesIn(clause: YClause): Copy[] {
  return keysWith(clause, COPY_PREFIX).map((key) => {
    const stored: unknown = clause.get(key)
    const value: readonly unknown[] = Array.isArray(stored) ? stored : []
    return { key, segments: decodeSegments(value), ...decodeRemarks(value) }
  })
}

/** Whether a copy is of words that went along with others, or were written again where they had been. */
export function isTaken({ again, after }: Copy): boolean {
  return again || after !== undefined
}

/** What somebody did that had words carried, by the key of the first copy that it made. */
export function actOf({ key, after }: Copy): string {
  return after ?? key
}

/** Whose act it was, and when by that one's clock: the first character that was written by it. */
export function firstOf(act: string): CharacterId {
  const [client = 0, clock = 0] = act.slice(COPY_PREFIX.length).split(':').map(Number)
  return { client, clock }
}

/** The copies that a clause received by a transaction with others' changes. */
export function newCopiesOf(clause: YClause, received: Y.Transaction): Copy[] {
  return copiesIn(clause).filter(({ key }) => {
    const written = keyId(clause, key)
    return written !== undefined && written.client !== received.doc.clientID && isNewIn(received, written)
  })
}

/** A hostile document could make a ring of copies; no honest journey is as long as this. */
export const LONGEST_JOURNEY = 1000

/**
 * Moves the words behind `offset` to the end of another clause, with their provenance; `beside`: where among what is
 * deleted there.
 */
export function carryTail(
  from: YClause,
  to: YClause | undefined,
  { offset, upon, ...beside }: Beside & Required<Pick<Copy, 'upon'>> & { readonly offset: number },
): void {
  const text = textIn(from)
  const target = to && textIn(to)
  if (!text || !target || offset >= text.length) return
  const sources = spansBetween(text, offset, text.length)
  insertCopy(to, target.length, sliceOf(text, offset, text.length - offset), sources, { ...beside, upon })
  text.delete(offset, text.length - offset)
}
