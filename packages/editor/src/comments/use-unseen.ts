/** Which cards of the rail are out of sight while none is in it: looked at again as the page scrolls. */

import { useEffect, useEffectEvent, useRef } from 'react'
import { beyondSight, type Beyond, type Card, type Unseen } from './layout.ts'

interface Looking {
  /** There is none where the cards follow one another. */
  readonly track: HTMLElement | null
  /** As they stand on the track. */
  readonly cards: readonly Card[]
  /** Height of what lies over the upper edge, in pixels. */
  readonly head: number
  readonly onUnseen: (unseen: Unseen) => void
}

/** Tells at first, and whenever it is something else. */
export function useUnseen({ track, cards, head, onUnseen }: Looking): void {
  const told = useRef<Unseen>(undefined)
  const look = useEffectEvent(() => {
    const [scroller, rail] = [scrollerOf(track)?.getBoundingClientRect(), track?.getBoundingClientRect()]
    const sight = scroller && rail && { from: scroller.top + head - rail.top, to: scroller.bottom - rail.top }
    const unseen = beyondSight(sight ? cards : [], sight ?? { from: 0, to: 0 })
    if (told.current && isSame(told.current.above, unseen.above) && isSame(told.current.below, unseen.below)) return
    told.current = unseen
    onUnseen(unseen)
  })
  useEffect(() => look())
  useEffect(() => {
    const scroller = scrollerOf(track)
    if (!scroller) return undefined
    let frame: number | undefined
    const soon = (): void => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined
        look()
      })
    }
    const sizes = new ResizeObserver(soon)
    sizes.observe(scroller)
    scroller.addEventListener('scroll', soon, { passive: true })
    return () => {
      cancelAnimationFrame(frame ?? 0)
      sizes.disconnect()
      scroller.removeEventListener('scroll', soon)
    }
  }, [track])
}

function scrollerOf(track: HTMLElement | null): Element | null {
  return track?.closest('[data-scroller]') ?? null
}

function isSame(one: Beyond | undefined, other: Beyond | undefined): boolean {
  return one?.count === other?.count && one?.nearest === other?.nearest
}
