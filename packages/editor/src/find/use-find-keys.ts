/** Ctrl+F and Ctrl+H open the search of the text instead of the browser's, which does not see what is not drawn. */

import { useCallback, useEffect, useState } from 'react'
import { meantKey } from '../writing/letter-keys.ts'

export interface FindKeys {
  /** How many times the search was asked for since it was closed: 0 while it is closed. */
  readonly asked: number
  readonly ask: () => void
  readonly close: () => void
}

export function useFindKeys(enabled: boolean): FindKeys {
  const [asked, setAsked] = useState(0)
  const ask = useCallback(() => setAsked((before) => before + 1), [])
  const close = useCallback(() => setAsked(0), [])
  useEffect(() => {
    if (!enabled) return undefined
    const pressed = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      if (!['f', 'h'].includes(meantKey(event))) return
      event.preventDefault()
      ask()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [enabled, ask])
  return { asked, ask, close }
}
