/** Where a window can stand: displays come and go between two evenings. Pure. */

/** In pixels of the system's desktop, which may begin left of or above the main display. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How much of a window must be on a display for it to be found and moved by hand. */
const REACHABLE = { width: 160, height: 80 }

/** The bounds as they are if enough of them is on a display that is there, and undefined otherwise. */
export function fitting<Bounds extends Area>(bounds: Bounds, displays: readonly Area[]): Bounds | undefined {
  const reachable = displays.some(
    (display) =>
      overlap([bounds.x, bounds.width], [display.x, display.width]) >= REACHABLE.width &&
      overlap([bounds.y, bounds.height], [display.y, display.height]) >= REACHABLE.height &&
      bounds.y >= display.y,
  )
  return reachable ? bounds : undefined
}

type Stretch = readonly [from: number, length: number]

function overlap([a, aLength]: Stretch, [b, bLength]: Stretch): number {
  return Math.min(a + aLength, b + bLength) - Math.max(a, b)
}
