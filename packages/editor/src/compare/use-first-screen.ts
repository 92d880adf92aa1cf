/** The first screen of a long list at once, the rest of it behind, so that nobody waits for what is not seen. */

import { startTransition, useCallback, useEffect, useState } from 'react'

/** Rows that fill a tall screen. */
const FIRST = 40

/** The rows to draw now, and how to have all of them at once. */
export function useFirstScreen<T>(rows: readonly T[]): { readonly drawn: readonly T[]; readonly drawAll: () => void } {
  const [all, setAll] = useState(false)
  useEffect(() => startTransition(() => setAll(true)), [])
  const drawAll = useCallback(() => setAll(true), [])
  return { drawn: all ? rows : rows.slice(0, FIRST), drawAll }
}
