/**
 * Where carried words come from: characters that a split, a merge or an undo copied, followed back to those first written.
 *
 * A note of a copy is what a client says, and who wrote a word is never taken from a client. So a note counts only where
 * the document and the record bear it out; otherwise the words are those of whoever put them there:
 * (1) whoever noted the copy wrote it, (2) the characters it was copied from stand nowhere any more, (3) both are in the
 * order of one text each, (4) it is the same character.
 */

import * as Y from 'yjs'
import { copiesIn, LONGEST_JOURNEY, type Copy, type Segment } from '../edit/copies.ts'
import { idKey, keyId, standings, type Span } from '../yjs/items.ts'
import { clausesOf, textIn, type YClause } from '../yjs/stored.ts'

export interface CharacterId {
  readonly client: number
  readonly clock: number
}

/** What the notes in a document say that the document itself bears out. */
export interface Claims {
  readonly copies: readonly Copy[]
  /** The spans that stand, of the clients who made copies. */
  readonly standing: readonly Span[]
}

/** Reads the notes of a document as it is now. Cost: linear in its clauses, in its items if anything was ever carried. */
export function claimsIn(doc: Y.Doc): Claims {
  const clauses = [...clausesOf(doc).values()].filter((clause) => clause instanceof Y.Map)
  const noted = clauses.flatMap((clause) => copiesIn(clause).filter((copy) => isOfItsWriter(clause, copy)))
  if (noted.length === 0) return { copies: [], standing: [] }
  const places = new Places(clauses)
  const copies = noted.filter(({ segments }) => places.bearOut(segments))
  const copiers = new Set(copies.flatMap(({ segments }) => segments.map(({ client }) => client)))
  return { copies, standing: places.standing.filter(({ client }) => copiers.has(client)) }
}

function isOfItsWriter(clause: YClause, { key, segments }: Copy): boolean {
  const writer = keyId(clause, key)?.client
  return segments.every(({ client }) => client === writer)
}

interface Place extends Span {
  readonly text: number
  /** Position in the text, deleted characters counted. */
  readonly at: number
  readonly deleted: boolean
}

/** Where every character of a document is, deleted ones among them. */
class Places {
  readonly #byClient: ReadonlyMap<number, readonly Place[]>

  constructor(clauses: readonly YClause[]) {
    const all = clauses.flatMap((clause, text) => placesIn(textIn(clause), text))
    this.#byClient = Map.groupBy(
      all.sort((a, b) => a.clock - b.clock),
      ({ client }) => client,
    )
  }

  get standing(): readonly Span[] {
    return [...this.#byClient.values()].flat().filter(({ deleted }) => !deleted)
  }

  bearOut(segments: readonly Segment[]): boolean {
    const sources = segments.map(({ source, length }) => ({ ...source, length }))
    return this.#areInOrder(segments) && this.#areInOrder(sources, ({ deleted }) => deleted)
  }

  /** Whether spans follow one another in one text. */
  #areInOrder(spans: readonly Span[], isFit: (place: Place) => boolean = () => true): boolean {
    let before: { text: number; at: number } | undefined
    for (const { client, clock, length } of spans) {
      for (let from = clock; from < clock + length;) {
        const place = holding(this.#byClient.get(client), from, (one) => one.clock)
        if (!place || !isFit(place)) return false
        const at = place.at + from - place.clock
        if (before && (before.text !== place.text || at < before.at)) return false
        from = Math.min(clock + length, place.clock + place.length)
        before = { text: place.text, at: place.at + from - place.clock }
      }
    }
    return true
  }
}

function placesIn(text: Y.Text | undefined, number: number): Place[] {
  let at = 0
  return [...(text ? standings(text) : [])].map(({ client, clock, length, deleted }) => {
    const place = { client, clock, length, deleted, text: number, at }
    at += length
    return place
  })
}

/** What the record says of characters. */
export interface Record {
  /** Whether it has the character: what was written and deleted again before it was sent never reached it. */
  readonly knows: (id: CharacterId) => boolean
  /** Whether two characters were written as the same. */
  readonly areSame: (a: CharacterId, b: CharacterId) => boolean
}

/**
 * Follows copied characters back to those first written, by the claims that the record bears out, character by character:
 * beside one of whose source the record knows nothing, as it was typed and carried on before anything was sent, others are
 * still their authors'. What was carried several times before that is compared with what it was at first.
 */
export class Origins {
  /** By the client of the copies, in the order of their clocks. */
  readonly #segments: ReadonlyMap<number, readonly Segment[]>
  readonly #sources: ReadonlyMap<number, readonly Segment[]>
  readonly #standing: ReadonlySet<string>
  readonly #record: Record

  constructor({ copies, standing }: Claims, record: Record) {
    const all = copies.flatMap(({ segments }) => segments)
    this.#record = record
    this.#segments = grouped(all, (segment) => segment)
    this.#sources = grouped(all, ({ source }) => source)
    this.#standing = this.#standingRoots(standing)
  }

  /** The character that was first written: itself, unless it was carried. */
  rootOf(id: CharacterId): CharacterId {
    let [root, at] = [id, id]
    for (let step = 0; step < LONGEST_JOURNEY; step++) {
      const by = holding(this.#segments.get(at.client), at.clock, ({ clock }) => clock)
      if (!by) break
      at = { client: by.source.client, clock: by.source.clock + at.clock - by.clock }
      if (!this.#record.knows(at)) continue
      if (!this.#record.areSame(root, at)) break
      root = at
    }
    return root
  }

  /** Whether a deleted character lives on elsewhere: it was carried on, or another copy of it stands. */
  livesOn(id: CharacterId): boolean {
    if (this.#wasCarriedOn(id)) return true
    const root = this.rootOf(id)
    return this.#standing.has(idKey(root))
  }

  #wasCarriedOn(id: CharacterId): boolean {
    let at = id
    for (let step = 0; step < LONGEST_JOURNEY; step++) {
      const by = holding(this.#sources.get(at.client), at.clock, ({ source }) => source.clock)
      if (!by) return false
      at = { client: by.client, clock: by.clock + at.clock - by.source.clock }
      if (this.#record.knows(at)) return this.#record.areSame(id, at)
    }
    return false
  }

  #standingRoots(standing: readonly Span[]): ReadonlySet<string> {
    const roots = new Set<string>()
    for (const { client, clock, length } of standing) {
      for (let at = clock; at < clock + length; at++) this.#noteCopy(roots, { client, clock: at })
    }
    return roots
  }

  #noteCopy(roots: Set<string>, id: CharacterId): void {
    const root = this.rootOf(id)
    if (root !== id) roots.add(idKey(root))
  }
}

function grouped(all: readonly Segment[], idOf: (segment: Segment) => CharacterId): Map<number, readonly Segment[]> {
  const sorted = all.toSorted((a, b) => idOf(a).clock - idOf(b).clock)
  return Map.groupBy(sorted, (segment) => idOf(segment).client)
}

/** The span that holds a clock, by halving: the last one that begins at or before it. */
function holding<T extends { readonly length: number }>(
  spans: readonly T[] = [],
  clock: number,
  startOf: (span: T) => number,
): T | undefined {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const span = spans[middle]
    if (span && startOf(span) <= clock) low = middle + 1
    else high = middle
  }
  const found = spans[low - 1]
  return found && clock < startOf(found) + found.length ? found : undefined
}
