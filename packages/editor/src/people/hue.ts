/** The colour of a delegation: one of twelve hues of equal weight, always shown with the code beside it. */

export const HUES = 12

/** Degrees of OKLCH hue for a delegation, whatever its capitals. */
export type HueOf = (delegation: string) => number

/**
 * Gives hues that differ as long as there are no more than twelve delegations; the thirteenth shares with the first. Each
 * begins at the hue that its name hashes to and takes the next that is free, so a delegation keeps what it was given.
 */
export function openHues(): HueOf {
  const given = new Map<string, number>()
  return (delegation) => {
    const name = delegation.trim().toLowerCase()
    const slot = given.get(name) ?? nextSlot(name, [...given.values()])
    given.set(name, slot)
    return slot * (360 / HUES)
  }
}

function nextSlot(name: string, taken: readonly number[]): number {
  const home = fnv1a(name) % HUES
  const free = Array.from({ length: HUES }, (_, step) => (home + step) % HUES).find((slot) => !taken.includes(slot))
  return free ?? taken[taken.length % HUES] ?? home
}

/** The hues of this page: the same in all its panels. */
export const hueOf: HueOf = openHues()

/** Gives the delegations of a body their hues before others are met, in an order that is the same on every screen. */
export function meet(delegations: Iterable<string>, hues: HueOf = hueOf): void {
  for (const delegation of [...new Set(delegations)].toSorted()) hues(delegation)
}

/** FNV-1a, 32 bits, over UTF-16 code units: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash
}
