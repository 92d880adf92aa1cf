/** Which characters are copies of which, by the notes of a document. */

import * as Y from 'yjs'
import { charactersOf, isSame, isStanding, writtenIn, type CharacterId, type Span } from '../yjs/items.ts'
import { clausesOf } from '../yjs/stored.ts'
import type { Known } from './known.ts'
import { actOf, copiesIn, isTaken, LONGEST_JOURNEY, type Copy, type Segment } from './copies.ts'

/** A step of a character's way: the character it then was, and the copy that took it there. */
export interface Hop {
  readonly id: CharacterId
  readonly copy: Copy
}

interface Noted {
  readonly segment: Segment
  readonly copy: Copy
}

/** The notes of copies as they are when this is made. Cost: O(s log s) for s segments; of each step of a way: O(log s). */
export class Journeys {
  readonly #byCopy: Index
  readonly #bySource: Index
  readonly #upon: ReadonlyMap<string, Known>

  readonly doc: Y.Doc

  constructor(doc: Y.Doc) {
    this.doc = doc
    const copies = [...clausesOf(doc).values()].flatMap(copiesIn)
    this.#upon = new Map(copies.flatMap(({ key, upon }) => (upon ? [[key, upon]] : [])))
    const noted = copies.flatMap((copy) => copy.segments.map((segment) => ({ segment, copy })))
    this.#byCopy = new Index(noted, ({ segment }) => segment)
    this.#bySource = new Index(noted, ({ segment }) => segment.source)
  }

  /** All that a character ever was, the last first: what it is itself, and what it was before each time that it was carried. */
  pastOf(id: CharacterId): readonly CharacterId[] {
    return [id, ...this.#wayTo(id).map((hop) => hop.id)]
  }

  /** What a character was before it was first carried anywhere. */
  rootOf(id: CharacterId): CharacterId {
    return this.#wayTo(id).at(-1)?.id ?? id
  }

  /** What somebody did that brought a character where it stands (`actOf`). */
  lastActOf(id: CharacterId): string | undefined {
    const [last] = this.#wayTo(id)
    return last && actOf(last.copy)
  }

  /** Whether somebody put a character where it stands, or where it was taken along from: it was not just written there. */
  wasPut(id: CharacterId): boolean {
    return this.#wayTo(id).some(({ copy }) => !isTaken(copy))
  }

  /** What somebody did that brought a character where it stands, or where it was written again (`actOf`). */
  lastBroughtBy(id: CharacterId): string | undefined {
    const brought = this.#wayTo(id).find(({ copy }) => !copy.again)
    return brought && actOf(brought.copy)
  }

  /** Whether this client put a character where it stands, or where it was taken along from. */
  wasPutBy(client: number, id: CharacterId): boolean {
    return this.#wayTo(id).some(({ copy }) => !isTaken(copy) && copy.segments[0]?.client === client)
  }

  /** What whoever did something that had words carried knew of others beside them (`actOf`). */
  knownTo(act: string): Known {
    return this.#upon.get(act) ?? []
  }

  /** How often a character went, or went along, with something that somebody did (`actOf`). */
  timesCarried(act: string, id: CharacterId): number {
    return this.#wayTo(id).filter(({ copy }) => actOf(copy) === act).length
  }

  /** Whether a character is what was deleted, written again. */
  isWrittenAgain(id: CharacterId): boolean {
    return this.#wayTo(id)[0]?.copy.again === true
  }

  /** What a character was in the text that it was carried from to the one where it is, if it was. */
  partedFrom(id: CharacterId): CharacterId | undefined {
    const here = writtenIn(this.doc, id)
    return this.#wayTo(id).find((hop) => writtenIn(this.doc, hop.id) !== here)?.id
  }

  /** Whether a character stood before in the text where it is, and was written again there. */
  wasHere(id: CharacterId): boolean {
    const [step] = this.#wayTo(id)
    return step !== undefined && writtenIn(this.doc, step.id) === writtenIn(this.doc, id)
  }

  /** Whether a character stands somewhere, as what it was or what it was copied as. */
  stands(id: CharacterId): boolean {
    return this.familyOf(this.rootOf(id)).some((one) => isStanding(this.doc, one))
  }

  /** Whether a character stands in another text than this one, as what it was or what it was copied as. */
  standsOutside(text: Y.Text, id: CharacterId): boolean {
    const family = this.familyOf(this.rootOf(id))
    return family.some((one) => isStanding(this.doc, one) && writtenIn(this.doc, one) !== text)
  }

  /**
   * Whether of two characters the one stood before the other in a text that both came by; undefined where there is none.
   * Cost: one pass over a text.
   */
  precedes(one: CharacterId, other: CharacterId): boolean | undefined {
    const before = this.#placesOf(one, [])
    for (const id of this.#placesOf(other, [other])) {
      const text = writtenIn(this.doc, id)
      const here = text && before.filter((ahead) => writtenIn(this.doc, ahead) === text)
      const found = here?.[Math.min(this.#visit(other, id), here.length - 1)]
      if (found) return isBefore(this.doc, found, id)
    }
    return undefined
  }

  /** How often a character had come by the text where it was as `place` before it was that. */
  #visit(id: CharacterId, place: CharacterId): number {
    const text = writtenIn(this.doc, place)
    return this.pastOf(id)
      .toReversed()
      .filter((one) => writtenIn(this.doc, one) === text)
      .findIndex((one) => isSame(one, place))
  }

  /** Whether a character stands or stood in a text, as what it was or what it was copied as. */
  cameBy(id: CharacterId, text: Y.Text): boolean {
    return this.familyOf(this.rootOf(id)).some((one) => writtenIn(this.doc, one) === text)
  }

  /** Whether a character stands or stood behind another in the text of that one. Cost: one pass over that text. */
  stoodBehind(id: CharacterId, other: CharacterId): boolean {
    const text = writtenIn(this.doc, other)
    const places = this.pastOf(id).filter((one) => writtenIn(this.doc, one) === text)
    return places.some((one) => isBefore(this.doc, other, one))
  }

  /** Whether any of these characters came by a text. */
  haveCome(spans: readonly Span[], text: Y.Text | undefined): boolean {
    return spans
      .flatMap(charactersOf)
      .some((one) => this.#wayTo(one).some(({ id }) => writtenIn(this.doc, id) === text))
  }

  /**
   * What a character was, the first first, as what undo wrote again stands in front of where it was; then `last`. What was
   * taken along to a text that it had not come by stands where it belongs, so that comes before all; what was carried within
   * its text stood last where it was carried from; and what was struck out stood where that was, the last first.
   */
  #placesOf(id: CharacterId, last: readonly CharacterId[]): readonly CharacterId[] {
    const way = this.#wayTo(id)
    const [step] = way
    const before = way.map((hop) => hop.id)
    const came = before.toReversed()
    const here = writtenIn(this.doc, id)
    const isTakenBack = way.some(({ copy }) => copy.again) && came.some((one) => writtenIn(this.doc, one) === here)
    if (step?.copy.after !== undefined) return isTakenBack ? [...came, id] : [id, ...came]
    if (step?.copy.again === true) return [...before, ...last]
    const isWithin = step !== undefined && writtenIn(this.doc, step.id) === here
    return [...(isWithin ? [step.id] : []), ...came, ...last]
  }

  /** A character and every copy of it, and of its copies. */
  familyOf(root: CharacterId): readonly CharacterId[] {
    const all = [root]
    for (let at = 0; at < Math.min(all.length, LONGEST_JOURNEY); at++) all.push(...this.copiesOf(all[at] ?? root))
    return all
  }

  /** What a character was copied as, each time that it was carried from where it stood. */
  copiesOf(id: CharacterId): readonly CharacterId[] {
    return this.#copiedAs(id, () => true)
  }

  /** What others, or the same one at another time, copied the same character as that this is a copy of. */
  rivalsOf(id: CharacterId): readonly CharacterId[] {
    const [last] = this.#wayTo(id)
    return last ? this.copiesOf(last.id).filter((one) => !isSame(one, id)) : []
  }

  /** What another took a character along as that this is, written again; undefined where nobody did, or that stands. */
  takenWhen(id: CharacterId): CharacterId | undefined {
    const [last] = this.#wayTo(id)
    if (last?.copy.again !== true) return undefined
    const taken = this.#copiedAs(last.id, ({ after }) => after !== undefined)
    return taken.findLast((one) => one.client !== id.client && !isStanding(this.doc, one))
  }

  #copiedAs(id: CharacterId, how: (copy: Copy) => boolean): readonly CharacterId[] {
    return this.#bySource
      .at(id)
      .filter(({ copy }) => how(copy))
      .map(({ segment: { client, clock, source } }) => ({ client, clock: clock + id.clock - source.clock }))
  }

  /**
   * What a character was copied as in the text where it is, however it came back there, and in those where it went along
   * with what another did (`carry.ts`).
   */
  copiesAlong(id: CharacterId): readonly CharacterId[] {
    return this.#copiesWithin(id, [id])
  }

  /** What a character was copied as in these texts, and in those that it had stood in before and was taken back to. */
  copiesBack(id: CharacterId): readonly CharacterId[] {
    return this.#copiesWithin(id, this.pastOf(id))
  }

  #copiesWithin(id: CharacterId, places: readonly CharacterId[]): readonly CharacterId[] {
    const texts = new Set(places.map((one) => writtenIn(this.doc, one)))
    const all = [id]
    for (let at = 0; at < Math.min(all.length, LONGEST_JOURNEY); at++) {
      const one = all[at] ?? id
      const along = this.#copiedAs(one, ({ after }) => after !== undefined)
      if (texts.has(writtenIn(this.doc, one))) for (const copy of along) texts.add(writtenIn(this.doc, copy))
      all.push(...this.copiesOf(one))
    }
    return all.slice(1).filter((one) => texts.has(writtenIn(this.doc, one)))
  }

  /**
   * What a character was copied as wherever it was carried on from where it is, but for where it was taken back to: texts
   * that it had stood in before.
   */
  copiesOn(id: CharacterId): readonly CharacterId[] {
    const here = writtenIn(this.doc, id)
    const before = new Set(this.#wayTo(id).map((hop) => writtenIn(this.doc, hop.id)))
    return this.familyOf(id)
      .slice(1)
      .filter((one) => writtenIn(this.doc, one) === here || !before.has(writtenIn(this.doc, one)))
  }

  /** The way back from a character, the last step first. */
  #wayTo(id: CharacterId): Hop[] {
    const way: Hop[] = []
    for (let at = id; way.length < LONGEST_JOURNEY;) {
      const [by] = this.#byCopy.at(at)
      if (!by) break
      const { source, clock } = by.segment
      at = { client: source.client, clock: source.clock + at.clock - clock }
      way.push({ id: at, copy: by.copy })
    }
    return way
  }
}

/**
 * Where a character stands that splits, merges and undo carried elsewhere, or if it stands nowhere, how far it came;
 * undefined if it was never carried. It may have been carried several ways: undo brings back what a split took, and redo
 * takes it again. Cost: one pass over all notes of copies.
 */
export function whereCarried(doc: Y.Doc, id: CharacterId): Y.ID | undefined {
  const copies = new Journeys(doc).familyOf(id).slice(1)
  const found = copies.find((copy) => isStanding(doc, copy)) ?? copies.at(-1)
  return found && Y.createID(found.client, found.clock)
}

/** Whether of two characters of one text the first comes first, deleted or not. */
export function isBefore(doc: Y.Doc, one: CharacterId, other: CharacterId): boolean {
  const [first, second] = [one, other].map(({ client, clock }) => Y.getItem(doc.store, Y.createID(client, clock)))
  if (first === second) return one.clock < other.clock
  for (let item: Y.Item | null = second instanceof Y.Item ? second.left : null; item !== null; item = item.left)
    if (item === first) return true
  return false
}

/** Segments by the characters at one of their ends. */
class Index {
  readonly #byClient: ReadonlyMap<number, readonly Noted[]>
  readonly #end: (noted: Noted) => CharacterId
  readonly #longest: number

  constructor(noted: readonly Noted[], end: (noted: Noted) => CharacterId) {
    this.#end = end
    this.#longest = noted.reduce((most, { segment }) => Math.max(most, segment.length), 0)
    const sorted = noted.toSorted((a, b) => end(a).clock - end(b).clock)
    this.#byClient = Map.groupBy(sorted, (one) => end(one).client)
  }

  /** The segments that have a character at this end. */
  at({ client, clock }: CharacterId): Noted[] {
    const all = this.#byClient.get(client) ?? []
    const found: Noted[] = []
    for (let at = this.#countUpTo(all, clock) - 1; at >= 0; at--) {
      const one = all[at]
      if (!one || this.#end(one).clock + this.#longest <= clock) break
      if (clock < this.#end(one).clock + one.segment.length) found.push(one)
    }
    return found
  }

  /** How many of these begin at `clock` or before. */
  #countUpTo(all: readonly Noted[], clock: number): number {
    let [low, high] = [0, all.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const one = all[middle]
      if (one && this.#end(one).clock <= clock) low = middle + 1
      else high = middle
    }
    return low
  }
}
