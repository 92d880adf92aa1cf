/** Where the threads of the rail stand: beside their words, never over each other, the active one exactly level. */

export interface Card {
  readonly id: string
  /** Where its words are, in pixels from the top. */
  readonly top: number
  readonly height: number
}

/** Space between two threads, in pixels. */
export const GAP = 8

/**
 * A top for every card. The active card stands at its own; those after it are pushed down and those before it pushed
 * up as far as needed to stand clear, and none stands above `start`. Without an active card, all are pushed down.
 * Cards must come in the order of the text. Cost: O(n).
 */
export function layOut(cards: readonly Card[], active: string | null, start = 0): ReadonlyMap<string, number> {
  const tops = cards.map(({ top }) => Math.max(start, top))
  const fixed = cards.findIndex(({ id }) => id === active)
  pushUp(cards, tops, fixed)
  pushDown(cards, tops, start)
  return new Map(cards.map(({ id }, index) => [id, tops[index] ?? 0]))
}

/** How many cards lie beyond an edge of what is in sight, and the nearest of them. */
export interface Beyond {
  readonly count: number
  readonly nearest: string
}

/** What lies beyond both edges. */
export interface Unseen {
  readonly above: Beyond | undefined
  readonly below: Beyond | undefined
}

/** The cards beyond what is in sight, where none is in it: from and to are in pixels as tops are. */
export function beyondSight(
  cards: readonly Card[],
  { from, to }: { readonly from: number; readonly to: number },
): Unseen {
  const above = cards.filter(({ top, height }) => top + height <= from)
  const below = cards.filter(({ top }) => top >= to)
  const isSeen = above.length + below.length < cards.length
  return isSeen
    ? { above: undefined, below: undefined }
    : { above: countedFrom(above, above.at(-1)), below: countedFrom(below, below[0]) }
}

function countedFrom({ length }: readonly Card[], nearest: Card | undefined): Beyond | undefined {
  return nearest && { count: length, nearest: nearest.id }
}

function pushUp(cards: readonly Card[], tops: number[], from: number): void {
  let limit = tops[from] ?? Infinity
  for (let index = from - 1; index >= 0; index--) {
    const height = cards[index]?.height ?? 0
    limit = Math.min(tops[index] ?? 0, limit - GAP - height)
    tops[index] = limit
  }
}

/** From the top downwards, so that cards that were pushed above the page come back, moving what follows if they must. */
function pushDown(cards: readonly Card[], tops: number[], start: number): void {
  let free = start
  for (const [index, { height }] of cards.entries()) {
    const top = Math.max(tops[index] ?? 0, free)
    tops[index] = top
    free = top + height + GAP
  }
}
