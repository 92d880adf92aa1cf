/**
 * Carrying one's own words after a clause that somebody else split or merged, or whose splitting they took back. What I
 * wrote among characters that went elsewhere stays behind in the old clause; my own replica, and no other, takes it along,
 * so that it never changes its author. If I am gone for good the words stay where they were written.
 *
 * Laws. (1) My words stand behind the character that they stood behind when another carried that elsewhere; at the start of
 * a clause, before the one that they stood before if that was carried to where it is read earlier: they would else be read
 * behind it. Where it was carried on, as by parting a clause, they go on beginning their own. (2) They go along with one act
 * of another at most once, by whomever else they were led there, and once more where another act had brought both to one
 * place: two people's words would else send each other to and fro for ever.
 */

import * as Y from 'yjs'
import {
  charactersOf,
  idKey,
  isNewIn,
  isSame,
  isStanding,
  spansBetween,
  standings,
  writtenIn,
  type CharacterId,
} from '../yjs/items.ts'
import { clauseIdOf, clausesOf, goneOf, isHidden, sliceOf, textIn, type YClause } from '../yjs/stored.ts'
import { actOf, copiesIn, firstOf, insertCopy, newCopiesOf, type Copy } from './copies.ts'
import { Journeys } from './journeys.ts'
import { isJoined, isWaiting, strayIn, type Home, type Search, type Stray } from './stray.ts'

/**
 * Takes the words of this document's own client along to the clauses in `receivers`, which others filled by the
 * transaction `received`. Call it once that is over, and what stands twice is settled. Cost: one pass over all notes of
 * copies, and over the texts that the copied characters ever stood in.
 */
export function carryOwnWords(
  received: Y.Transaction,
  receivers: readonly YClause[],
  { settled, origin }: { readonly settled: ReadonlySet<string>; readonly origin: unknown },
): void {
  const copies = receivers.flatMap((clause) => newCopiesOf(clause, received))
  if (copies.length === 0) return
  const { doc } = received
  const { homes, texts } = homesOf(received, copies, settled)
  doc.transact(() => {
    for (const text of texts) carryFrom(text, { homeOf: (id) => homes.get(idKey(id)) })
  }, origin)
}

function carryFrom(text: Y.Text, search: Omit<Search, 'past'>): void {
  const { doc } = text
  if (!doc) return
  let past = new Journeys(doc)
  for (let stray = strayIn(text, { ...search, past }); stray; stray = strayIn(text, { ...search, past })) {
    carry(text, stray, past)
    past = new Journeys(doc)
  }
}

/** How many characters of each client were known, as a state vector says. */
type Clocks = ReadonlyMap<number, number>

/**
 * Takes words of others that a transaction has written again to where those took them along at the moment when they were
 * struck out: what was taken stands there no longer, and these would stand alone in what was left of their clause. Call it
 * within that transaction, once what was written again is noted.
 */
export function carryAfterAuthors(transaction: Y.Transaction): void {
  const { doc, changed } = transaction
  const known = textsIn(doc)
  for (const text of Array.from(changed.keys())) {
    if (!(text instanceof Y.Text) || !known.has(text)) continue
    const journeys = new Journeys(doc)
    const characters = [...standings(text)].flatMap(({ deleted, index, ...span }) =>
      deleted ? [] : charactersOf(span).map((id, nth) => ({ id, index: index + nth })),
    )
    // From the last to the first, so that the places of the others hold.
    for (const { id, index } of characters.toReversed()) {
      const taken = isNewIn(transaction, id) ? journeys.takenWhen(id) : undefined
      const there = taken && writtenIn(doc, taken)
      if (!there || there === text || !known.has(there) || isHidden(there.parent as YClause)) continue
      const home = { text: there, id: taken, act: journeys.lastActOf(taken), once: false, again: false }
      carry(text, { characters: [{ id, index }], home, side: 'behind' }, journeys)
    }
  }
}

/**
 * Takes what a transaction has written again along to where the character stands that it stood behind, if others carried
 * that elsewhere since: what they had carried before, by what was `known` then, it was written without. Call it within that
 * transaction, once what was written again is noted.
 */
export function carryRewritten(transaction: Y.Transaction, known: Clocks): void {
  const { doc, changed } = transaction
  const isNew = (id: CharacterId): boolean => isNewIn(transaction, id)
  if (!isNew({ client: doc.clientID, clock: Y.getState(doc.store, doc.clientID) - 1 })) return
  const texts = textsIn(doc)
  // What the transaction itself deletes stood until now; within it, that is in no order by which it could be found.
  const deleted = Y.mergeDeleteSets([transaction.deleteSet])
  const stood = (id: CharacterId): boolean =>
    isStanding(doc, id) || Y.isDeleted(deleted, Y.createID(id.client, id.clock))
  for (const text of Array.from(changed.keys())) {
    if (!(text instanceof Y.Text) || !texts.has(text)) continue
    const journeys = new Journeys(doc)
    /** Where a character had stood when the step was made, the last text last. */
    const whereThen = (id: CharacterId): (Y.Text | undefined)[] =>
      journeys
        .familyOf(journeys.rootOf(id))
        .filter(({ client, clock }) => clock < (known.get(client) ?? 0))
        .map((member) => writtenIn(doc, member))
    const writtenAgain = [...standings(text)].flatMap((span) => (span.deleted ? [] : charactersOf(span))).filter(isNew)
    const beside = new Set(writtenAgain.flatMap(whereThen))
    // Of a clause that was joined on since, all went elsewhere.
    const isBeside = (one: CharacterId): boolean => beside.has(whereThen(one).at(-1)) || isJoined(text)
    const homeOf = (one: CharacterId, isWithin: boolean): Home | undefined => {
      if (isStanding(doc, one) || !isBeside(one)) return undefined
      const family = journeys.familyOf(journeys.rootOf(one))
      const standing = family.findLast((member) => isStanding(doc, member))
      const id = standing ?? family.findLast(stood)
      const there = id && writtenIn(doc, id)
      if (!id || !there || (there === text) !== isWithin || !texts.has(there)) return undefined
      // What is written again right here stands nowhere else.
      if (isWithin && isNew(id)) return undefined
      const act = journeys.lastBroughtBy(id)
      if (act === undefined || firstOf(act).client === doc.clientID || wentWithMe(id, journeys)) return undefined
      return { text: there, id, act, once: false, again: false }
    }
    carryFrom(text, { homeOf: (one) => homeOf(one, false), may: isNew, leads: (one) => !!homeOf(one, true) })
    // Where others carried it there and back, it stands in the same text elsewhere.
    const until = Y.getState(doc.store, doc.clientID)
    const may = (id: CharacterId): boolean => isNew(id) && id.clock < until
    carryFrom(text, { homeOf: (one) => homeOf(one, true), may, onlyBehind: true })
  }
}

/**
 * Takes words that this client has carried to where they are, and those it wrote there, along with what a transaction of its
 * undo has carried back from there: others' words among them are its own to carry. Call it within that transaction, once what
 * was written again is noted.
 */
export function carryLeft(transaction: Y.Transaction): void {
  const { doc, changed } = transaction
  const texts = textsIn(doc)
  for (const text of Array.from(changed.keys())) {
    if (!(text instanceof Y.Text) || !texts.has(text)) continue
    const journeys = new Journeys(doc)
    const homeOf = (one: CharacterId): Home | undefined => {
      if (isStanding(doc, one)) return undefined
      const family = journeys.familyOf(journeys.rootOf(one))
      const id = family.findLast((member) => isNewIn(transaction, member) && isStanding(doc, member))
      const there = id && writtenIn(doc, id)
      if (!there || there === text || !texts.has(there)) return undefined
      return { text: there, id, act: undefined, once: false, again: false }
    }
    // What the transaction has written again stands where the step itself had it written, and what stood before a part
    // before it, wherever that was put since.
    carryFrom(text, { homeOf, may: (id) => !isNewIn(transaction, id), onlyBehind: true })
  }
}

/** Whether a character only went along with what this client carried, and has taken back: it goes back as well. */
function wentWithMe(id: CharacterId, journeys: Journeys): boolean {
  const act = journeys.lastActOf(id)
  const first = act === undefined ? undefined : firstOf(act)
  return first?.client === journeys.doc.clientID && !isStanding(journeys.doc, first)
}

/**
 * Takes what a transaction has written again in clauses that whoever made them took back, or that were joined on when they
 * were empty, where those hold nothing else, to where it had been parted from: there it would stand as a clause that nobody
 * wants. Call it within that transaction.
 */
export function leaveWithdrawn(transaction: Y.Transaction): void {
  const { doc, changed } = transaction
  const known = textsIn(doc)
  for (const text of Array.from(changed.keys()))
    if (text instanceof Y.Text && known.has(text) && goneOf(text.parent as YClause)?.into !== undefined)
      leave(text, known, (id) => isNewIn(transaction, id))
}

function leave(text: Y.Text, known: ReadonlySet<Y.Text>, isNew: (id: CharacterId) => boolean): void {
  const { doc } = text
  if (!doc) return
  const into = goneOf(text.parent as YClause)?.into
  const target = into === undefined ? undefined : clausesOf(doc).get(into)
  // Where some of its words were joined on, the rest belongs beside those.
  if (target && sourcesIn(target).some((one) => writtenIn(doc, one) === text)) return
  const journeys = new Journeys(doc)
  const standing = [...standings(text)].filter(({ deleted }) => !deleted)
  const characters = standing.flatMap(({ index, ...span }) =>
    charactersOf(span).map((id, nth) => ({
      id,
      index: index + nth,
      from: journeys.wasHere(id) ? journeys.partedFrom(id) : undefined,
    })),
  )
  const homeOf = ({ from: id }: Pick<(typeof characters)[number], 'from'>): Home | undefined => {
    const there = id && writtenIn(doc, id)
    if (!there || !known.has(there) || isHidden(there.parent as YClause)) return undefined
    if (into !== '' && into !== clauseIdOf(there)) return undefined
    return { text: there, id, act: undefined, once: false, again: false }
  }
  if (!characters.every((one) => isNew(one.id) && homeOf(one))) return
  for (let to = characters.length; to > 0;) {
    let from = to - 1
    while (from > 0 && follows(characters[from - 1]?.from, characters[from]?.from)) from--
    const [first, ...rest] = characters.slice(from, to)
    const home = first && homeOf(rest.at(-1) ?? first)
    if (home) carry(text, { characters: [first, ...rest], home, side: 'behind' }, journeys)
    to = from
  }
}

function sourcesIn(clause: YClause): CharacterId[] {
  return copiesIn(clause).flatMap(({ segments }) => segments.map(({ source }) => source))
}

function follows(one: CharacterId | undefined, next: CharacterId | undefined): boolean {
  return one !== undefined && one.client === next?.client && one.clock + 1 === next.clock
}

function textsIn(doc: Y.Doc): ReadonlySet<Y.Text> {
  return new Set([...clausesOf(doc).values()].flatMap((clause) => textIn(clause) ?? []))
}

/**
 * Where the copied characters stand now, by what they just were: not by what they were before, since words were written
 * there without them. And the texts that they stood in.
 */
function homesOf(received: Y.Transaction, copies: readonly Copy[], settled: ReadonlySet<string>) {
  const { doc, deleteSet } = received
  const journeys = new Journeys(doc)
  const known = textsIn(doc)
  const homes = new Map<string, Home>()
  const texts = new Set<Y.Text>()
  const sources = copies.flatMap(({ segments }) => segments.map(({ source, length }) => ({ ...source, length })))
  const left = new Set([...sources.flatMap(charactersOf).map(idKey), ...settled])
  const hasLeft = (one: CharacterId): boolean =>
    left.has(idKey(one)) || Y.isDeleted(deleteSet, Y.createID(one.client, one.clock))
  const leftBy = actsBySource(copies)
  for (const copy of copies)
    for (const copied of copy.segments.flatMap(charactersOf)) {
      const family = journeys.familyOf(journeys.rootOf(copied))
      const id = family.findLast((one) => isStanding(doc, one)) ?? copied
      const text = writtenIn(doc, id)
      if (!isNewIn(received, id) || !text || !known.has(text)) continue
      for (const one of family.filter((member) => member === id || hasLeft(member))) {
        homes.set(idKey(one), { text, id, act: leftBy.get(idKey(one)) ?? actOf(copy), once: true, again: copy.again })
        const source = writtenIn(doc, one)
        if (source && known.has(source)) texts.add(source)
      }
    }
  return { homes, texts }
}

/** What somebody did by which a character left where it was, by the character. */
function actsBySource(copies: readonly Copy[]): ReadonlyMap<string, string> {
  const acts = new Map<string, string>()
  for (const copy of copies)
    for (const { source, length } of copy.segments)
      for (const id of charactersOf({ ...source, length })) acts.set(idKey(id), actOf(copy))
  return acts
}

function carry(source: Y.Text, { characters, home, side }: Stray, past: Journeys): void {
  const { length } = characters
  const [{ index, id }] = characters
  const at = side === 'before' ? indexOf(home) : indexBehind(home, id, past)
  const spans = spansBetween(source, index, index + length)
  const passed = new Set(isStanding(past.doc, home.id) ? [] : charactersUpTo(home).map(idKey))
  insertCopy(home.text.parent as YClause, at, sliceOf(source, index, length), spans, {
    side,
    over: (one) => passed.has(idKey(one)) || past.stoodBehind(id, one),
    ...(home.act !== undefined && { after: home.act }),
  })
  source.delete(home.text === source && at <= index ? index + length : index, length)
}

/** All that is stored in a text up to a character. */
function charactersUpTo({ text, id }: Home): CharacterId[] {
  const all = [...standings(text)].flatMap(charactersOf)
  return all.slice(0, all.findIndex((one) => isSame(one, id)) + 1)
}

/** Whether a character was typed on behind the one that stands there, and not written again: the two are of one word. */
function continues(one: CharacterId, { id }: Home, past: Journeys): boolean {
  const before = past.rootOf(id)
  return isSame(past.rootOf(one), one) && before.client === one.client && before.clock + 1 === one.clock
}

function indexOf({ text, id: { client, clock } }: Home): number {
  const span = standings(text).find(
    (one) => one.client === client && clock < one.clock + one.length && clock >= one.clock,
  )
  if (!span) return text.length
  return span.deleted ? span.index : span.index + clock - span.clock
}

/**
 * Behind a character, what others wrote there since, and whatever was put there that came before `first` where both come
 * from; but directly behind it where `first` was typed on there, since the two are of one word. What stands there only since
 * it was not taken along yet goes by its own way.
 */
function indexBehind(home: Home, first: CharacterId, past: Journeys): number {
  const { text, id } = home
  if (continues(first, home, past)) return indexOf(home) + (isStanding(past.doc, id) ? 1 : 0)
  const notes = copiesIn(text.parent as YClause)
  const put = new Set(notes.flatMap(({ segments }) => segments.flatMap(charactersOf).map(idKey)))
  let found: number | undefined
  for (const { deleted, index, ...span } of standings(text))
    for (const [nth, one] of charactersOf(span).entries()) {
      const end = deleted ? index : index + nth + 1
      if (isSame(one, id)) found = end
      else if (found !== undefined && !deleted) {
        const [isPut, precedes] = [put.has(idKey(one)), past.precedes(one, first)]
        if (precedes === undefined ? isPut || isWaiting(one, past) : !precedes || !isPut) return found
        found = end
      }
    }
  return found ?? text.length
}
