/** The living text against its baseline, kept up while people type. */

import type { Draft, Pair } from '@travaux/core'
import { useCallback } from 'react'
import type * as Y from 'yjs'
import { nothingOpened, useOpened } from '../app/opened.ts'
import type { DifferenceMark } from '../writing/surface.ts'
import type { Comparer } from './comparer.ts'
import { openTimer } from './timer.ts'

/** What differs from the baseline, by the id of the clause in the living text. */
export type Differences = ReadonlyMap<string, Pair>

export interface Baseline {
  readonly name: string
  readonly draft: Draft
}

const none: Differences = new Map()

/** The differences now; empty while there is nothing to compare with. */
export function useDifferences(
  comparer: Comparer | null,
  doc: Y.Doc | undefined,
  baseline: Baseline | null,
): Differences {
  const open = useCallback(
    (tell: (differences: Differences) => void) => {
      if (!comparer || !doc || !baseline) return nothingOpened
      const refresh = (): void => {
        comparer.compare({ kind: 'draft', ...baseline }, { kind: 'living' }, { changedOnly: true }).then(
          ({ pairs }) => tell(differencesIn(pairs)),
          // The marks of the last comparison stay; Compare itself says what went wrong.
          () => undefined,
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
    [comparer, doc, baseline],
  )
  return useOpened(open, none)
}

/** The pairs that touch a clause of the living text, by that clause. */
function differencesIn(pairs: readonly Pair[]): Differences {
  const differences = new Map<string, Pair>()
  for (const pair of pairs) {
    if (markOf(pair)) for (const { id } of pair.new) differences.set(id, pair)
  }
  return differences
}

/** The quiet marks for the margin. */
export function marksOf(differences: Differences): readonly DifferenceMark[] {
  return [...differences].flatMap(([clause, pair]) => {
    const change = markOf(pair)
    return change ? [{ clause, change }] : []
  })
}

/** What the margin says of a pair; a clause that was only renumbered is left in peace. */
function markOf({ changes }: Pair): DifferenceMark['change'] | undefined {
  if (changes.includes('added')) return 'added'
  if (changes.some((change) => change === 'amended' || change === 'split' || change === 'merged')) return 'amended'
  return changes.includes('moved') ? 'moved' : undefined
}
