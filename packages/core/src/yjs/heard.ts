/**
 * Hearing of what others changed.
 *
 * Law: who hears of a change writes nothing by it. When one comes in, and when its event is asked for a delta, Yjs tidies
 * away the marks that have come to mean nothing: that would be a change by whoever hears of it, who may not be allowed to
 * write, and the record would have it in their name.
 */

import * as Y from 'yjs'
import type { Marks, Run } from '../clause/words.ts'

/** A document that writes nothing but what it is told to. */
export function newDocument(): Y.Doc {
  const doc = new Y.Doc()
  doc.on('afterTransaction', (transaction) => {
    transaction._needFormattingCleanup = false
  })
  return doc
}

/** What became of a stretch of a text, in the form of Quill's delta. */
export interface WordsChange {
  readonly insert?: Run['insert']
  readonly delete?: number
  readonly retain?: number
  /** The marks of what was inserted; of what stays only those that changed, as they are now, null for none. */
  readonly attributes?: Marks
}

/** What an event changed of the words of a text and their marks, from its start on. Cost: one pass over its items. */
export function changedWords(event: Y.YEvent<Y.AbstractType<unknown>>): WordsChange[] {
  const [before, now] = [new Map<string, unknown>(), new Map<string, unknown>()]
  const changes: WordsChange[] = []
  for (let item = event.target._start; item !== null; item = item.right) {
    const { content, length, deleted } = item
    const stood = !event.adds(item) && (!deleted || event.deletes(item))
    if (content instanceof Y.ContentFormat) {
      if (stood) before.set(content.key, content.value)
      if (!deleted) now.set(content.key, content.value)
    } else if (stood) changes.push(deleted ? { delete: length } : { retain: length, ...changedMarks(before, now) })
    else if (!deleted) changes.push({ insert: insertedBy(content), attributes: marksIn(now) })
  }
  return changes
}

function insertedBy(content: Y.Item['content']): Run['insert'] {
  return content instanceof Y.ContentString ? content.str : (content.getContent()[0] as Run['insert'])
}

function changedMarks(before: Marked, now: Marked): Pick<WordsChange, 'attributes'> {
  const names = [...before.keys(), ...now.keys()]
  const changed = names.filter((name) => valueIn(before, name) !== valueIn(now, name))
  return changed.length === 0
    ? {}
    : { attributes: Object.fromEntries(changed.map((name) => [name, now.get(name) ?? null])) }
}

/** Marks as they are set and taken off along a text: null for none. */
type Marked = ReadonlyMap<string, unknown>

const valueIn = (marked: Marked, name: string): string => JSON.stringify(marked.get(name) ?? null)

const marksIn = (marked: Marked): Marks => Object.fromEntries([...marked].filter(([, value]) => value !== null))
