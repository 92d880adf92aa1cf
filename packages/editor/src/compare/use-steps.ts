/** Going from change to change, by button and by Alt+ArrowDown and Alt+ArrowUp anywhere on the screen. */

import { useCallback, useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import { nextStop } from './view.ts'

export interface Steps {
  /** What scrolls; its rows carry their place as `data-pair`. */
  readonly page: RefObject<HTMLElement | null>
  readonly current: number | null
  readonly go: (index: number) => void
  readonly step: (by: 1 | -1) => void
}

/** `reach` is called before a row is gone to: it may not have been drawn yet. */
export function useSteps(stops: readonly number[], reach: () => void): Steps {
  const page = useRef<HTMLElement>(null)
  const [current, setCurrent] = useState<number | null>(null)
  const go = useCallback(
    (index: number): void => {
      reach()
      setCurrent(index)
    },
    [reach],
  )
  const step = useCallback(
    (by: 1 | -1): void => {
      const next = nextStop(stops, current, by)
      if (next !== undefined) go(next)
    },
    [stops, current, go],
  )
  useEffect(() => {
    if (current !== null) show(page.current, current)
  }, [current])
  useKeys(step)
  return { page, current, go, step }
}

function show(page: HTMLElement | null, index: number): void {
  const row = page?.querySelector<HTMLElement>(`[data-pair="${index}"]:not([data-part="old"])`)
  row?.scrollIntoView({ block: 'center' })
  row?.focus({ preventScroll: true })
}

function useKeys(step: (by: 1 | -1) => void): void {
  const stepNow = useEffectEvent(step)
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      stepNow(event.key === 'ArrowDown' ? 1 : -1)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}
