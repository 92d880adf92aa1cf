/** Values that come from something that is opened and closed: a socket, a worker, a subscription. */

import { useMemo, useSyncExternalStore } from 'react'

/** Opens a source, which tells its values from then on; returns how to close it. */
export type Open<T> = (tell: (value: T) => void) => () => void

/**
 * The value last told by a source that is open while the component stands: `initial` before, and again after `open`
 * changed. `open` must be memoized, for a new one closes the old source and opens another.
 */
export function useOpened<T>(open: Open<T>, initial: T): T {
  const source = useMemo(() => sourceOf(open, initial), [open, initial])
  return useSyncExternalStore(source.watch, source.get)
}

function sourceOf<T>(open: Open<T>, initial: T) {
  let value = initial
  return {
    get: () => value,
    watch: (redraw: () => void) => {
      let watching = true
      const close = open((next) => {
        if (!watching) return
        value = next
        redraw()
      })
      return () => {
        watching = false
        value = initial
        close()
      }
    },
  }
}

/** What an `open` returns that had nothing to open. */
export const nothingOpened = (): void => undefined
