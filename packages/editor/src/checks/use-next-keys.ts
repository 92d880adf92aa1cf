/** Who goes through the list by keyboard goes on with the next line, though the one that was pressed is gone. */

import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * To be called when the button of a finding is pressed. Once that is gone with its finding, the keys go to the button
 * that came in its place, to the last one where it was the last, to the heading where none is left.
 */
export function useNextKeys(list: RefObject<HTMLElement | null>, heading: RefObject<HTMLElement | null>): () => void {
  const at = useRef<number | null>(null)
  // After each drawing of the list: then a line may be gone.
  useLayoutEffect(() => {
    if (at.current === null || document.activeElement !== document.body) return
    const left = buttonsIn(list.current)
    const next = left[Math.min(at.current, left.length - 1)] ?? heading.current
    at.current = null
    next?.focus()
  })
  return () => {
    const pressed = buttonsIn(list.current).findIndex((button) => button === document.activeElement)
    at.current = pressed < 0 ? null : pressed
  }
}

function buttonsIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-fix]') ?? [])]
}
