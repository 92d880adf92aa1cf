/** Closing what lies over the text when one goes back to it. */

import { useEffect, useEffectEvent } from 'react'

/** Closes at a press on the page beside it, and before anything is written beneath it unseen. */
export function useLeaving(enabled: boolean, close: () => void): void {
  const closeNow = useEffectEvent(close)
  useEffect(() => {
    if (!enabled) return undefined
    const over = new AbortController()
    const leave = (event: Event): void => {
      if (goesBack(event)) closeNow()
    }
    for (const kind of ['pointerdown', 'keydown', 'beforeinput'])
      document.addEventListener(kind, leave, { capture: true, signal: over.signal })
    return () => over.abort()
  }, [enabled])
}

function goesBack(event: Event): boolean {
  if (!(event.target instanceof Element) || !event.target.closest('main')) return false
  return !(event instanceof KeyboardEvent) || writes(event)
}

function writes({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (['Enter', 'Backspace', 'Delete'].includes(key)) return true
  return key.length === 1 && !ctrlKey && !metaKey && !altKey
}
