/** Where the menu of a clause stands: beside it, beneath or above it where it can, so that the clause is read meanwhile. */

interface Edges {
  readonly top: number
  readonly bottom: number
}

/** Pixels that the menu is wide: room for its words and keys in every language. */
export const MENU_WIDTH = 350
/** Pixels between it and the handle, and as many to the edge of the screen. */
const GAP = 8
/** Pixels that the menu takes with the gaps around it, where it decides between options and where it does not. */
const WHOLE = 408
const LEAST = 360

/** Outward is away from the text, over whatever stands beside it; inward is over the clause, where there is no other place. */
export type Side = 'outward' | 'beneath' | 'above' | 'inward'

/**
 * @param clause on the screen, as `seen` is
 * @param outward pixels from the handle to the edge of the screen that it is nearer to
 */
export function menuSide(clause: Edges, seen: Edges, outward: number): Side {
  if (outward >= MENU_WIDTH + 2 * GAP) return 'outward'
  const [above, beneath] = [clause.top - seen.top, seen.bottom - clause.bottom]
  if (beneath >= WHOLE || (beneath >= above && beneath >= LEAST)) return 'beneath'
  return above >= LEAST ? 'above' : 'inward'
}

/** Pixels at the edges of the screen that the menu keeps clear of: it never goes over what stands above the text. */
export function paddingIn(seen: Edges): { readonly top: number; readonly bottom: number } {
  return { top: seen.top + GAP, bottom: GAP }
}
