/** Escape closes what is open, wherever the focus is; a field that has its own use for it keeps it to itself. */

import { useEffect, useEffectEvent } from 'react'

export function useEscape(enabled: boolean, close: () => void): void {
  const closeNow = useEffectEvent(close)
  useEffect(() => {
    if (!enabled) return undefined
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) closeNow()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [enabled])
}
