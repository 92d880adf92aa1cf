/** Which palette is open: commands, clauses by number, deleted clauses. */

import { createSpotlightStore } from '@mantine/spotlight'

export const commandPalette = createSpotlightStore()
export const clausePalette = createSpotlightStore()
export const deletedPalette = createSpotlightStore()
