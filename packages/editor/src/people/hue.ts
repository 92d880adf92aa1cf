/** The colour of a delegation: one of twelve hues of equal weight, always shown with the code beside it. */

export const HUES = 12

/** Degrees of OKLCH hue for a delegation: the same on every screen, whatever its capitals. */
export function hueOf(delegation: string): number {
  return (fnv1a(delegation.trim().toLowerCase()) % HUES) * (360 / HUES)
}

/** FNV-1a, 32 bits, over UTF-16 code units: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash
}
