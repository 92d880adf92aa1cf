/** Keeps on the desk which clauses took unsaved words of one's own out of sight. */

import { useEffect } from 'react'
import { watchBuried } from '../sync/buried.ts'
import type { Session } from '../sync/session.ts'
import type { Desk } from './desk.ts'

export function useBuried(session: Session | null, desk: Desk): void {
  useEffect(() => {
    if (!session) return undefined
    return watchBuried(session, {
      get: () => desk.get().buried,
      // Of the clause that one writes in it is said otherwise.
      set: (clauses) => desk.set({ buried: clauses.filter((id) => id !== desk.get().stranded?.clause) }),
    })
  }, [session, desk])
}
