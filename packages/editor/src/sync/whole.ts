/** Taking in a whole text. */

import * as Y from 'yjs'

/**
 * Applies the state of a text to a document that holds nothing yet, and gives it as it came to whoever keeps or sends updates.
 * Yjs would encode it anew for them, which takes as long as reading it. Nobody may write to the document in answer to what
 * comes: they would not hear of that.
 */
export function applyWhole(doc: Y.Doc, state: Uint8Array, origin: unknown): void {
  const listeners = doc['_observers'].get('update')
  doc['_observers'].delete('update')
  let applied: Y.Transaction | undefined
  doc.once('afterTransaction', (transaction: Y.Transaction) => void (applied = transaction))
  try {
    Y.applyUpdate(doc, state, origin)
  } finally {
    if (listeners) doc['_observers'].set('update', listeners)
    if (applied) doc.emit('update', [state, origin, doc, applied])
  }
}

/** Whether a document holds nothing at all. */
export function isBlank({ store }: Y.Doc): boolean {
  return store.clients.size === 0 && store.pendingStructs === null && store.pendingDs === null
}
