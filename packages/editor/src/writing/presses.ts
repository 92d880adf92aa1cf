/** Presses on the words that threads hang on and on the bars of clauses that differ. */

import type { SurfaceEvents } from './surface.ts'

/** Tells of them until the function it returns is called. */
export function listenForPresses(mount: HTMLElement, events: SurfaceEvents): () => void {
  const press = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return
    const thread = event.target.closest<HTMLElement>('[data-thread]')?.dataset['thread']
    const clause = event.target.closest<HTMLElement>('.clause')
    if (thread !== undefined) events.threadPressed(thread)
    else if (clause && isOnBar(event, clause)) events.differencePressed(clause.dataset['id'] ?? '')
  }
  mount.addEventListener('click', press)
  return () => mount.removeEventListener('click', press)
}

/** Difference bars are drawn by the style sheet at the outer edge of the margin; a press there is on the clause. */
function isOnBar({ clientX }: MouseEvent, clause: HTMLElement): boolean {
  if (![...clause.classList].some((name) => name.startsWith('differs-'))) return false
  const { left, right } = clause.getBoundingClientRect()
  return getComputedStyle(clause).direction === 'rtl' ? clientX > right : clientX < left
}
