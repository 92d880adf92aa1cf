/** The first screen of a long list at once, the rest of it behind, so that nobody waits for what is not seen. */

import { startTransition, useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Rows that fill a tall screen. */
const FIRST = 40

/** The rows to draw now, and how to have all of them at once. */
export function useFirstScreen<T>(rows: readonly T[]): { readonly drawn: readonly T[]; readonly drawAll: () => void } {
  const [all, setAll] = useState(false)
  useEffect(() => startTransition(() => setAll(true)), [])
  useEffect(() => {
    // Paper must not end where the first screen does.
    const complete = (): void => flushSync(() => setAll(true))
    window.addEventListener('beforeprint', complete)
    return () => window.removeEventListener('beforeprint', complete)
  }, [])
  const drawAll = useCallback(() => setAll(true), [])
  return { drawn: all ? rows : rows.slice(0, FIRST), drawAll }
}
