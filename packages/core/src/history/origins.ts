/** Where carried words come from: characters that a split or merge copied, followed back to those first written. */

import * as Y from 'yjs'
import { copiesOf, type Segment } from '../edit/copies.ts'
import { standings } from '../yjs/items.ts'
import { clausesOf, textIn } from '../yjs/read.ts'

export interface CharacterId {
  readonly client: number
  readonly clock: number
}

/** A hostile document could make a ring of copies; no honest journey is as long as this. */
const LONGEST_JOURNEY = 1000

const keyOf = ({ client, clock }: CharacterId): string => `${client}:${clock}`

export class Origins {
  /** By the client of the copies, in the order of their clocks. */
  readonly #segments: ReadonlyMap<number, readonly Segment[]>
  readonly #sources: ReadonlyMap<number, readonly Segment[]>
  readonly #standing: ReadonlySet<string>

  /** Of a document as it is now. Cost: linear in the clauses and in the words that were ever carried. */
  constructor(doc: Y.Doc) {
    const all = storedClauses(doc).flatMap((clause) => copiesOf(clause).flatMap(({ segments }) => segments))
    this.#segments = grouped(all, (segment) => segment)
    this.#sources = grouped(all, ({ source }) => source)
    this.#standing = all.length > 0 ? this.#standingRoots(doc) : new Set()
  }

  /** The character that was first written: itself, unless it was carried. */
  rootOf(id: CharacterId): CharacterId {
    let root = id
    for (let step = 0; step < LONGEST_JOURNEY; step++) {
      const by = holding(this.#segments.get(root.client), root.clock, ({ clock }) => clock)
      if (!by) return root
      root = { client: by.source.client, clock: by.source.clock + root.clock - by.clock }
    }
    return root
  }

  /** Whether a deleted character lives on elsewhere: it was carried on, or another copy of it stands. */
  livesOn(id: CharacterId): boolean {
    if (holding(this.#sources.get(id.client), id.clock, ({ source }) => source.clock)) return true
    return this.#standing.has(keyOf(this.rootOf(id)))
  }

  #standingRoots(doc: Y.Doc): ReadonlySet<string> {
    const roots = new Set<string>()
    for (const text of storedClauses(doc).map(textIn)) {
      for (const { client, clock, length, deleted } of text ? standings(text) : []) {
        if (deleted || !this.#segments.has(client)) continue
        for (let at = clock; at < clock + length; at++) this.#noteCopy(roots, { client, clock: at })
      }
    }
    return roots
  }

  #noteCopy(roots: Set<string>, id: CharacterId): void {
    const root = this.rootOf(id)
    if (root !== id) roots.add(keyOf(root))
  }
}

function storedClauses(doc: Y.Doc): Y.Map<unknown>[] {
  return [...clausesOf(doc).values()].filter((clause) => clause instanceof Y.Map)
}

function grouped(all: readonly Segment[], idOf: (segment: Segment) => CharacterId): Map<number, readonly Segment[]> {
  const sorted = all.toSorted((a, b) => idOf(a).clock - idOf(b).clock)
  return Map.groupBy(sorted, (segment) => idOf(segment).client)
}

/** The segment that holds a clock, by halving: the last one that begins at or before it. */
function holding(
  segments: readonly Segment[] = [],
  clock: number,
  startOf: (segment: Segment) => number,
): Segment | undefined {
  let [low, high] = [0, segments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const segment = segments[middle]
    if (segment && startOf(segment) <= clock) low = middle + 1
    else high = middle
  }
  const found = segments[low - 1]
  return found && clock < startOf(found) + found.length ? found : undefined
}
