/** What the clauses of the text on the table are called. */

import { useCallback } from 'react'
import { useStore } from '../app/store.ts'
import type { OutlineItem } from '../writing/surface.ts'
import type { Desk } from './desk.ts'

/** Gives the name of a clause, or undefined where it is not in the text. */
export function useCitations(desk: Desk): (clause: string) => string | undefined {
  const items = useStore(desk, (state) => state.items)
  return useCallback((clause: string) => namesOf(items).get(clause), [items])
}

const known = new WeakMap<readonly OutlineItem[], ReadonlyMap<string, string>>()

/** Made when it is first asked for, and once for all who ask. */
function namesOf(items: readonly OutlineItem[]): ReadonlyMap<string, string> {
  const names = known.get(items) ?? new Map(items.map(({ id, name }) => [id, name]))
  known.set(items, names)
  return names
}
