/** Where what floats over the text stands: beside its words, never beyond the edge. */

import type { CSSProperties } from 'react'
import type { Beside } from '../writing/surface.ts'

/** `width`: of what floats, in pixels. */
export function besides({ top, left, above }: Beside, width: number): CSSProperties {
  return {
    insetBlockStart: above ? top - 6 : top + 6,
    left: `max(8px, min(${left}px, 100% - ${width + 8}px))`,
    inlineSize: width,
    ...(above && { transform: 'translateY(-100%)' }),
  }
}
