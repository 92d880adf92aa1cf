/** Where the time slider stops, and where its marks stand. Pure. */

import type { Together } from './moments.ts'

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
export function marksIn(done: readonly Together[]): readonly Together[] {
  return done.filter(([{ kind }]) => kind !== 'update')
}

/**
 * What is to be said of a moment, of what comes newest first: what was being done or had been done last to the text and
 * about it, and behind that the roles that were given at this very moment. Roles alone where nothing else is known. An act
 * says more than the words that came with it, as those of a new text do.
 */
export function toldOf(at: number, done: readonly Together[]): readonly Together[] {
  const before = done.filter(([{ from }]) => from.at <= at)
  const deeds = before.filter((one) => !isRoles(one))
  const actOf = (moment: number | undefined): Together | undefined =>
    marksIn(deeds).find(([line]) => line.at === moment)
  const deed = actOf(at) ?? actOf(deeds[0]?.[0].at) ?? deeds[0]
  const roles = before.find((one) => isRoles(one) && (!deed || one[0].at === at))
  return [deed, roles].filter((one) => one !== undefined)
}

function isRoles([{ kind }]: Together): boolean {
  return kind === 'role.set'
}
