/** One comparing worker for the text on the table, started when it is first needed. */

import { useCallback } from 'react'
import type * as Y from 'yjs'
import { nothingOpened, useOpened } from '../app/opened.ts'
import { openComparer, type Comparer } from './comparer.ts'

/** The comparer of a document; null until there is a reason to compare. */
export function useComparer(doc: Y.Doc | undefined, wanted: boolean): Comparer | null {
  const open = useCallback(
    (tell: (comparer: Comparer) => void) => {
      if (!doc || !wanted) return nothingOpened
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'compare' })
      const opened = openComparer(worker, doc)
      tell(opened)
      return () => opened.close()
    },
    [doc, wanted],
  )
  return useOpened<Comparer | null>(open, null)
}
