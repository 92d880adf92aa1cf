/** Which Yjs item each character of a shared text is: the ids that provenance, blame and repair speak of. */

import * as Y from 'yjs'

/** A character: the client that wrote it, and its place among all that this client wrote. */
export interface CharacterId {
  readonly client: number
  readonly clock: number
}

/** Whether a character stands where it was written: it is known, and was neither deleted nor carried away. */
export function isStanding(doc: Y.Doc, { client, clock }: CharacterId): boolean {
  if (clock >= Y.getState(doc.store, client)) return false
  const item = Y.getItem(doc.store, Y.createID(client, clock))
  return item instanceof Y.Item && !item.deleted
}

/** The text that a character was written in. */
export function writtenIn(doc: Y.Doc, { client, clock }: CharacterId): Y.Text | undefined {
  if (clock >= Y.getState(doc.store, client)) return undefined
  const item = Y.getItem(doc.store, Y.createID(client, clock))
  return item instanceof Y.Item && item.parent instanceof Y.Text ? item.parent : undefined
}

/** Consecutive characters made by one client: `clock` counts from the first, `length` in UTF-16 units. */
export interface Span {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** One character as a key of maps and sets. */
export function idKey({ client, clock }: CharacterId): string {
  return `${client}:${clock}`
}

/** The characters of a span, one by one. Cost: O(length). */
export function charactersOf({ client, clock, length }: Span): CharacterId[] {
  return Array.from({ length }, (_, nth) => ({ client, clock: clock + nth }))
}

/** Whether two ids are of one character. */
export function isSame(one: CharacterId, other: CharacterId): boolean {
  return one.client === other.client && one.clock === other.clock
}

/** Whether a transaction, and none before it, wrote a character or an item. */
export function isNewIn({ beforeState }: Y.Transaction, { client, clock }: CharacterId): boolean {
  return clock >= (beforeState.get(client) ?? 0)
}

/** A span of a text as it stands there now, at `index` if it is live; a deleted span has the index it would start at. */
export interface StandingSpan extends Span {
  readonly index: number
  readonly deleted: boolean
}

/** Every countable span of a text in its order, deleted ones among them. Cost: one pass over its items. */
export function* standings(text: Y.Text): Generator<StandingSpan> {
  let index = 0
  for (let item = text._start; item !== null; item = item.right) {
    if (item.content instanceof Y.ContentFormat) continue
    const { client, clock } = item.id
    const deleted = item.deleted || !item.countable
    yield { client, clock, length: item.length, index, deleted }
    if (!deleted) index += item.length
  }
}

/** The live spans of the characters from `from` up to `to`. */
export function spansBetween(text: Y.Text, from: number, to: number): Span[] {
  const out: Span[] = []
  for (const { client, clock, length, index, deleted } of standings(text)) {
    if (deleted || index + length <= from) continue
    if (index >= to) break
    const skip = Math.max(0, from - index)
    out.push({ client, clock: clock + skip, length: Math.min(index + length, to) - index - skip })
  }
  return out
}

/** The keys of a map that begin so and have a value. Cost: one pass over the keys, and nothing made where none does. */
export function keysWith(map: Y.Map<unknown>, prefix: string): string[] {
  const keys: string[] = []
  for (const [key, item] of map['_map']) if (!item.deleted && key.startsWith(prefix)) keys.push(key)
  return keys
}

/** Which item wrote the value that stands under a key of a map, or undefined where there is none. */
export function keyId(map: Y.Map<unknown>, key: string): Y.ID | undefined {
  return map['_map'].get(key)?.id
}
