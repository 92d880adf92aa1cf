/** The outline while it is built: divisions open inside one another, and beneath them the provisions that count alike. */

import { isHeading } from '../clause/kind.ts'
import { textOf, type Words } from '../clause/words.ts'
import { bareMarker, readingsOf, type MarkerStyle, type Reading } from './marker.ts'

/** A clause before it has an id: parents are positions in the list, -1 at the root. */
export interface Sketch {
  readonly kind: string
  readonly parent: number
  readonly words: Words
  /** The number as typed, '' where none was. */
  readonly typed: string
}

interface Division {
  readonly at: number
  /** Divisions of a lower rank contain those of a higher; undefined for headings without a number. */
  readonly rank: number | undefined
  readonly heading: number
}

interface Level {
  readonly style: MarkerStyle
  readonly parent: number
  readonly indent: number
  /** Value and position of the last provision on this level. */
  value: number
  at: number
}

export interface NewDivision {
  readonly kind: string
  readonly rank: number | undefined
  readonly heading: number
  readonly typed: string
  readonly words: Words
}

export interface NewItem {
  readonly marker: string
  readonly indent: number
  readonly words: Words
}

const ROOT = -1

/** Builds the list of sketches. Every call appends; nothing already there moves. */
export class Outline {
  readonly sketches: Sketch[] = []
  readonly #piece: boolean
  #divisions: Division[] = []
  #levels: Level[] = []

  /** `piece`: whether it goes into another text. There unnumbered headings are text, which has no other headings beneath it. */
  constructor(piece = false) {
    this.#piece = piece
  }

  /** Position of the innermost open division, -1 at the root. */
  get division(): number {
    return this.#divisions.at(-1)?.at ?? ROOT
  }

  get divisionKind(): string {
    return this.sketches[this.division]?.kind ?? ''
  }

  /** Whether nothing stands beneath the innermost division yet, and its own words are still missing. */
  get awaitsWords(): boolean {
    const at = this.division
    return at >= 0 && at === this.sketches.length - 1 && textOf(this.sketches[at]?.words ?? []) === ''
  }

  /** Gives the innermost division its words. */
  fill(words: Words): void {
    const sketch = this.sketches[this.division]
    if (sketch) this.sketches[this.division] = { ...sketch, words }
  }

  open({ kind, rank, heading, typed, words }: NewDivision): void {
    this.#divisions = this.#divisions.slice(0, this.#openUntil({ kind, rank, heading }))
    const at = this.#add({ kind, parent: this.division, typed, words })
    this.#divisions.push({ at, rank, heading })
    this.#levels = []
  }

  /** How many of the open divisions a new one of this rank or heading level leaves open. */
  #openUntil({ kind, rank, heading }: Omit<NewDivision, 'typed' | 'words'>): number {
    const isFlat = this.#piece && isHeading(kind)
    const stays = (open: Division): boolean => {
      if (open.rank === undefined && isFlat) return false
      return rank !== undefined && open.rank !== undefined ? open.rank < rank : open.heading < heading
    }
    const closed = this.#divisions.findIndex((open) => !stays(open))
    return closed < 0 ? this.#divisions.length : closed
  }

  /** The title, beneath which nothing stands. */
  title(words: Words): void {
    this.#add({ kind: 'title', parent: this.division, typed: '', words })
  }

  /** Closes every division: what follows stands at the root. */
  closeAll(): void {
    this.#divisions = []
    this.#levels = []
  }

  /** A paragraph without a number: the rest of the provision it follows, or a provision of its own. */
  text(kind: string, words: Words, indent: number): void {
    const deeper = this.#levels.findIndex((level) => level.indent > indent)
    if (deeper >= 0) this.#levels.length = deeper
    const top = this.#levels.at(-1)
    const level = top && indent > top.indent ? top : this.#levels.findLast(({ style }) => style === 'decimal')
    this.#levels.length = level ? this.#levels.indexOf(level) + 1 : 0
    this.#add({ kind, parent: level?.at ?? this.division, typed: '', words })
  }

  /** A provision with a number or a bullet. */
  item({ marker, indent, words }: NewItem): void {
    const { level, reading } = this.#levelFor(marker, indent)
    const bullet = reading.style === 'bullet'
    const kind = bullet ? 'text' : kindOf(reading.style, this.sketches[level.parent]?.kind ?? '')
    level.value = reading.value
    level.at = this.#add({ kind, parent: level.parent, typed: bullet ? '' : marker, words })
  }

  #levelFor(marker: string, indent: number): { level: Level; reading: Reading } {
    const readings = readingsOf(marker)
    const found = this.#continued(readings, marker, indent) ?? this.#resumed(readings, indent)
    if (!found) return this.#deepen(readings[0] ?? { style: 'bullet', value: 0 }, marker, indent)
    this.#levels.length = this.#levels.indexOf(found.level) + 1
    return found
  }

  /** The innermost level on which the marker is the next number. */
  #continued(
    readings: readonly Reading[],
    marker: string,
    indent: number,
  ): { level: Level; reading: Reading } | undefined {
    for (const level of this.#levels.toReversed()) {
      const reading = readings.find(({ style, value }) => style === level.style && follows(level, value))
      const sameDepth = reading?.style !== 'bullet' || indent <= level.indent
      if (reading && sameDepth && this.#samePrefix(level, marker)) return { level, reading }
    }
    return undefined
  }

  /** A level of the same style where the numbers skip or start again. */
  #resumed(readings: readonly Reading[], indent: number): { level: Level; reading: Reading } | undefined {
    if (this.#startsLevel(readings)) return undefined
    for (const reading of readings) {
      if (reading.style === 'bullet' || reading.style === 'dotted') continue
      const level = this.#levels.findLast((open) => open.style === reading.style && indent <= open.indent)
      if (level) return { level, reading }
    }
    return undefined
  }

  /** `(i)` after `(b)` starts Roman points; it is not a letter that skips six others. */
  #startsLevel(readings: readonly Reading[]): boolean {
    return readings.some(({ style, value }) => value === 1 && !this.#levels.some((open) => open.style === style))
  }

  /** Dotted numbers are siblings only beneath the same number: 1.2 follows 1.1, and 2.1 does not. */
  #samePrefix(level: Level, marker: string): boolean {
    return level.style !== 'dotted' || prefixOf(this.sketches[level.at]?.typed ?? '') === prefixOf(marker)
  }

  #deepen(reading: Reading, marker: string, indent: number): { level: Level; reading: Reading } {
    const parent = reading.style === 'dotted' ? this.#dottedParent(marker) : this.#itemParent(reading)
    const level: Level = { style: reading.style, parent, indent, value: reading.value, at: ROOT }
    this.#levels.push(level)
    return { level, reading }
  }

  /** The provision whose number the dotted one goes on from, else the division. */
  #dottedParent(marker: string): number {
    const prefix = prefixOf(marker)
    const above = this.#levels.findLast(({ at }) => bareMarker(this.sketches[at]?.typed ?? '') === prefix)
    this.#levels.length = above ? this.#levels.indexOf(above) + 1 : 0
    return above?.at ?? this.division
  }

  /** A list stands beneath the words that introduce it. */
  #itemParent({ style }: Reading): number {
    const at = this.sketches.length - 1
    const last = this.sketches[at]
    const top = this.#levels.at(-1)?.at ?? this.division
    if (!last || last.parent !== top || (last.kind !== 'text' && last.kind !== 'recital')) return top
    const introduces = !/[.!?]["”’»)]*$/u.test(textOf(last.words).trimEnd())
    return introduces || (style === 'bullet' && /[:;,–—-]$/u.test(textOf(last.words))) ? at : top
  }

  #add(sketch: Sketch): number {
    return this.sketches.push(sketch) - 1
  }
}

function follows(level: Level, value: number): boolean {
  return level.style === 'bullet' || value === level.value + 1 || value === level.value
}

function prefixOf(marker: string): string {
  const bare = bareMarker(marker)
  return bare.slice(0, Math.max(0, bare.lastIndexOf('.')))
}

function kindOf(style: MarkerStyle, parent: string): string {
  if (parent === 'preamble') return 'recital'
  if (style !== 'decimal' && style !== 'dotted' && style !== 'bracketed') return 'point'
  return parent === 'point' ? 'point' : 'paragraph'
}
