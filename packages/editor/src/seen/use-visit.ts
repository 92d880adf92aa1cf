/** The visit of a member to a text, kept on this computer for each server and member. */

import { useCallback, useEffect, useState } from 'react'
import { comeIn, readVisit, type Mark } from './visit.ts'

export interface VisitNow {
  /** Where the visit before this one ended, or null where there is nothing to tell. */
  readonly since: Mark | null
  /** Keeps how far the record was told of while the page is before somebody's eyes. */
  readonly keep: (head: number | undefined) => void
  /** Takes note: nothing more is told of until the next visit. */
  readonly takeNote: () => void
}

export function useVisit(text: string, member: string): VisitNow {
  const key = `travaux:seen:${member}:${text}`
  const [since, setSince] = useState(() => comeIn(readVisit(localStorage.getItem(key)), Date.now()))
  const visible = useVisible(
    useCallback(() => setSince(comeIn(readVisit(localStorage.getItem(key)), Date.now())), [key]),
  )
  const keep = useCallback(
    (head: number | undefined): void => {
      // What comes in behind another window has not been seen.
      if (head === undefined || !visible) return
      localStorage.setItem(key, JSON.stringify({ since, last: { seq: head, at: Date.now() } }))
    },
    [key, since, visible],
  )
  return { since, keep, takeNote: () => setSince(null) }
}

/** Whether the page is before somebody's eyes; says when it comes back. */
function useVisible(onReturn: () => void): boolean {
  const [visible, setVisible] = useState(document.visibilityState === 'visible')
  useEffect(() => {
    const changed = (): void => {
      const now = document.visibilityState === 'visible'
      if (now) onReturn()
      setVisible(now)
    }
    document.addEventListener('visibilitychange', changed)
    return () => document.removeEventListener('visibilitychange', changed)
  }, [onReturn])
  return visible
}
