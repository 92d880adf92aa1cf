/** Where what floats over the text stands: beneath its words, never beyond the edge. */

import type { CSSProperties } from 'react'

/** `top` and `left` in pixels from the upper left corner of the text's column; `width` of what floats. */
export function besides({ top, left }: { readonly top: number; readonly left: number }, width: number): CSSProperties {
  return { insetBlockStart: top + 6, left: `max(8px, min(${left}px, 100% - ${width + 8}px))`, inlineSize: width }
}
