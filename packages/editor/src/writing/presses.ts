/** Presses on the words that threads hang on and on the bars of clauses that differ. */

import type { SurfaceEvents } from './surface.ts'

/** Milliseconds in which a second press may follow, which selects a word and asks for no thread. */
const TWICE = 300

/** Tells of them until the function it returns is called. */
export function listenForPresses(mount: HTMLElement, events: SurfaceEvents): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const press = (event: MouseEvent): void => {
    clearTimeout(waiting)
    if (!(event.target instanceof Element)) return
    const thread = event.target.closest<HTMLElement>('[data-thread]')?.dataset['thread']
    const clause = event.target.closest<HTMLElement>('.clause')
    // What opens may move the words: not beneath a pointer that is about to press again, nor while words are selected.
    if (thread !== undefined) waiting = setTimeout(() => isSelecting() || events.threadPressed(thread), TWICE)
    else if (clause && isOnBar(event, clause)) events.differencePressed(clause.dataset['id'] ?? '')
  }
  mount.addEventListener('click', press)
  return () => {
    clearTimeout(waiting)
    mount.removeEventListener('click', press)
  }
}

function isSelecting(): boolean {
  return document.getSelection()?.isCollapsed === false
}

/** Difference bars are drawn by the style sheet at the outer edge of the margin; a press there is on the clause. */
function isOnBar({ clientX }: MouseEvent, clause: HTMLElement): boolean {
  if (![...clause.classList].some((name) => name.startsWith('differs-'))) return false
  const { left, right } = clause.getBoundingClientRect()
  return getComputedStyle(clause).direction === 'rtl' ? clientX > right : clientX < left
}
