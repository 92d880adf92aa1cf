/** Which clause the handle stands at: the one under the pointer, else the one with the caret; none while somebody types. */

import { useEffect, useState, type RefObject } from 'react'
import { useStore } from '../app/store.ts'
import type { Desk } from '../text/desk.ts'
import { clauseAt } from './hit.ts'

export function useTarget(mount: RefObject<HTMLElement | null>, desk: Desk): string | null {
  const caret = useStore(desk, (state) => state.caret)
  const [hovered, setHovered] = useState<string | null>(null)
  const [typing, setTyping] = useState(false)
  useEffect(() => {
    const element = mount.current
    const page = element?.closest<HTMLElement>('main')
    if (!element || !page) return undefined
    let frame: number | undefined
    const over = ({ clientY, buttons }: PointerEvent): void => {
      if (buttons !== 0) return
      frame ??= requestAnimationFrame(() => {
        frame = undefined
        setTyping(false)
        setHovered(clauseAt(element, clientY)?.dataset['id'] ?? null)
      })
    }
    const out = ({ buttons }: PointerEvent): void => {
      if (buttons === 0) setHovered(null)
    }
    const typed = (): void => {
      setTyping(true)
      setHovered(null)
    }
    const moved = ({ key }: KeyboardEvent): void => {
      if (/^(?:Arrow|Page|Home|End)/.test(key)) setTyping(false)
    }
    page.addEventListener('pointermove', over, { passive: true })
    page.addEventListener('pointerleave', out)
    element.addEventListener('beforeinput', typed)
    element.addEventListener('keydown', moved)
    return () => {
      if (frame !== undefined) cancelAnimationFrame(frame)
      page.removeEventListener('pointermove', over)
      page.removeEventListener('pointerleave', out)
      element.removeEventListener('beforeinput', typed)
      element.removeEventListener('keydown', moved)
    }
  }, [mount])
  return typing ? null : (hovered ?? caret)
}
