/** The time of day as components may read it: it moves on twice a minute, and they are redrawn. */

import { useSyncExternalStore } from 'react'

const STEP = 30_000

let now = Date.now()

function watch(redraw: () => void): () => void {
  const tick = (): void => {
    now = Date.now()
    redraw()
  }
  const timer = setInterval(tick, STEP)
  return () => clearInterval(timer)
}

/** Milliseconds since 1970, at most half a minute old. */
export function useNow(): number {
  return useSyncExternalStore(watch, () => now)
}
