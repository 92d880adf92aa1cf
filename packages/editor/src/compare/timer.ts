/** Waiting for a pause in the typing, though never for too long. */

/** Milliseconds without a touch that count as a pause. */
const PAUSE = 500
/** Milliseconds after which nobody waits for a pause any more. */
const PATIENCE = 3000

export interface Timer {
  /** Something changed: start waiting, or go on waiting. */
  readonly touch: () => void
  readonly stop: () => void
}

/** Calls `run` after a pause between touches, or after long enough without one. */
export function openTimer(run: () => void): Timer {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since = 0
  const stop = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  const touch = (): void => {
    const now = performance.now()
    if (timer === undefined) since = now
    stop()
    timer = setTimeout(
      () => {
        timer = undefined
        run()
      },
      Math.max(0, Math.min(PAUSE, since + PATIENCE - now)),
    )
  }
  return { touch, stop }
}
