/** What the selected words are, followed as the selection and the words change; null while nothing is or the mouse selects. */

import { useEffect, useState, type RefObject } from 'react'
import type { Formatting } from '../writing/formatting.ts'
import type { Surface } from '../writing/surface.ts'

/** At most once a frame, and only for as long as the text or what floats over it has the focus. */
export function useFormatting(surface: Surface, mount: RefObject<HTMLElement | null>): Formatting | null {
  const [formatting, setFormatting] = useState<Formatting | null>(null)
  useEffect(() => {
    const element = mount.current
    if (!element) return undefined
    let frame: number | undefined
    let selecting = false
    let shown = false
    const show = (found: Formatting | null): void => {
      shown = found !== null
      setFormatting(found)
    }
    const look = (): void => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined
        const focused = element.parentElement?.contains(document.activeElement) === true
        show(focused && !selecting ? surface.formatting() : null)
      })
    }
    const down = (): void => {
      selecting = true
      look()
    }
    const up = (): void => {
      selecting = false
      look()
    }
    // A caret that moves on while one types has no words to format, and a frame for it would be drawn in vain.
    const selected = (): void => {
      if (shown || document.getSelection()?.isCollapsed === false) look()
    }
    // The browser would lay out the text to answer what is selected while it changes: a second time for one frame.
    const observer = new MutationObserver(() => {
      if (shown || surface.isSelecting()) look()
    })
    observer.observe(element, { subtree: true, childList: true })
    document.addEventListener('selectionchange', selected)
    document.addEventListener('focusin', look)
    element.addEventListener('pointerdown', down)
    window.addEventListener('pointerup', up)
    window.addEventListener('resize', look)
    return () => {
      if (frame !== undefined) cancelAnimationFrame(frame)
      observer.disconnect()
      document.removeEventListener('selectionchange', selected)
      document.removeEventListener('focusin', look)
      element.removeEventListener('pointerdown', down)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('resize', look)
    }
  }, [surface, mount])
  return formatting
}
