/** What the clauses of the text on the table are called. */

import { useCallback } from 'react'
import { useStore } from '../app/store.ts'
import type { OutlineItem } from '../writing/surface.ts'
import type { Desk } from './desk.ts'

/** Gives the name of a clause, or undefined where it is not in the text. */
export function useCitations(desk: Desk): (clause: string) => string | undefined {
  const find = useItems(desk)
  return useCallback((clause: string) => find(clause)?.name, [find])
}

/** Gives what a clause is called beside words of it, or undefined where it is not in the text. */
export function useNumbers(desk: Desk): (clause: string) => string | undefined {
  const find = useItems(desk)
  return useCallback((clause: string) => find(clause)?.number, [find])
}

function useItems(desk: Desk): (clause: string) => OutlineItem | undefined {
  const items = useStore(desk, (state) => state.items)
  return useCallback((clause: string) => byId(items).get(clause), [items])
}

const known = new WeakMap<readonly OutlineItem[], ReadonlyMap<string, OutlineItem>>()

/** Made when it is first asked for, and once for all who ask. */
function byId(items: readonly OutlineItem[]): ReadonlyMap<string, OutlineItem> {
  const found = known.get(items) ?? new Map(items.map((item) => [item.id, item]))
  known.set(items, found)
  return found
}
