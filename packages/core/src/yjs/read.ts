/** Reading the clauses of a text out of its `Y.Doc`. Total: whatever another version or a hostile client left there is read as far as it goes. */

import * as Y from 'yjs'
import type { Clause, Draft } from '../clause/clause.ts'
import { storedOrder, type Loose, type Placed } from '../clause/tree.ts'
import { goOnBefore } from '../clause/unit.ts'
import type { Words } from '../clause/words.ts'
import { cachedReading, cachedTable } from './cache.ts'
import {
  clausesOf,
  goneOf,
  isNoteKey,
  isDeleted,
  isHidden,
  kindOf,
  metaOf,
  optionOf,
  placeOf,
  wordsOf,
  type YClause,
} from './stored.ts'

/** Keys of a clause with a meaning here; all others are carried along as `other`. */
const ownKeys: ReadonlySet<string> = new Set(['kind', 'place', 'text', 'gone', 'label', 'code', 'option', 'stands'])

/** A clause as it is stored, without its words. */
interface Stored extends Loose {
  readonly stored: YClause
  readonly kind: string
  readonly label: string | undefined
  readonly option: string | undefined
  /** The clause that was cut and that it stands for (`waiting.ts`). */
  readonly stands: string | undefined
  /** The wording that was chosen over it: whether the clause is hidden is that one's matter. */
  readonly chosen: string | undefined
}

/**
 * Every clause of a document that is shown, placed in reading order. Cost: O(n log n), words untouched; nothing where the
 * structure has not changed since it was last asked for.
 */
export function placedClauses(doc: Y.Doc): readonly Placed<Stored>[] {
  return cachedReading(doc, 'placed', () => storedClauses(doc).filter(({ clause }) => !clause.hidden))
}

/** Every clause that is stored, deleted ones too, placed in the order they would be read in. Cost: as `placedClauses`. */
export function storedClauses(doc: Y.Doc): readonly Placed<Stored>[] {
  return cachedReading(doc, 'stored', () => goOnBefore(storedOrder(looseClauses(doc))))
}

/** What each clause is stored beneath, shown or hidden, by id. Cost: O(n). */
export function containersIn(doc: Y.Doc): ReadonlyMap<string, string> {
  return new Map(storedClauses(doc).map(({ clause, container }) => [clause.id, container]))
}

function looseClauses(doc: Y.Doc): Stored[] {
  const loose: Stored[] = []
  for (const clause of cachedTable(clausesOf(doc), 'loose', (id) => looseClause(doc, id))) {
    const { chosen } = clause
    loose.push(chosen === undefined ? clause : { ...clause, hidden: !isDeleted(doc, chosen) })
  }
  return loose
}

function looseClause(doc: Y.Doc, id: string): Stored | undefined {
  const stored: unknown = clausesOf(doc).get(id)
  if (!(stored instanceof Y.Map)) return undefined
  const { parent, order } = placeOf(stored)
  const [gone, label, stands] = [goneOf(stored), stored.get('label'), stored.get('stands')]
  return {
    id,
    parent,
    order,
    hidden: gone !== undefined && isHidden(stored),
    stored,
    kind: kindOf(stored),
    label: typeof label === 'string' ? label : undefined,
    option: optionOf(stored),
    stands: typeof stands === 'string' ? stands : undefined,
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
  return cachedReading(doc, 'bare', () => placedClauses(doc).map(bareClause))
}

function bareClause({ clause: { id, stored, kind, label, option }, parent, depth }: Placed<Stored>): BareClause {
  const bare: BareClause = { id, kind, parent, depth, words: wordless, stored }
  if (label === undefined && option === undefined) return bare
  return { ...bare, ...(label !== undefined && { label }), ...(option !== undefined && { option }) }
}

/** The clauses of a document in reading order, words and all, or the first so many of them. */
export function readClauses(doc: Y.Doc, count = Infinity): Clause[] {
  return placedClauses(doc).slice(0, count).map(readClause)
}

function readClause({ clause: { id, stored }, parent, depth }: Placed<Stored>): Clause {
  const label = stored.get('label')
  const code = stored.get('code')
  const option = optionOf(stored)
  const other = Object.entries(stored.toJSON()).filter(([key]) => !ownKeys.has(key) && !isNoteKey(key))
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
