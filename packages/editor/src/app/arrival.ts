/** Where the keys are when another screen has come: on its main region, which says what it is called. */

import { useEffect, useRef, type RefObject } from 'react'
import { hasMoved } from './router.tsx'

/**
 * A reference for the main region of a screen. What had the keys went with the screen before: the region takes them as
 * soon as it is `shown`, unless something else has them. A page that was loaded begins where the browser begins.
 */
export function useArrival(shown = true): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    if (shown && hasMoved() && document.activeElement === document.body) main.current?.focus({ preventScroll: true })
  }, [shown])
  return main
}

/** Whether nothing has the keys, or only the screen as a whole. */
export function areKeysFree(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.localName === 'main'
}
