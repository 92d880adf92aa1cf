/**
 * What was read of a document's structure, cache for as long as the structure stands: typing within words leaves it, and
 * a change asks again only about the clauses that it touched.
 */

import * as Y from 'yjs'

interface Cache {
  readonly values: Map<string, unknown>
  /** Values by key, and the keys that are to be read again. */
  readonly tables: Map<string, { readonly entries: Map<string, unknown>; readonly stale: Set<string> }>
  /** Transactions that have begun and whose changes are not yet sorted into structure and words. */
  readonly open: Set<Y.Transaction>
}

const cacheOf = new WeakMap<Y.Doc, Cache>()

/**
 * The value that `read` gave when the structure of the document last changed; `name` tells one reading from another.
 * Within a transaction that has changed anything, `read` is always asked. The value must not be changed.
 */
export function cachedReading<T>(doc: Y.Doc, name: string, read: () => T): T {
  const cache = cacheOf.get(doc) ?? openCache(doc)
  if (isChanging(cache)) return read()
  if (!cache.values.has(name)) cache.values.set(name, read())
  return cache.values.get(name) as T
}

interface Root {
  readonly doc: Y.Doc | null
  readonly keys: () => Iterable<string>
}

/**
 * What `read` gives for each key of a root map, where it gives anything: asked only about the keys beneath which the
 * structure has changed since, so what it gives must follow from what stands beneath the key alone. In no order.
 */
export function cachedTable<T>(root: Root, name: string, read: (key: string) => T | undefined): Iterable<T> {
  const cache = root.doc && (cacheOf.get(root.doc) ?? openCache(root.doc))
  if (!cache || isChanging(cache)) return tableOf(root.keys(), read).values()
  const known = cache.tables.get(name)
  if (!known) {
    const entries = tableOf(root.keys(), read)
    cache.tables.set(name, { entries, stale: new Set() })
    return entries.values()
  }
  for (const [key, value] of [...known.stale].map((stale) => [stale, read(stale)] as const)) {
    if (value === undefined) known.entries.delete(key)
    else known.entries.set(key, value)
  }
  known.stale.clear()
  return known.entries.values() as Iterable<T>
}

function tableOf<T>(keys: Iterable<string>, read: (key: string) => T | undefined): Map<string, T> {
  const entries = new Map<string, T>()
  for (const key of keys) {
    const value = read(key)
    if (value !== undefined) entries.set(key, value)
  }
  return entries
}

function isChanging({ open }: Cache): boolean {
  for (const { changed } of open) if (changed.size > 0) return true
  return false
}

function openCache(doc: Y.Doc): Cache {
  const cache: Cache = { values: new Map(), tables: new Map(), open: new Set() }
  // A transaction that is under way has begun unheard; whatever it changed, it may change more.
  if (doc._transaction) cache.open.add(doc._transaction)
  doc.on('beforeTransaction', (transaction: Y.Transaction) => cache.open.add(transaction))
  doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
    cache.open.delete(transaction)
    for (const [type, keys] of transaction.changed) if (mayMove(type)) forget(cache, type, keys)
  })
  doc.on('destroy', () => cacheOf.delete(doc))
  cacheOf.set(doc, cache)
  return cache
}

function forget({ values, tables }: Cache, type: Changed, keys: ReadonlySet<string | null>): void {
  values.clear()
  const key = rootKeyOf(type)
  for (const { stale } of tables.values()) {
    if (key !== undefined) stale.add(key)
    else for (const changed of keys) if (changed !== null) stale.add(changed)
  }
}

type Changed = Pick<Y.AbstractType<unknown>, 'parent' | '_item'>

/** Under which key of a root map a type stands, or undefined for a root itself. */
function rootKeyOf(type: Changed): string | undefined {
  let at = type
  while (at.parent?._item) at = at.parent
  return at._item?.parentSub ?? undefined
}

/**
 * Words alone move nothing, unless they are those of a clause that was merged away, which shows while it has any, or of one
 * that stands for another, which it does while it has none.
 */
function mayMove(type: Changed): boolean {
  const clause = type.parent
  return !(type instanceof Y.Text) || (clause instanceof Y.Map && (clause.has('gone') || clause.has('stands')))
}
