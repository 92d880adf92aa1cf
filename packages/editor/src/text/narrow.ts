/** Whether the screen is too narrow for outline, page and rail to stand side by side, or for any two of them. */

import { useMediaQuery } from '@mantine/hooks'

/** Narrower than this, outline and rail are drawers. The style sheets say the same. */
const NARROW = '(max-width: 1100px)'
/** Narrower than this, the page makes no room for a drawer: it lies over the words. */
const COVERED = '(max-width: 899.98px)'

/** Narrower than this, the versions have no room beside the history either. */
const SMALL = '(max-width: 800px)'

export function useNarrow(): boolean {
  return useMatch(NARROW)
}

export function useSmall(): boolean {
  return useMatch(SMALL)
}

/** Whether a drawer lies over the words that it is about. */
export function useCovered(): boolean {
  return useMatch(COVERED)
}

/** Whether outline and rail are drawers now. */
export function isNarrow(): boolean {
  return window.matchMedia(NARROW).matches
}

function useMatch(query: string): boolean {
  return useMediaQuery(query, window.matchMedia(query).matches) ?? false
}
