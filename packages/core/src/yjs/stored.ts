/** A clause as it is stored in a Y.Doc: what each of its keys says, whatever another version or a hostile client put there. */

import * as Y from 'yjs'
import { normalWords, sliceWords, textOf, type Run, type Words } from '../clause/words.ts'

const CLAUSES = 'clauses'
const META = 'meta'

export type YClause = Y.Map<unknown>
export type YClauses = Y.Map<YClause>

/** Notes of words carried here from another clause (`edit/copies.ts`): `copy:<client>:<clock>`. */
export const COPY_PREFIX = 'copy:'
/** Notes of what somebody chose among rival wordings here (`bracket/choice.ts`): `choice:<client>:<clock>`. */
export const CHOICE_PREFIX = 'choice:'

/** Whether a key of a clause holds such a note, of which no reader of the text sees anything. */
export function isNoteKey(key: string): boolean {
  return key.startsWith(COPY_PREFIX) || key.startsWith(CHOICE_PREFIX)
}

/** Whether this is a list of whole numbers from 0 up, as notes hold them. */
export function areCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isCount)
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

/** Where a clause stands: one value, so that the last writer wins as a whole. */
export interface Place {
  readonly parent: string
  readonly order: string
}

/** Why a clause is not shown. One that was merged or taken back shows again while it holds words of anybody. */
export interface Gone {
  readonly by: string
  readonly at: number
  /** The clause it was merged into; '' where it was empty when it went, or whoever made it took it back. */
  readonly into?: string
  /** The rival wording that was chosen over it. It shows again where that one is deleted too. */
  readonly chosen?: string
}

/** The shared map of all clauses by id, deleted ones among them. */
export function clausesOf(doc: Y.Doc): YClauses {
  return doc.getMap(CLAUSES)
}

/** The shared map of what holds for the whole text: title, language, symbol, kept numbers. */
export function metaOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(META)
}

/** The kind as it is stored, which may be one of a newer version; `text` where none is. */
export function kindOf(clause: YClause): string {
  const kind = clause.get('kind')
  return typeof kind === 'string' ? kind : 'text'
}

/** Where the clause is stored; at the head of the root where its place cannot be read. */
export function placeOf(clause: YClause): Place {
  const { parent, order } = Object(clause.get('place')) as Partial<Record<keyof Place, unknown>>
  return { parent: typeof parent === 'string' ? parent : '', order: typeof order === 'string' ? order : '' }
}

/** The clause's words, or undefined where another version stores them otherwise. */
export function textIn(clause: YClause): Y.Text | undefined {
  const text = clause.get('text')
  return text instanceof Y.Text ? text : undefined
}

/**
 * What is noted of a clause that was deleted, merged away or not chosen; undefined where nothing is. Of a note that cannot
 * be read, as much as can: a clause merged away to nowhere still shows its words. What else it says is kept.
 */
export function goneOf(clause: YClause): Gone | undefined {
  const gone = clause.get('gone')
  if (typeof gone !== 'object' || gone === null) return undefined
  const { by, at, into, chosen, ...others } = gone as Readonly<Record<string, unknown>>
  return {
    ...others,
    by: typeof by === 'string' ? by : '',
    at: typeof at === 'number' ? at : 0,
    ...(into !== undefined && { into: typeof into === 'string' ? into : '' }),
    ...(typeof chosen === 'string' && { chosen }),
  }
}

/**
 * Whether a clause is left out of the text: deleted, merged away with every word taken along, or not chosen. Of two
 * options that two people chose over each other at once, neither is: the provision must not go because both were kept.
 */
export function isHidden(clause: YClause): boolean {
  const gone = goneOf(clause)
  if (!gone) return false
  if (gone.into !== undefined) return (textIn(clause)?.length ?? 0) === 0
  return gone.chosen === undefined || !isDeleted(clause.doc, gone.chosen)
}

/** Whether a clause of this id was deleted, and not merged away. */
export function isDeleted(doc: Y.Doc | null, id: string): boolean {
  const clause = doc && clausesOf(doc).get(id)
  const gone = clause instanceof Y.Map ? goneOf(clause) : undefined
  return gone !== undefined && gone.into === undefined
}

/** The clause that a clause was offered as a rival wording to, or undefined. */
export function optionOf(clause: YClause): string | undefined {
  const option = clause.get('option')
  return typeof option === 'string' ? option : undefined
}

/** The id under which a shared text's clause stands in the document, or undefined where the text is of no clause. */
export function clauseIdOf(text: Pick<Y.Text, 'parent'>): string | undefined {
  const clause = text.parent
  const id = clause?._item?.parentSub
  return typeof id === 'string' && clause?.doc && clausesOf(clause.doc).get(id) === clause ? id : undefined
}

/** The words of a clause, normalized; none where another version stores them otherwise. */
export function wordsOf(clause: YClause): Words {
  const delta = (textIn(clause)?.toDelta() ?? []) as {
    insert: Run['insert'] | Y.AbstractType<unknown>
    attributes?: Run['attributes']
  }[]
  return normalWords(delta.map(plainRun))
}

/** The characters of a stored clause, embeds as one character each. */
export function textOfStored(clause: YClause): string {
  return textOf(wordsOf(clause))
}

/** The words of `length` characters from `from` on, marks and embeds as they are. */
export function sliceOf(text: Y.Text, from: number, length: number): Run[] {
  return sliceWords(text.toDelta() as Run[], from, length)
}

function plainRun({
  insert,
  attributes,
}: {
  insert: Run['insert'] | Y.AbstractType<unknown>
  attributes?: Run['attributes']
}): Run {
  const value = insert instanceof Y.AbstractType ? { shared: insert.toJSON() as unknown } : insert
  return attributes === undefined ? { insert: value } : { insert: value, attributes }
}
