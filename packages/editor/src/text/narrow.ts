/** Whether the screen is too narrow for outline, page and rail to stand side by side, or for any two of them. */

import { useMediaQuery } from '@mantine/hooks'

/** Narrower than this, outline and rail are drawers. The style sheets say the same. */
const NARROW = '(max-width: 1100px)'

/** Narrower than this, the versions have no room beside the history either. */
const SMALL = '(max-width: 800px)'

export function useNarrow(): boolean {
  return useMatch(NARROW)
}

export function useSmall(): boolean {
  return useMatch(SMALL)
}

function useMatch(query: string): boolean {
  return useMediaQuery(query, window.matchMedia(query).matches) ?? false
}
