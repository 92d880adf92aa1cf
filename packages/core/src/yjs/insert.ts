/**
 * Writing words into a shared text.
 *
 * Laws. (1) Words stand directly behind the character that they were written behind. Yjs by itself writes them behind what
 * was deleted there, too: when that comes back, or is carried on from where it was carried to, they would stand behind it,
 * or go along. (2) What is typed behind the last letter of what another is typing stands behind all that the other types
 * on there, though their keys cross on the way; and so does what is pasted, joined or taken along. For that each run of
 * typing has an end: a deleted character that its letters are written in front of (`run.ts`), and whoever writes behind
 * the run writes behind its end.
 */

import * as Y from 'yjs'
import type { Run, Words } from '../clause/words.ts'
import type { CharacterId } from './items.ts'
import { characterBefore, endOfRun } from './run.ts'

type Marks = Map<string, unknown>

/** Where words are written among the deleted characters between two that stand. */
export interface Beside {
  /** Which of the two they are written beside: the one before, unless said otherwise. */
  readonly side?: Side
  /** Which of the deleted ones behind the one before they are written behind as well. */
  readonly over?: (id: CharacterId) => boolean
  /** Which of them they are written before in any case, and before all behind that. */
  readonly until?: (id: CharacterId) => boolean
}

export type Side = 'behind' | 'before'

/**
 * Inserts words at `index`, with the marks they have and no others. Cost: for each run one pass over the items before it.
 */
export function insertWords(
  text: Y.Text,
  index: number,
  words: Words,
  { side = 'behind', ...among }: Beside = {},
): void {
  const insert = (): void => {
    let at = index
    for (const run of words) {
      const writing = { text, index: at, run }
      insertRun(writing, side === 'behind' ? gapBehind(writing, among) : undefined)
      at += lengthOf(run)
    }
  }
  if (text.doc) text.doc.transact(insert)
  else insert()
}

/**
 * Inserts at `index` what this document's own client types there, as `insertWords` does: on in its own run if that ends
 * there, else in a new one, which begins behind the end of another's run. The text must be part of a document.
 */
export function typeWords(text: Y.Text, index: number, words: Words): void {
  const { doc } = text
  const [first, ...rest] = words
  if (!doc || !first) return
  doc.transact((transaction) => {
    const before = characterBefore(text, index)
    const end = before?.isLast === true ? endOfRun(before.item) : undefined
    const writing = { text, index, run: first }
    const isOwn = end?.id.client === doc.clientID
    insertRun(writing, isOwn ? gapAt(writing) : beginRun(transaction, { ...writing, end }))
    insertWords(text, index + lengthOf(first), rest)
  })
}

function gapBehind(writing: Writing, { over, until }: Beside): Gap | undefined {
  return (
    (over && behindDeleted(writing, { over, until: until ?? (() => false) })) ?? behindRun(writing) ?? gapAt(writing)
  )
}

/** The place behind the last of the deleted characters before an index that words are to be written behind, if there are such. */
function behindDeleted(
  { text, index }: Writing,
  { over, until }: Required<Pick<Beside, 'over' | 'until'>>,
): Gap | undefined {
  const { left, marks, isGap } = placeAt(text, index)
  if (!isGap) return undefined
  let found: { readonly item: Y.Item; readonly passed: number; readonly marks: Marks } | undefined
  let isOpen = true
  for (let item = left === null ? text._start : left.right; item !== null && isOpen; item = item.right) {
    if (item.content instanceof Y.ContentFormat) {
      if (!item.deleted) setMark(marks, item.content)
      continue
    }
    isOpen = item.deleted
    for (let nth = 0; isOpen && nth < item.length; nth++) {
      const id = { client: item.id.client, clock: item.id.clock + nth }
      isOpen = !until(id)
      if (isOpen && over(id)) found = { item, passed: nth + 1, marks: new Map(marks) }
    }
  }
  return found && { left: firstOf(text, found.item, found.passed), marks: found.marks }
}

/** An item of the first characters of another, which is parted where it is longer. */
function firstOf({ doc }: Y.Text, item: Y.Item, count: number): Y.Item {
  const { client, clock } = item.id
  if (count < item.length)
    doc?.transact((transaction) => Y.getItemCleanStart(transaction, Y.createID(client, clock + count)))
  return item
}

/** The place behind the end of the run that another types before an index, if one does: else the two would be torn. */
function behindRun({ text, index }: Writing): Gap | undefined {
  const before = characterBefore(text, index)
  const end = before?.isLast === true ? endOfRun(before.item) : undefined
  if (!end || end.id.client === text.doc?.clientID) return undefined
  return { ...placeAt(text, index), left: end }
}

interface Beginning extends Writing {
  /** The end of the run that another types there. */
  readonly end: Y.Item | undefined
}

/** Puts the end of a new run at a place. @returns the place in front of it */
function beginRun(transaction: Y.Transaction, { text, index, run, end }: Beginning): Gap {
  const before = characterBefore(text, index)
  if (before && !before.isLast) Y.getItemCleanStart(transaction, Y.createID(before.id.client, before.id.clock + 1))
  const { marks, left } = placeAt(text, index, end ? undefined : run.attributes)
  const place = { marks, left: end ?? left }
  integrate(transaction, { text, left: place.left, content: new Y.ContentDeleted(1) })
  return place
}

function lengthOf({ insert }: Run): number {
  return typeof insert === 'string' ? insert.length : 1
}

interface Writing {
  readonly text: Y.Text
  readonly index: number
  readonly run: Run
}

function insertRun(writing: Writing, gap: Gap | undefined): void {
  const { text, index, run } = writing
  const { insert, attributes = {} } = run
  if (gap) insertInto(gap, writing)
  // Marks are given in full, `{}` included: Yjs would else let new words inherit those to their left.
  else if (typeof insert === 'string') text.insert(index, insert, { ...attributes })
  else text.insertEmbed(index, insert, { ...attributes })
}

/** A place in front of deleted characters: the item it is behind, null at the start, and the marks that hold there. */
interface Gap {
  readonly left: Y.Item | null
  readonly marks: Marks
}

/** The place before an index, if deleted characters are there. */
function gapAt({ text, index, run: { attributes } }: Writing): Gap | undefined {
  const place = placeAt(text, index, attributes)
  return place.isGap ? place : undefined
}

/**
 * The place directly behind the character before an index: among the marks that begin or end there, where those hold that
 * are wanted, else behind them all.
 */
function placeAt(text: Y.Text, index: number, wanted?: Run['attributes']): Gap & { readonly isGap: boolean } {
  const marks: Marks = new Map()
  let [at, left]: [number, Y.Item | null] = [0, null]
  let fitting: Gap | undefined
  for (let item = text._start; ; [left, item] = [item, item.right]) {
    if (wanted && at === index && !differs(marks, wanted)) fitting ??= { left, marks: new Map(marks) }
    const isMark = item?.content instanceof Y.ContentFormat
    if (item === null || (at >= index && !isMark))
      return { ...(fitting ?? { left, marks }), isGap: at === index && item?.deleted === true }
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) setMark(marks, item.content)
    else at += item.length
  }
}

function differs(marks: Marks, wanted: NonNullable<Run['attributes']>): boolean {
  return differing(marks, wanted).length > 0
}

/** The marks to be set where others hold, for words to have theirs and no others. */
function differing(marks: Marks, wanted: NonNullable<Run['attributes']>): [string, unknown][] {
  const inherited = Object.fromEntries([...marks.keys()].map((name) => [name, null]))
  return Object.entries({ ...inherited, ...wanted }).filter(
    ([name, value]) => JSON.stringify(marks.get(name) ?? null) !== JSON.stringify(value),
  )
}

function setMark(marks: Marks, { key, value }: Y.ContentFormat): void {
  if (value === null) marks.delete(key)
  else marks.set(key, value)
}

function insertInto({ left, marks }: Gap, { text, index, run: { insert, attributes = {} } }: Writing): void {
  const { doc } = text
  if (!doc) return
  const content = typeof insert === 'string' ? new Y.ContentString(insert) : new Y.ContentEmbed(insert)
  doc.transact((transaction) => {
    integrate(transaction, { text, left, content })
    const others = differing(marks, attributes)
    if (others.length > 0) text.format(index, content.getLength(), Object.fromEntries(others))
  })
}

interface Placing {
  readonly text: Y.Text
  readonly left: Y.Item | null
  readonly content: Y.ContentString | Y.ContentEmbed | Y.ContentDeleted
}

/** Puts content directly behind an item, null at the start. */
function integrate(transaction: Y.Transaction, { text, left, content }: Placing): void {
  const { clientID, store } = transaction.doc
  const right = left === null ? text._start : left.right
  const id = Y.createID(clientID, Y.getState(store, clientID))
  const item = new Y.Item(id, left, left?.lastId ?? null, right, right?.id ?? null, text, null, content)
  item.integrate(transaction, 0)
  // Where Yjs remembers to have found an index is true no longer.
  text['_searchMarker']?.splice(0)
}
