/** Going to the clause that the address names. */

import { useEffect, useEffectEvent } from 'react'
import { areKeysFree } from '../app/arrival.ts'
import { goTo } from '../app/router.tsx'
import { useStore } from '../app/store.ts'
import type { Surface } from '../writing/surface.ts'
import type { Desk } from './desk.ts'

/** Goes from another screen to a clause on the page of its text, and takes the keys there. */
export function goToClause(desk: Desk, text: string, clause: string): void {
  desk.set({ following: null, bound: { clause } })
  goTo({ kind: 'write', text, clause })
}

interface ClausePlan {
  readonly desk: Desk
  readonly surface: Surface | null
  readonly clause: string | undefined
  readonly shown: boolean
}

/**
 * Goes to the clause once the page is there and whenever the address changes: the caret too, unless the keys are
 * somewhere else and it was not asked that they come along. One that the text has not is put on the desk as missing; should it come later, from the server or restored, it is gone to then.
 */
export function useClause({ desk, surface, clause, shown }: ClausePlan): void {
  const reveal = useEffectEvent((wanted: string) => surface?.revealClause(wanted, areKeysFree()))
  useEffect(() => {
    const missing = surface && shown && clause !== undefined && !reveal(clause)
    desk.set({ missing: missing ? clause : null })
  }, [desk, surface, shown, clause])
  const bound = useStore(desk, (state) => state.bound)
  useEffect(() => {
    if (!bound || !surface || !shown) return
    surface.revealClause(bound.clause, true)
    desk.set({ bound: null })
  }, [desk, surface, shown, bound])
  const come = useStore(desk, ({ missing, items }) => missing !== null && items.some(({ id }) => id === missing))
  useEffect(() => {
    if (!come || !surface || clause === undefined) return
    reveal(clause)
    desk.set({ missing: null })
  }, [desk, surface, clause, come])
}
