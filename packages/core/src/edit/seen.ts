/** Whether a change of a document is one that a reader of the text sees. */

import * as Y from 'yjs'
import { placedClauses } from '../yjs/read.ts'
import { clausesOf, isHidden, isNoteKey, metaOf, type YClause, type YClauses } from '../yjs/stored.ts'

type Event = Y.YEvent<Y.AbstractType<unknown>>

/** Something in a clause that changed: what it was at first, and what it is. */
interface Change {
  readonly clause: YClause
  readonly before: string | undefined
  readonly now: () => string | undefined
}

/**
 * Runs a change and tells whether a reader of the text sees it: a clause that comes, goes or stands elsewhere, its words,
 * what it is; and what holds for the whole text, as its kept numbers. Notes of copies are not seen, nor is what happens
 * within a clause that is hidden, nor what is mended at once. Call it outside of any transaction. Cost: one pass over the
 * items of the texts that changed, and one over the clauses where their order may have changed.
 */
export function isSeen(doc: Y.Doc, change: () => unknown): boolean {
  const clauses = clausesOf(doc)
  const before = placedClauses(doc)
  const changes = new Map<string, Change>()
  const note = (events: readonly Event[]): void => {
    for (const [name, found] of events.flatMap((event) => changesIn(clauses, event)))
      if (!changes.has(name)) changes.set(name, found)
  }
  const held = new Map(metaOf(doc))
  clauses.observeDeep(note)
  try {
    change()
  } finally {
    clauses.unobserveDeep(note)
  }
  if (!holdsAlike(held, new Map(metaOf(doc)))) return true
  if (!standsAlike(before, placedClauses(doc))) return true
  return [...changes.values()].some((one) => !isHidden(one.clause) && one.before !== one.now())
}

/** What an event changed of a clause, each under a name of its own. */
function changesIn(clauses: YClauses, event: Event): [string, Change][] {
  const id = String(event.path[0] ?? '')
  const [clause, text] = [clauses.get(id), event.target]
  if (!(clause instanceof Y.Map)) return []
  if (text instanceof Y.Text)
    return [[id, { clause, before: readBefore(text, event), now: () => readIn(text, isLive) }]]
  return [...event.changes.keys].flatMap(([key, { oldValue }]): [string, Change][] => {
    if (isNoteKey(key) || structural.has(key)) return []
    return [[`${id} ${key}`, { clause, before: JSON.stringify(oldValue), now: () => JSON.stringify(clause.get(key)) }]]
  })
}

const isLive = (item: Y.Item): boolean => !item.deleted

function readBefore(text: Y.Text, event: Event): string {
  return readIn(text, (item) => !event.adds(item) && (!item.deleted || event.deletes(item)))
}

/** The words that these items of a text are, with their marks where those change. Cost: one pass over its items. */
function readIn(text: Y.Text, stands: (item: Y.Item) => boolean): string {
  const marks = new Map<string, unknown>()
  let [read, told] = ['', '']
  for (let item = text._start; item !== null; item = item.right) {
    const { content } = item
    if (!stands(item)) continue
    if (content instanceof Y.ContentFormat) marks.set(content.key, content.value)
    else {
      const marked = marksOf(marks)
      if (marked !== told) read += `\0${marked}`
      read += content instanceof Y.ContentString ? content.str : JSON.stringify(content.getContent())
      told = marked
    }
  }
  return read
}

function marksOf(marks: ReadonlyMap<string, unknown>): string {
  const set = [...marks].filter(([, value]) => value !== null)
  return set
    .map((mark) => JSON.stringify(mark))
    .toSorted()
    .join()
}

/** Keys whose values are seen in where clauses stand, and whether. */
const structural: ReadonlySet<string> = new Set(['place', 'gone'])

const isAlike = (one: unknown, other: unknown): boolean => one === other || written(one) === written(other)

/** The same for values that differ in nothing but the order of their keys. */
function written(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function holdsAlike(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): boolean {
  return before.size === after.size && [...before].every(([key, value]) => isAlike(value, after.get(key)))
}

type Tree = ReturnType<typeof placedClauses>

function standsAlike(before: Tree, after: Tree): boolean {
  if (before === after) return true
  return (
    before.length === after.length &&
    before.every(({ clause, parent, depth }, nth) => {
      const now = after[nth]
      return now?.clause.id === clause.id && now.parent === parent && now.depth === depth
    })
  )
}
