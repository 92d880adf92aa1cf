/**
 * Writing words into a shared text.
 *
 * Law: words stand directly behind the character that they were written behind. Yjs by itself writes them behind what was
 * deleted there, too: when that comes back, or is carried on from where it was carried to, they would stand behind it, or
 * go along.
 */

import * as Y from 'yjs'
import type { Run, Words } from '../clause/words.ts'

type Marks = Map<string, unknown>

/** Which of two characters that stand, with deleted ones between them, words are written beside. */
export type Side = 'behind' | 'before'

/**
 * Inserts words at `index`, with the marks they have and no others: behind the character before, or before the one that
 * stands behind. Cost: for each run one pass over the items before it.
 */
export function insertWords(text: Y.Text, index: number, words: Words, side: Side = 'behind'): void {
  const insert = (): void => {
    let at = index
    for (const run of words) {
      insertRun({ text, index: at, run }, side)
      at += typeof run.insert === 'string' ? run.insert.length : 1
    }
  }
  if (text.doc) text.doc.transact(insert)
  else insert()
}

interface Writing {
  readonly text: Y.Text
  readonly index: number
  readonly run: Run
}

function insertRun(writing: Writing, side: Side): void {
  const { text, index, run } = writing
  const gap = side === 'behind' ? gapAt(text, index) : undefined
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

function gapAt(text: Y.Text, index: number): Gap | undefined {
  const marks: Marks = new Map()
  let [at, left]: [number, Y.Item | null] = [0, null]
  for (let item = text._start; item !== null; [left, item] = [item, item.right]) {
    const { content, deleted, length } = item
    if (content instanceof Y.ContentFormat) {
      if (!deleted) setMark(marks, content)
    } else if (at === index) return deleted ? { left, marks } : undefined
    else if (!deleted) at += length
    if (at > index) return undefined
  }
  return undefined
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
    const right = left === null ? text._start : left.right
    const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
    const item = new Y.Item(id, left, left?.lastId ?? null, right, right?.id ?? null, text, null, content)
    item.integrate(transaction, 0)
    // Where Yjs remembers to have found an index is true no longer.
    text['_searchMarker']?.splice(0)
    const inherited = Object.fromEntries([...marks.keys()].map((name) => [name, null]))
    const differing = Object.entries({ ...inherited, ...attributes }).filter(
      ([name, value]) => JSON.stringify(marks.get(name) ?? null) !== JSON.stringify(value),
    )
    if (differing.length > 0) text.format(index, content.getLength(), Object.fromEntries(differing))
  })
}
