/** How much was open in a text over time: a reading of its record. */

import { z } from 'zod'

const openSchema = z.object({
  pairs: z.number().int(),
  placeholders: z.number().int(),
  options: z.number().int(),
  unbalanced: z.number().int(),
})

/**
 * `GET /api/texts/:text/brackets`: what was open in each version, and at the end of each day (UTC) on which the words
 * changed: the last 366 such days, the last one as it stands now.
 */
export const openOverTimeSchema = z.object({
  seq: z.number().int(),
  versions: z.array(openSchema.extend({ version: z.string(), at: z.number() })),
  days: z.array(openSchema.extend({ day: z.iso.date(), at: z.number() })),
})
export type OpenOverTime = z.infer<typeof openOverTimeSchema>
