/** What was read of a document's structure, kept for as long as the structure stands: typing within words leaves it. */

import * as Y from 'yjs'

interface Kept {
  readonly values: Map<string, unknown>
  /** Transactions that have begun and whose changes are not yet sorted into structure and words. */
  readonly open: Set<Y.Transaction>
}

const keptOf = new WeakMap<Y.Doc, Kept>()

/**
 * The value that `read` gave when the structure of the document last changed; `name` tells one reading from another.
 * Within a transaction that has changed anything, `read` is always asked. The value must not be changed.
 */
export function keptReading<T>(doc: Y.Doc, name: string, read: () => T): T {
  const kept = keptOf.get(doc) ?? keep(doc)
  if ([...kept.open].some(({ changed }) => changed.size > 0)) return read()
  if (!kept.values.has(name)) kept.values.set(name, read())
  return kept.values.get(name) as T
}

function keep(doc: Y.Doc): Kept {
  const kept: Kept = { values: new Map(), open: new Set() }
  // A transaction that is under way has begun unheard; whatever it changed, it may change more.
  if (doc._transaction) kept.open.add(doc._transaction)
  doc.on('beforeTransaction', (transaction: Y.Transaction) => kept.open.add(transaction))
  doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
    kept.open.delete(transaction)
    if ([...transaction.changed.keys()].some(mayMove)) kept.values.clear()
  })
  doc.on('destroy', () => keptOf.delete(doc))
  keptOf.set(doc, kept)
  return kept
}

/** Words alone move nothing, unless they are those of a clause that was merged away, which shows while it has any. */
function mayMove(type: Pick<Y.AbstractType<unknown>, 'parent'>): boolean {
  const clause = type.parent
  return !(type instanceof Y.Text) || (clause instanceof Y.Map && clause.has('gone'))
}
