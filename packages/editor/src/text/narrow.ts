/** Whether the screen is too narrow for outline, page and rail to stand side by side. */

import { useMediaQuery } from '@mantine/hooks'

/** Narrower than this, outline and rail are drawers. The style sheets say the same. */
const NARROW = '(max-width: 1100px)'

export function useNarrow(): boolean {
  return useMediaQuery(NARROW, window.matchMedia(NARROW).matches) ?? false
}
