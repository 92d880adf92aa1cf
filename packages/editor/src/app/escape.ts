/**
 * Escape closes what is open, wherever the focus is: one press one thing, what was opened last first. A field that has
 * its own use for Escape keeps it to itself.
 */

import { useEffect, useEffectEvent } from 'react'

type Close = () => void

/** What Escape closes, in the order it was opened. */
const opened: Close[] = []

/** Dialogs, menus and lists of the component library, which close by themselves. */
const SELF_CLOSING = '[role="dialog"], [role="menu"], [role="listbox"], [aria-haspopup][aria-expanded="true"]'

/** Closes what was opened last. */
export function closeLast(): void {
  opened.at(-1)?.()
}

/** Has Escape close something while it is open. */
export function useEscape(enabled: boolean, close: Close): void {
  const closeNow = useEffectEvent(close)
  useEffect(() => {
    if (!enabled) return undefined
    const mine: Close = () => closeNow()
    if (opened.push(mine) === 1) listen()
    return () => {
      opened.splice(opened.indexOf(mine), 1)
      if (opened.length === 0) unlisten()
    }
  }, [enabled])
}

let selfClosing = false
/** The key that was heard here, and not kept by another. */
let heard: KeyboardEvent | undefined

/**
 * Notes, before any other listener has closed anything, whether what has the focus closes by itself. A label that the
 * pointer called up keeps Escape to itself as well, though nobody meant that: then it is heard afterwards.
 */
function foresee(event: KeyboardEvent): void {
  const { target, key } = event
  selfClosing = target instanceof Element && target.closest(SELF_CLOSING) !== null
  if (key !== 'Escape' || !document.querySelector('[role="tooltip"]')) return
  setTimeout(() => {
    if (heard !== event) pressed(event)
  })
}

function pressed(event: KeyboardEvent): void {
  heard = event
  if (event.key === 'Escape' && !event.defaultPrevented && !selfClosing) closeLast()
}

function listen(): void {
  window.addEventListener('keydown', foresee, { capture: true })
  window.addEventListener('keydown', pressed)
}

function unlisten(): void {
  window.removeEventListener('keydown', foresee, { capture: true })
  window.removeEventListener('keydown', pressed)
}
