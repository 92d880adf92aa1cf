/** The colour of a delegation: the same on every screen, always shown with the code beside it. */

/** Hues of equal weight. */
export const HUES = 12

/** Degrees between one and the next. */
const STEP = 360 / HUES
/** Hues from a delegation to the next in the list: nearly across, and all twelve come before any comes again. */
const STRIDE = 5

/** Degrees of OKLCH hue for a delegation, whatever its capitals. */
export type HueOf = (delegation: string) => number

/**
 * The hues of a body. Each of its delegations has one of twelve by its place in the list, so that neighbours are far
 * apart and no two share before the thirteenth. Another name, such as a State that a text names, has one between two of
 * those, by the name alone. Nothing depends on which is met first: everybody sees the same.
 */
export function huesOf(body: Iterable<string>): HueOf {
  const places = new Map([...new Set(Array.from(body, nameOf))].map((name, place) => [name, place]))
  return (delegation) => {
    const name = nameOf(delegation)
    const place = places.get(name)
    return place === undefined ? ((fnv1a(name) % HUES) + 0.5) * STEP : ((place * STRIDE) % HUES) * STEP
  }
}

function nameOf(delegation: string): string {
  return delegation.trim().toLowerCase()
}

let hues = huesOf([])

/** Gives the delegations of the body their hues: to be done before anything is drawn in them. */
export function meet(body: Iterable<string>): void {
  hues = huesOf(body)
}

/** The hues of this page: the same in all its panels. */
export const hueOf: HueOf = (delegation) => hues(delegation)

/** FNV-1a, 32 bits, over UTF-16 code units: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash
}
