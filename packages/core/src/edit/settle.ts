/**
 * Mending what two people carried at once.
 *
 * Laws. (1) Two people who carry the same characters at once leave them standing once: the copies that lose are
 * deleted, which every replica may do, since deleting twice is deleting once. (2) Only copied characters are ever
 * deleted so; what anybody typed among them stays. (3) The winner depends on the document alone.
 */

import * as Y from 'yjs'
import { charactersOf, idKey, standings } from '../yjs/items.ts'
import { clausesOf, textIn } from '../yjs/stored.ts'
import { copiesIn, LONGEST_JOURNEY, type Copy, type Segment } from './copies.ts'

/** Whether two copies anywhere carried the same characters: what `settleCopies` has to mend. Cost: O(s log s). */
function anyOverlap(segments: readonly Segment[]): boolean {
  const sorted = segments.toSorted((a, b) => a.source.client - b.source.client || a.source.clock - b.source.clock)
  return sorted.some((segment, index) => {
    const next = sorted[index + 1]
    return next?.source.client === segment.source.client && next.source.clock < segment.source.clock + segment.length
  })
}

interface Received {
  readonly text: Y.Text
  readonly copy: Copy
  /** Where in the text that it was made from it begins; asked of rivals only. */
  readonly start: () => number
}

/**
 * Deletes characters that stand twice because they were carried twice (law 1). The copy that begins later in the text that
 * both were made from wins, so that of two splits each keeps the part behind its own point; then the smaller key. Words that
 * their author took along are where they belong, and win. Copies whose keys are `yielding` lose to any other: give only
 * those that nobody else has heard of, in the transaction that makes them.
 * @returns the keys of the characters that were deleted
 */
export function settleCopies(
  doc: Y.Doc,
  origin: unknown,
  yielding: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const received = allReceived(doc)
  const segments = received.flatMap(({ copy }) => copy.segments)
  if (!anyOverlap(segments)) return new Set()
  const losing = losers(received, yielding)
  doc.transact(() => {
    for (const [text, doomed] of losing) deleteCharacters(text, doomed)
  }, origin)
  return new Set([...losing.values()].flatMap((doomed) => [...doomed]))
}

function allReceived(doc: Y.Doc): Received[] {
  return [...clausesOf(doc).values()].flatMap((clause) => {
    const text = clause instanceof Y.Map ? textIn(clause) : undefined
    if (!text) return []
    return copiesIn(clause).map((copy) => {
      let start: number | undefined
      return { text, copy, start: () => (start ??= startOf(doc, copy)) }
    })
  })
}

/** How many characters, deleted ones too, stand before the first that was copied, in the text where that was. */
function startOf(doc: Y.Doc, { segments }: Copy): number {
  const [first] = segments
  if (!first || first.source.clock >= Y.getState(doc.store, first.source.client)) return 0
  const { client, clock } = first.source
  let item: Y.Item | Y.GC | null = Y.getItem(doc.store, Y.createID(client, clock))
  let start = clock - item.id.clock
  while (item instanceof Y.Item && item.left !== null) {
    item = item.left
    if (!(item.content instanceof Y.ContentFormat)) start += item.length
  }
  return start
}

/** The characters to delete, per text: of those with one root, all but the one whose journey is best. */
function losers(received: readonly Received[], yielding: ReadonlySet<string>): Map<Y.Text, Set<string>> {
  const yields = (journey: readonly Received[]): boolean => yielding.has(journey.at(-1)?.copy.key ?? '')
  const hops = hopsOf(received)
  const best = new Map<string, readonly Received[]>()
  const standing = received.flatMap((one) =>
    liveCharacters(one).map((id) => ({ id, text: one.text, ...journeyOf(id, hops) })),
  )
  for (const { root, journey } of standing) {
    const rival = best.get(root)
    const wins = !rival || (yields(journey) === yields(rival) ? beats(journey, rival) : yields(rival))
    if (wins) best.set(root, journey)
  }
  const out = new Map<Y.Text, Set<string>>()
  for (const { id, root, journey, text } of standing) {
    if (best.get(root) !== journey) out.set(text, (out.get(text) ?? new Set()).add(id))
  }
  return out
}

interface Hop {
  readonly source: string
  readonly by: Received
}

/** For every copied character, what it was copied from. */
function hopsOf(received: readonly Received[]): Map<string, Hop> {
  const hops = new Map<string, Hop>()
  for (const by of received) {
    for (const { client, clock, length, source } of by.copy.segments) {
      for (let i = 0; i < length; i++)
        hops.set(idKey({ client, clock: clock + i }), { source: idKey({ ...source, clock: source.clock + i }), by })
    }
  }
  return hops
}

/** What a character was before it was first carried anywhere, and the copies that brought it here, first one first. */
function journeyOf(id: string, hops: ReadonlyMap<string, Hop>): { root: string; journey: readonly Received[] } {
  const journey: Received[] = []
  let root = id
  for (let hop = hops.get(root); hop && journey.length < LONGEST_JOURNEY; hop = hops.get(root)) {
    journey.push(hop.by)
    root = hop.source
  }
  return { root, journey: journey.toReversed() }
}

/** Compares journeys from their first step, so that carrying a character on never turns a winner into a loser. */
function beats(a: readonly Received[], b: readonly Received[]): boolean {
  const index = a.findIndex((step, at) => step !== b[at])
  const [mine, theirs] = [a[index], b[index]]
  if (!mine || !theirs) return mine !== undefined
  if ((mine.copy.after === undefined) !== (theirs.copy.after === undefined)) return mine.copy.after !== undefined
  return mine.start() !== theirs.start() ? mine.start() > theirs.start() : mine.copy.key < theirs.copy.key
}

function liveCharacters({ text, copy }: Received): string[] {
  const copied = new Set(copy.segments.flatMap(charactersOf).map(idKey))
  return [...standings(text)]
    .filter(({ deleted }) => !deleted)
    .flatMap(charactersOf)
    .map(idKey)
    .filter((id) => copied.has(id))
}

/** Deletes characters of a text, by their keys (`idKey`). @returns how many of them stood there */
export function deleteCharacters(text: Y.Text, doomed: ReadonlySet<string>): number {
  const indexes = [...standings(text)]
    .filter(({ deleted }) => !deleted)
    .flatMap(({ index, ...span }) =>
      charactersOf(span).flatMap((id, nth) => (doomed.has(idKey(id)) ? [index + nth] : [])),
    )
  // From the last to the first, so that the indexes of the others hold.
  for (const index of indexes.toReversed()) text.delete(index, 1)
  return indexes.length
}
