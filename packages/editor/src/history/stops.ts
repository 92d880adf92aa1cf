/** Where the time slider stops, and where its marks stand. Pure. */

import type { api } from '@travaux/core'

/** From when to when, in milliseconds since 1970. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Where nothing is known to have happened, a step is so much of the span. */
const BLIND_STEP = 0.02

/** The moment one step earlier (-1) or later (1): the next one at which something happened. */
export function stepFrom(at: number, stops: readonly number[], step: 1 | -1, { from, to }: Span): number {
  const ahead = stops.filter((stop) => stop >= from && stop <= to && (step === 1 ? stop > at : stop < at))
  if (ahead.length > 0) return step === 1 ? Math.min(...ahead) : Math.max(...ahead)
  const blind = Math.round(at + step * (to - from) * BLIND_STEP)
  return Math.min(to, Math.max(from, blind))
}

/** How far along the span a moment is, from 0 to 1; the end of a span in which no time passed. */
export function shareOf(at: number, { from, to }: Span): number {
  return to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) : 1
}

/** Acts worth a mark: changes to the words are what lies between them. */
export function marksIn(lines: readonly api.Activity[]): readonly api.Activity[] {
  return lines.filter(({ kind }) => kind !== 'update')
}

/** What had happened last at a moment, of lines that come newest first. */
export function lastBefore(at: number, lines: readonly api.Activity[]): api.Activity | undefined {
  return lines.find((line) => line.at <= at)
}
