/** How the clauses of the text on the table are cited. */

import { useCallback, useMemo } from 'react'
import { useStore } from '../app/store.ts'
import type { Desk } from './desk.ts'

/** Gives the citation of a clause, or undefined where it is not in the text. */
export function useCitations(desk: Desk): (clause: string) => string | undefined {
  const items = useStore(desk, (state) => state.items)
  const citations = useMemo(() => new Map(items.map(({ id, citation }) => [id, citation])), [items])
  return useCallback((clause: string) => citations.get(clause), [citations])
}
