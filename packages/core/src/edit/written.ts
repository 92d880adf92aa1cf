/**
 * Words of one's own that a step wrote and that somebody carried elsewhere since: undo takes them back where they stand
 * now, and so it does what the step carried, where others carried all of a clause on. What others parted off from it is
 * another matter, and so are the words of others that the step brought back: they stay where those put them, unless they
 * went along.
 */

import * as Y from 'yjs'
import { charactersOf, idKey, isStanding, standings, writtenIn, type CharacterId } from '../yjs/items.ts'
import { clausesOf, goneOf, isHidden, type YClause } from '../yjs/stored.ts'
import { copiesIn } from './copies.ts'
import { Journeys } from './journeys.ts'
import { overtakenBy, type Changes } from './values.ts'

/**
 * Deletes the words that a step wrote where they were carried to, and those that it carried where they were carried on to.
 * Call it within the transaction, before the step is taken back. Cost: one pass over what the step wrote where all of it
 * stands; else for each character that does not, one pass over all notes of copies for each step of its way.
 * @returns the clauses that others parted off and that are empty without them
 */
export function takeBackCarried(transaction: Y.Transaction, step: Changes): readonly YClause[] {
  const { doc } = transaction
  const all = charactersIn(transaction, step.insertions).filter((id) => !Y.isDeleted(step.deletions, id))
  if (all.every((id) => isStanding(doc, id))) return []
  const journeys = new Journeys(doc)
  const carried = new Set(
    charactersIn(transaction, step.deletions)
      .filter((id) => !Y.isDeleted(step.insertions, id))
      .map((id) => rootKey(journeys, id)),
  )
  const comesBack = (id: CharacterId): boolean => carried.has(rootKey(journeys, id))
  const written = all
    .filter((id) => !isStanding(doc, id) && !comesBack(id))
    .flatMap((id) =>
      journeys.rootOf(id).client === doc.clientID ? journeys.familyOf(id).slice(1) : mineOf(journeys, id),
    )
  const byClause = Map.groupBy(all.filter(comesBack), (id) => writtenIn(doc, journeys.partedFrom(id) ?? id))
  const back = [...byClause.values()].flatMap((ids) => carriedOn(doc, ids, journeys))
  const standing = [...written, ...back].filter((id) => isStanding(doc, id))
  deleteAll(transaction, [...new Map(standing.map((id) => [idKey(id), id])).values()])
  const left = [...new Set(back.map((id) => writtenIn(doc, id)))]
  return left.filter((text) => text?.length === 0 && isOfCopies(text)).map((text) => text?.parent as YClause)
}

/** What others' words that a step wrote were copied as, but for those that somebody else wrote again since: these are that one's. */
function mineOf(journeys: Journeys, id: CharacterId): readonly CharacterId[] {
  return journeys.copiesBack(id).filter((copy) => copy.client === id.client || !journeys.isWrittenAgain(copy))
}

function rootKey(journeys: Journeys, id: CharacterId): string {
  return idKey(journeys.rootOf(id))
}

/**
 * Where words stand that a step carried from one clause. What others parted off from those where the step put them stays
 * parted; where others carried all of them on, those stand for the clause that go on first.
 */
function carriedOn(doc: Y.Doc, ids: readonly CharacterId[], journeys: Journeys): readonly CharacterId[] {
  const stands = (id: CharacterId): boolean => isStanding(doc, id)
  const along = ids.filter((id) => !stands(id)).flatMap((id) => journeys.copiesAlong(id).filter(stands))
  if (along.length > 0 || ids.some(stands)) return along
  const on = ids.flatMap((id) => journeys.copiesOn(id).filter(stands))
  const first = on[0] && writtenIn(doc, on[0])
  return on.filter((id) => writtenIn(doc, id) === first)
}

/** Whether a clause that somebody else made never had words of its own: they parted them off from another. */
function isOfCopies(text: Y.Text): boolean {
  if ((text.parent as YClause)._item?.id.client === text.doc?.clientID) return false
  const copied = new Set(
    copiesIn(text.parent as YClause)
      .flatMap(({ segments }) => segments)
      .flatMap(charactersOf)
      .map(idKey),
  )
  return [...standings(text)].flatMap(charactersOf).every((id) => copied.has(idKey(id)))
}

/**
 * What a step deleted, but for what it carried elsewhere, or was pasted since by this client, and somebody struck out there:
 * brought back, it would stand again though nobody wanted it; and but for a footnote that it wrote again and somebody else
 * wrote once more since: brought back, it would stand beside that one. `byOthers`: what others deleted.
 * Call it within the transaction, before anything is taken back. Cost: for each character that the step carried, one pass
 * over all notes of copies.
 */
export function withoutStruck(
  transaction: Y.Transaction,
  { insertions, deletions }: Changes,
  byOthers: Changes['deletions'],
): Changes['deletions'] {
  const { doc } = transaction
  const journeys = new Journeys(doc)
  // What the step carried and then deleted itself was not struck out since.
  const isLeft = (copy: CharacterId): boolean => isAmong(insertions, copy) && !isAmong(deletions, copy)
  const stands = (id: CharacterId): boolean => journeys.familyOf(id).some((one) => isStanding(doc, one))
  const isStruck = (id: Y.ID): boolean => {
    const copies = journeys.familyOf(id).slice(1)
    const left = copies.filter(isLeft)
    if (left.length > 0) return !left.some(stands)
    const areMine = copies.every(({ client }) => client === doc.clientID)
    return areMine && copies.some((copy) => isAmong(byOthers, copy)) && !stands(id)
  }
  const isOvertaken = (id: Y.ID): boolean => {
    const put = putFor(Y.getItem(doc.store, id), insertions).filter((one) => !Y.isDeleted(deletions, one))
    return put.length > 0 && !put.some(stands)
  }
  const struck = new Set(
    charactersIn(transaction, deletions)
      .filter((id) => isStruck(id) || isOvertaken(id))
      .map(idKey),
  )
  return struck.size === 0 ? deletions : without(deletions, struck)
}

function isAmong(items: Changes['deletions'], id: CharacterId): boolean {
  return Y.isDeleted(items, idAt(id, 0))
}

/** What was put in place of an embedded object: side by side with it, by the step that inserted these. */
function putFor(struct: Y.Item | Y.GC, insertions: Changes['insertions']): readonly Y.ID[] {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentEmbed)) return []
  const put: Y.ID[] = []
  for (const way of ['left', 'right'] as const)
    for (let item = struct[way]; item && Y.isDeleted(insertions, item.id); item = item[way])
      if (item.length === 1) put.push(item.id)
  return put
}

/**
 * Whether all that a step did was done to the words of clauses that are deleted, and stand nowhere else, or was to part such
 * a clause from another: its words would else stand again though somebody deleted them with it.
 */
export function isBuried(doc: Y.Doc, { insertions, deletions }: Changes): boolean {
  const structs: (Y.Item | Y.GC)[] = []
  doc.transact((transaction) => {
    const isOvertaken = overtakenBy(transaction, { insertions, deletions })
    const note = (struct: Y.Item | Y.GC): void => void (isOvertaken(struct) || structs.push(struct))
    Y.iterateDeletedStructs(transaction, insertions, note)
    Y.iterateDeletedStructs(transaction, deletions, note)
  })
  const buried = new Set(structs.filter(isOfDeleted))
  const rest = structs.filter((struct) => !buried.has(struct))
  const made = new Set(rest.filter((struct) => isMadeClause(struct, insertions)))
  if (structs.length === 0 || (rest.length > 0 && made.size === 0)) return false
  const journeys = new Journeys(doc)
  if ([...buried].some((struct) => wentAlong(struct, { journeys, insertions }))) return false
  const parted = rest.filter((struct) => !made.has(struct) && !made.has(clauseItemOf(struct)))
  return parted.every((struct) => isPartedOff(struct, { journeys, insertions }))
}

/** Whether words that a step wrote stand in a clause that is not deleted, where they were carried to since. */
function wentAlong(struct: Y.Item | Y.GC, { journeys, insertions }: Parting): boolean {
  const { client, clock } = struct.id
  if (!struct.deleted || !isAmong(insertions, struct.id)) return false
  return charactersOf({ client, clock, length: struct.length }).some((id) =>
    journeys.familyOf(id).some((copy) => {
      const text = isStanding(journeys.doc, copy) ? writtenIn(journeys.doc, copy) : undefined
      return text !== undefined && !isAmong(insertions, copy) && !isDeletedClause(text.parent)
    }),
  )
}

/** Whether an item is of the words of a clause that is deleted. */
function isOfDeleted(struct: Y.Item | Y.GC): boolean {
  return struct instanceof Y.Item && struct.parent instanceof Y.Text && isDeletedClause(struct.parent.parent)
}

/** Whether an item is a clause that was made by a step which inserted these, and that was deleted since. */
function isMadeClause(struct: Y.Item | Y.GC, insertions: Changes['insertions']): boolean {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return false
  const clause = struct.content.type
  return isDeletedClause(clause) && !isHiddenBy(insertions, clause as YClause)
}

/** The item of the clause that a value, or a note, is of. */
function clauseItemOf(struct: Y.Item | Y.GC): Y.Item | Y.GC {
  return struct instanceof Y.Item && struct.parent instanceof Y.Map ? (struct.parent._item ?? struct) : struct
}

interface Parting {
  readonly journeys: Journeys
  readonly insertions: Changes['insertions']
}

/** Whether an item is of words that a step has carried to a clause that is deleted now. */
function isPartedOff(struct: Y.Item | Y.GC, { journeys, insertions }: Parting): boolean {
  if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.Text) || !struct.deleted) return false
  if (struct.content instanceof Y.ContentFormat) return true
  const { client, clock } = struct.id
  return charactersOf({ client, clock, length: struct.length }).every((id) =>
    journeys.copiesOf(id).some((copy) => {
      const text = writtenIn(journeys.doc, copy)
      return isAmong(insertions, copy) && text !== undefined && isDeletedClause(text.parent)
    }),
  )
}

/** Whether this is a clause that was deleted, or all of it joined to one that was. */
function isDeletedClause(clause: unknown): boolean {
  const seen = new Set<unknown>()
  for (let at = clause; at instanceof Y.Map && isHidden(at as YClause) && !seen.has(at);) {
    const into = goneOf(at as YClause)?.into
    if (into === undefined) return true
    seen.add(at)
    at = at.doc && clausesOf(at.doc).get(into)
  }
  return false
}

/**
 * A step but for what it parted from a clause that was deleted since: taken back there, words that nobody deleted would be
 * read no more. Call it within the transaction, before anything is taken back.
 */
export function withoutBuried(transaction: Y.Transaction, { insertions, deletions }: Changes): Changes {
  const { doc } = transaction
  const isBuried = (id: Y.ID): boolean => {
    const text = writtenIn(doc, id)
    return text !== undefined && !isHiddenBy(insertions, text.parent as YClause) && isDeletedClause(text.parent)
  }
  const buried = charactersIn(transaction, deletions).filter((id) => isBuried(id) && !isAmong(insertions, id))
  if (buried.length === 0) return { insertions, deletions }
  const journeys = new Journeys(doc)
  /** There, or as what undo wrote again or others carried on. */
  const standsOn = (copy: CharacterId): boolean => journeys.familyOf(copy).some((one) => isStanding(doc, one))
  /** What a step made of a character that it carried off and that stands on. */
  const madeOf = (id: CharacterId): readonly CharacterId[] => {
    const first = journeys.copiesOf(id).filter((copy) => isAmong(insertions, copy) && standsOn(copy))
    return first.flatMap((copy) => journeys.familyOf(copy)).filter((copy) => isAmong(insertions, copy))
  }
  const parted = buried.map((id) => [id, ...madeOf(id)]).filter(({ length }) => length > 1)
  const kept = new Set(parted.flat().map(idKey))
  return { insertions: without(insertions, kept), deletions: without(deletions, kept) }
}

/** Whether a step that inserted these is what hides a clause, though it was shown and hidden again since. */
function isHiddenBy(insertions: Changes['insertions'], clause: YClause): boolean {
  const gone = clause['_map'].get('gone')
  if (gone?.deleted !== false) return false
  let first = gone
  for (let item = gone.left; item !== null && !Y.isDeleted(insertions, first.lastId); item = item.left)
    if (item.redone !== null && Y.compareIDs(item.redone, first.id)) first = item
  return Y.isDeleted(insertions, first.lastId)
}

function without(items: Changes['deletions'], characters: ReadonlySet<string>): Changes['deletions'] {
  const rest = Y.createDeleteSet()
  for (const [client, ranges] of items.clients) {
    const kept: { clock: number; len: number }[] = []
    for (const { clock, len } of ranges)
      for (let at = clock; at < clock + len; at++) {
        const last = kept.at(-1)
        if (characters.has(idKey({ client, clock: at }))) continue
        if (last && last.clock + last.len === at) last.len++
        else kept.push({ clock: at, len: 1 })
      }
    if (kept.length > 0) rest.clients.set(client, kept)
  }
  return rest
}

/**
 * Parts what a step wrote where what it was brought back as is parted by now. Yjs follows a stretch of words by its first
 * character alone: where others, or this replica, carried a part of it elsewhere, the rest would stay when the step is
 * taken back, and where more was written behind it, that would go along. Call it within the transaction.
 */
export function partWritten(transaction: Y.Transaction, { insertions }: Pick<Changes, 'insertions'>): void {
  const written: Y.Item[] = []
  Y.iterateDeletedStructs(transaction, insertions, (struct) => {
    if (struct instanceof Y.Item && struct.redone !== null) written.push(struct)
  })
  for (const { id, length } of written)
    for (let from = 0; from < length;) from += partFirst(transaction, idAt(id, from), length - from)
}

/** Parts the first stretch that was brought back as one. @returns its length */
function partFirst(transaction: Y.Transaction, id: Y.ID, most: number): number {
  const { store } = transaction.doc
  let [at, length] = [id, most]
  for (;;) {
    const item = Y.getItem(store, at)
    const into = at.clock - item.id.clock
    length = Math.min(length, item.length - into)
    if (!(item instanceof Y.Item) || item.redone === null) break
    at = idAt(item.redone, into)
  }
  for (const end of [idAt(id, length), idAt(at, length)])
    if (end.clock < Y.getState(store, end.client)) Y.getItemCleanStart(transaction, end)
  return length
}

const idAt = ({ client, clock }: CharacterId, offset: number): Y.ID => Y.createID(client, clock + offset)

/**
 * The characters among these items, not the marks. Of what is deleted and forgotten Yjs no longer tells which it was, and
 * `countable` says it of the first in an item alone: a mark may be among these, which is no matter, as none is carried.
 */
function charactersIn(transaction: Y.Transaction, items: Changes['insertions']): Y.ID[] {
  const ids: Y.ID[] = []
  Y.iterateDeletedStructs(transaction, items, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.Text)) return
    if (struct.content instanceof Y.ContentFormat) return
    for (let i = 0; i < struct.length; i++) ids.push(idAt(struct.id, i))
  })
  return ids
}

/**
 * Deletes characters as Yjs undoes them: what deletes from a text by its offsets also clears marks away that redo could
 * not put back.
 */
function deleteAll(transaction: Y.Transaction, ids: readonly CharacterId[]): void {
  for (const id of ids) {
    const [item, next] = [Y.getItemCleanStart(transaction, idAt(id, 0)), idAt(id, 1)]
    if (item.length > 1) Y.getItemCleanStart(transaction, next)
    item.delete(transaction)
  }
}
