/** A comparison of two sides, kept up to date where one of them is the living text. */

import type { CompareOptions } from '@travaux/core'
import { useCallback } from 'react'
import type * as Y from 'yjs'
import { nothingOpened, useOpened } from '../app/opened.ts'
import type { Comparer, Source } from './comparer.ts'
import type { Aligned } from './protocol.ts'
import { openTimer } from './timer.ts'

export type Compared =
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly comparison: Aligned }
  | { readonly kind: 'failed'; readonly says: string }

const none: CompareOptions = {}
const working: Compared = { kind: 'working' }

/** Compares whenever a side changes; the last comparison stands until the next one is done. */
export function useComparison(
  comparer: Comparer | null,
  doc: Y.Doc | undefined,
  old: Source | undefined,
  current: Source | undefined,
  corrections: CompareOptions = none,
): Compared {
  const open = useCallback(
    (tell: (compared: Compared) => void) => {
      if (!comparer || !doc || !old || !current) return nothingOpened
      const refresh = (): void => {
        comparer.compare(old, current, { corrections }).then(
          (comparison) => tell({ kind: 'done', comparison }),
          (error: Error) => tell({ kind: 'failed', says: error.message }),
        )
      }
      const timer = openTimer(refresh)
      if (old.kind === 'living' || current.kind === 'living') doc.on('update', timer.touch)
      refresh()
      return () => {
        timer.stop()
        doc.off('update', timer.touch)
      }
    },
    [comparer, doc, old, current, corrections],
  )
  return useOpened(open, working)
}
