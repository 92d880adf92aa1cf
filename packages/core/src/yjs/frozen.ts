/** The numbers that a document keeps once its numbering is frozen. */

import type * as Y from 'yjs'
import type { Draft, Frozen, FrozenKinds } from '../clause/clause.ts'
import { metaOf } from './stored.ts'

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
