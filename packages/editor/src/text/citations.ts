/** What the clauses of the text on the table are called. */

import { useCallback, useMemo } from 'react'
import { useStore } from '../app/store.ts'
import type { Desk } from './desk.ts'

/** Gives the name of a clause, or undefined where it is not in the text. */
export function useCitations(desk: Desk): (clause: string) => string | undefined {
  const items = useStore(desk, (state) => state.items)
  const names = useMemo(() => new Map(items.map(({ id, name }) => [id, name])), [items])
  return useCallback((clause: string) => names.get(clause), [names])
}
