/** Reading a text out of its `Y.Doc`. Total: whatever another version or a hostile client left there is read as far as it goes. */

import * as Y from 'yjs'
import type { Clause, Draft, Frozen, FrozenKinds } from '../clause/clause.ts'
import { storedOrder, type Loose, type Placed } from '../clause/tree.ts'
import { normalWords, textOf, type Run, type Words } from '../clause/words.ts'
import { keptReading, keptTable } from './kept.ts'

const CLAUSES = 'clauses'
const META = 'meta'

export type YClause = Y.Map<unknown>
export type YClauses = Y.Map<YClause>

/** Keys of a clause with a meaning here; all others are carried along as `other`. */
const ownKeys: ReadonlySet<string> = new Set(['kind', 'place', 'text', 'gone', 'label', 'code', 'option'])

/** Notes of words carried here from another clause (`edit/copies.ts`): `copy:<client>:<clock>`. */
export const COPY_PREFIX = 'copy:'

/** Where a clause stands: one value, so that the last writer wins as a whole. */
export interface Place {
  readonly parent: string
  readonly order: string
}

/** Why a clause is not shown. One that was merged or taken back shows again while it holds words of anybody. */
export interface Gone {
  readonly by: string
  readonly at: number
  /** The clause it was merged into; '' where the one who made it took it back. */
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
  const place = clause.get('place')
  if (typeof place !== 'object' || place === null) return { parent: '', order: '' }
  const { parent, order } = place as Partial<Record<keyof Place, unknown>>
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

function isDeleted(doc: Y.Doc | null, id: string): boolean {
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
  const out: Run[] = []
  let at = 0
  for (const run of text.toDelta() as Run[]) {
    const size = typeof run.insert === 'string' ? run.insert.length : 1
    const start = Math.max(from - at, 0)
    const end = Math.min(from + length - at, size)
    if (start < end) out.push(typeof run.insert === 'string' ? { ...run, insert: run.insert.slice(start, end) } : run)
    at += size
  }
  return out
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

/** A clause as it is stored, without its words. */
interface Stored extends Loose {
  readonly stored: YClause
  readonly kind: string
  readonly label: string | undefined
  readonly option: string | undefined
  /** The wording that was chosen over it: whether the clause is hidden is that one's matter. */
  readonly chosen: string | undefined
}

/**
 * Every clause of a document that is shown, placed in reading order. Cost: O(n log n), words untouched; nothing where the
 * structure has not changed since it was last asked for.
 */
export function placedClauses(doc: Y.Doc): readonly Placed<Stored>[] {
  return keptReading(doc, 'placed', () => storedClauses(doc).filter(({ clause }) => !clause.hidden))
}

/** Every clause that is stored, deleted ones too, placed in the order they would be read in. Cost: as `placedClauses`. */
export function storedClauses(doc: Y.Doc): readonly Placed<Stored>[] {
  return keptReading(doc, 'stored', () => storedOrder(looseClauses(doc)))
}

function looseClauses(doc: Y.Doc): Stored[] {
  const loose: Stored[] = []
  for (const clause of keptTable(clausesOf(doc), 'loose', (id) => looseClause(doc, id))) {
    const { chosen } = clause
    loose.push(chosen === undefined ? clause : { ...clause, hidden: !isDeleted(doc, chosen) })
  }
  return loose
}

function looseClause(doc: Y.Doc, id: string): Stored | undefined {
  const stored: unknown = clausesOf(doc).get(id)
  if (!(stored instanceof Y.Map)) return undefined
  const { parent, order } = placeOf(stored)
  const [gone, label] = [goneOf(stored), stored.get('label')]
  return {
    id,
    parent,
    order,
    hidden: gone !== undefined && isHidden(stored),
    stored,
    kind: kindOf(stored),
    label: typeof label === 'string' ? label : undefined,
    option: optionOf(stored),
    chosen: gone?.into === undefined ? gone?.chosen : undefined,
  }
}

/** A clause as far as structure and numbers ask: without its words, which `stored` has. */
export interface BareClause extends Clause {
  readonly stored: YClause
}

const wordless: Words = []

/** The clauses of a document in reading order, without their words. Cost: as `placedClauses`. */
export function bareClauses(doc: Y.Doc): readonly BareClause[] {
  return keptReading(doc, 'bare', () => placedClauses(doc).map(bareClause))
}

function bareClause({ clause: { id, stored, kind, label, option }, parent, depth }: Placed<Stored>): BareClause {
  const bare: BareClause = { id, kind, parent, depth, words: wordless, stored }
  if (label === undefined && option === undefined) return bare
  return { ...bare, ...(label !== undefined && { label }), ...(option !== undefined && { option }) }
}

/** The clauses of a document in reading order, words and all. */
export function readClauses(doc: Y.Doc): Clause[] {
  return placedClauses(doc).map(readClause)
}

function readClause({ clause: { id, stored }, parent, depth }: Placed<Stored>): Clause {
  const label = stored.get('label')
  const code = stored.get('code')
  const option = optionOf(stored)
  const other = Object.entries(stored.toJSON()).filter(([key]) => !ownKeys.has(key) && !key.startsWith(COPY_PREFIX))
  return {
    id,
    kind: kindOf(stored),
    parent,
    depth,
    words: wordsOf(stored),
    ...(typeof label === 'string' && { label }),
    ...(typeof code === 'string' && { code }),
    ...(option !== undefined && { option }),
    ...(other.length > 0 && { other: Object.fromEntries(other) }),
  }
}

/** What a text is called. */
export function headingOf(doc: Y.Doc): Pick<Draft, 'title' | 'language' | 'symbol'> {
  const meta = metaOf(doc)
  const said = (key: string, otherwise: string): string => {
    const value = meta.get(key)
    return typeof value === 'string' ? value : otherwise
  }
  return { title: said('title', ''), language: said('language', 'en'), symbol: said('symbol', '') }
}

/** The whole text as it stands in a document. */
export function readDraft(doc: Y.Doc): Draft {
  return { ...headingOf(doc), clauses: readClauses(doc), ...frozenIn(doc) }
}

/** The numbers a document keeps, if its numbering is frozen, and their kinds; entries of another shape are passed over. */
export function frozenIn(doc: Y.Doc): Pick<Draft, 'frozen' | 'frozenKinds'> {
  const frozen = holding(metaOf(doc).get('frozen'), isFrozen, readFrozen)
  const frozenKinds = holding(metaOf(doc).get('frozenKinds'), isNamed, readKinds)
  return frozen ? { frozen, ...(frozenKinds && { frozenKinds }) } : {}
}

const readFrozen = new WeakMap<object, Frozen>()
const readKinds = new WeakMap<object, FrozenKinds>()

/** The entries of a stored object that hold, read once: the document gives the same object until another is set. */
function holding<T>(
  value: unknown,
  holds: (entry: [string, unknown]) => entry is [string, T],
  known: WeakMap<object, Readonly<Record<string, T>>>,
): Readonly<Record<string, T>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const before = known.get(value)
  if (before) return before
  const read = Object.fromEntries(Object.entries(value as Record<string, unknown>).filter(holds))
  known.set(value, read)
  return read
}

function isNamed(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string'
}

function isFrozen(entry: [string, unknown]): entry is [string, readonly [string, string]] {
  const [, value] = entry
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string')
}
