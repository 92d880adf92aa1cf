/** Whether the two palettes are open: commands, and clauses by number. */

import { createSpotlightStore } from '@mantine/spotlight'

export const commandPalette = createSpotlightStore()
export const clausePalette = createSpotlightStore()
