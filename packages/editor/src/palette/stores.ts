/** Which palette is open: commands, clauses by number, deleted clauses. */

import { createSpotlight } from '@mantine/spotlight'

export const [commandPalette, commandSpotlight] = createSpotlight()
export const [clausePalette, clauseSpotlight] = createSpotlight()
export const [deletedPalette, deletedSpotlight] = createSpotlight()

/** Closes whichever is open. */
export function closePalettes(): void {
  for (const { close } of [commandSpotlight, clauseSpotlight, deletedSpotlight]) close()
}
