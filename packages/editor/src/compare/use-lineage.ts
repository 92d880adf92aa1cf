/** The comparisons between the successive states of a text, kept up while people type. */

import type { CompareOptions } from '@travaux/core'
import { useCallback } from 'react'
import type * as Y from 'yjs'
import { nothingOpened, useOpened } from '../app/opened.ts'
import type { Comparer, Source } from './comparer.ts'
import type { Aligned } from './protocol.ts'
import { openTimer } from './timer.ts'

export type Lineage =
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly comparisons: readonly Aligned[] }
  | { readonly kind: 'failed'; readonly says: string }

const working: Lineage = { kind: 'working' }

/**
 * One comparison fewer than there are states, each told its corrections. `states` and `corrections` must be the same lists
 * as long as they say the same.
 */
export function useLineage(
  comparer: Comparer | null,
  doc: Y.Doc | undefined,
  states: readonly Source[],
  corrections: readonly CompareOptions[],
): Lineage {
  const open = useCallback(
    (tell: (lineage: Lineage) => void) => {
      if (!comparer || !doc || states.length < 2) return nothingOpened
      const refresh = (): void => {
        compareAll(comparer, states, corrections).then(
          (comparisons) => tell({ kind: 'done', comparisons }),
          (error: Error) => tell({ kind: 'failed', says: error.message }),
        )
      }
      const timer = openTimer(refresh)
      doc.on('update', timer.touch)
      refresh()
      return () => {
        timer.stop()
        doc.off('update', timer.touch)
      }
    },
    [comparer, doc, states, corrections],
  )
  return useOpened(open, working)
}

function compareAll(
  comparer: Comparer,
  states: readonly Source[],
  corrections: readonly CompareOptions[],
): Promise<Aligned[]> {
  const steps = states.slice(1).flatMap((state, at) => {
    const before = states[at]
    return before ? [comparer.compare(before, state, { corrections: corrections[at] ?? {} })] : []
  })
  return Promise.all(steps)
}
