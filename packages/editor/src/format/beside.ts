/** Where the bar stands beside a selection: in the margin, where the button of a comment stands too. */

/** Pixels that the bar is high, and that the button of a comment takes. */
const BAR = 172
const BUTTON = 36
/** Pixels that it keeps from the edges of what is seen. */
const MARGIN = 8

interface Frame {
  readonly top: number
  readonly bottom: number
}

/**
 * The top of the bar, on the screen: beneath the button that stands level with the beginning of the selection; above it
 * where there is no room beneath; and always in sight.
 */
export function besideSelection(from: number, frame: Frame): number {
  const [highest, lowest] = [frame.top + MARGIN, frame.bottom - MARGIN - BAR]
  const beneath = Math.max(highest, from + BUTTON)
  return beneath <= lowest ? beneath : Math.max(highest, Math.min(from - MARGIN / 2 - BAR, lowest))
}
