/** One article by itself: the rest of the text is folded away until one leaves. */

import { useEffect, useRef } from 'react'
import { useEscape } from '../app/escape.ts'
import { useStore } from '../app/store.ts'
import type { Desk } from '../text/desk.ts'
import type { Surface } from '../writing/surface.ts'
import { articleOf, clausesUnder } from './article.ts'

/** Shows only the article of the caret, or of what is being read; shows the whole text where one article was shown. */
export function toggleFocus(desk: Desk): void {
  const { focus, items, caret, top } = desk.get()
  const clause = caret ?? top
  const next = focus === null && clause !== null ? articleOf(items, clause) : undefined
  desk.set({ focus: next ?? null, unfolded: null })
}

/** Keeps the surface to the article; leaves it by Escape, by going elsewhere, and when the article is gone. */
export function useFocus(desk: Desk, surface: Surface | null, clause: string | undefined): void {
  const focus = useStore(desk, (state) => state.focus)
  const items = useStore(desk, (state) => state.items)
  useFolded(desk, surface, focus)
  useEffect(() => {
    if (focus !== null && !items.some(({ id }) => id === focus)) desk.set({ focus: null, unfolded: 'gone' })
  }, [desk, focus, items])
  useEffect(() => {
    const { focus: now, items: all } = desk.get()
    const elsewhere = now !== null && clause !== undefined && !clausesUnder(all, now).some(({ id }) => id === clause)
    if (!elsewhere) return
    // It cannot be gone to while it is folded away.
    surface?.setFocus(null)
    surface?.revealClause(clause)
    desk.set({ focus: null })
  }, [desk, surface, clause])
  useEscape(focus !== null, () => desk.set({ focus: null }))
}

/** The line one looks at stays where it is, as the text is folded and unfolded and the notice comes and goes. */
function useFolded(desk: Desk, surface: Surface | null, focus: string | null): void {
  const back = useRef<(() => void) | null>(null)
  useEffect(() => {
    const note = (): void => {
      // Before anything is drawn anew.
      if (desk.get().focus === focus) back.current = null
      else back.current ??= surface?.steady() ?? null
    }
    return desk.watch(note)
  }, [desk, surface, focus])
  useEffect(() => {
    surface?.setFocus(focus)
    back.current?.()
    back.current = null
  }, [surface, focus])
}

/** Ctrl+Shift+F shows the article of the caret alone, or the whole text again. */
export function useFocusKey(desk: Desk, surface: Surface | null, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return undefined
    const pressed = (event: KeyboardEvent): void => {
      const { code, shiftKey, altKey, ctrlKey, metaKey } = event
      if (code !== 'KeyF' || !shiftKey || altKey || !(ctrlKey || metaKey)) return
      event.preventDefault()
      surface?.tellSelection()
      toggleFocus(desk)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [desk, surface, enabled])
}
