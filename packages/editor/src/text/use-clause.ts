/** Going to the clause that the address names. */

import { useEffect, useEffectEvent } from 'react'
import { areKeysFree } from '../app/arrival.ts'
import { useStore } from '../app/store.ts'
import type { Surface } from '../writing/surface.ts'
import type { Desk } from './desk.ts'

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
  const goTo = useEffectEvent((wanted: string) => surface?.revealClause(wanted, areKeysFree()))
  useEffect(() => {
    const missing = surface && shown && clause !== undefined && !goTo(clause)
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
    goTo(clause)
    desk.set({ missing: null })
  }, [desk, surface, clause, come])
}
