/** A report for programs: the comparison as it is, and the names of its sides. */

import type { Reported } from './reported.ts'

/** `{ old, new, summary, pairs }`, in one line. */
export function reportJson({ comparison, old, new: now }: Reported): string {
  return JSON.stringify({ old, new: now, ...comparison })
}
