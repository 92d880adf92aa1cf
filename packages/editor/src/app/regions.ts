/** F6 and Shift+F6 go round the regions of the screen, as in a word processor. */

import { useEffect } from 'react'

/** Regions are the elements marked `data-region`; those not on the screen are passed over. */
export function useRegions(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      nextRegion(document.activeElement, event.shiftKey ? -1 : 1)?.focus()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}

function nextRegion(focused: Element | null, step: 1 | -1): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  const regions = all.filter((region) => region.checkVisibility())
  const at = regions.findIndex((region) => region.contains(focused))
  const next = regions[(at + step + regions.length) % regions.length]
  // The text itself is what one wants in the region of the text, not the frame around it.
  return next?.querySelector<HTMLElement>('[role="textbox"]') ?? next
}
