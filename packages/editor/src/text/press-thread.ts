/**
 * Pressing words that have comments. Where the rail is a drawer, opening it moves the words or covers them: that waits until
 * the press was one alone, with nothing selected or typed by it.
 */

import { isNarrow } from './narrow.ts'
import { showThread, type Desk } from './desk.ts'

/** Milliseconds within which a second press may come, as most systems have it. */
const SECOND = 500

/** Opens a thread whose words were pressed: at once where nothing moves by that. */
export function threadPresses(desk: Desk): (thread: string) => void {
  return (thread) => {
    if (!isNarrow() || isRailInSight(desk)) showThread(desk, thread)
    else unlessGoingOn(() => showThread(desk, thread))
  }
}

function isRailInSight(desk: Desk): boolean {
  const { drawer, checks, authors } = desk.get()
  return drawer === 'comments' || checks || authors
}

/** Does something after a while in which no other press and no key came. */
function unlessGoingOn(act: () => void): void {
  const over = new AbortController()
  const timer = setTimeout(() => {
    over.abort()
    if (getSelection()?.isCollapsed !== false) act()
  }, SECOND)
  const giveUp = (): void => {
    clearTimeout(timer)
    over.abort()
  }
  for (const kind of ['pointerdown', 'keydown', 'beforeinput'])
    document.addEventListener(kind, giveUp, { capture: true, signal: over.signal })
}
