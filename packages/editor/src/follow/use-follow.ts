/** Following somebody: the view goes where their caret is, until one writes or scrolls oneself. */

import { useEffect, useEffectEvent, type RefObject } from 'react'
import type { Present } from '../people/present.ts'
import type { Surface } from '../writing/surface.ts'

interface FollowPlan {
  readonly surface: Surface | null
  readonly scroller: RefObject<HTMLElement | null>
  /** Whom one follows, as far as they are here. */
  readonly person: Present | undefined
  /** Somebody took the view into their own hands. */
  readonly onStop: () => void
}

/** What a person does who wants to be somewhere else than whom they follow. */
const ownMoves = ['wheel', 'touchmove', 'pointerdown', 'beforeinput', 'paste', 'cut'] as const

export function useFollow({ surface, scroller, person, onStop }: FollowPlan): void {
  const member = person?.member
  const following = member !== undefined
  const stop = useEffectEvent(onStop)
  useEffect(() => {
    if (!surface || member === undefined) return undefined
    surface.follow(member)
    return () => surface.follow(null)
  }, [surface, member])
  useEffect(() => {
    const element = scroller.current
    if (!following || !element) return undefined
    const moved = (): void => stop()
    const pressed = ({ key }: KeyboardEvent): void => {
      if (key.startsWith('Arrow') || key.startsWith('Page')) stop()
    }
    for (const kind of ownMoves) element.addEventListener(kind, moved, { passive: true })
    window.addEventListener('keydown', pressed)
    return () => {
      for (const kind of ownMoves) element.removeEventListener(kind, moved)
      window.removeEventListener('keydown', pressed)
    }
  }, [scroller, following])
}

/** Who writes next ends it: the keys are the text's, and no longer the list's where one chose whom to follow. */
export function useFollowersKeys(surface: Surface | null, following: string | null): void {
  const take = useEffectEvent(() => surface?.focus())
  useEffect(() => {
    if (following !== null) take()
  }, [following])
}
