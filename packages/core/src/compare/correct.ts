/** What people say of a comparison: these two clauses belong together, those do not. Kept with its two sides. */

import type { Verdict } from '../api/command.ts'
import type { CompareOptions } from './compare.ts'

/** The names of a comparison's sides: a version's id, `living`, or `at:` and an entry of the record. */
export interface SidesCompared {
  readonly old: string
  readonly new: string
}

export interface Correction extends SidesCompared {
  /** Ids of an old clause and of a new one. */
  readonly clauses: readonly [old: string, now: string]
  readonly as: Verdict
  readonly by: string
  readonly at: number
}

type Spoken = Pick<Correction, 'old' | 'new' | 'clauses'>

/** The corrections after one more: the last word on two clauses holds, and `found` leaves none. */
export function withCorrection(corrections: readonly Correction[], correction: Correction): readonly Correction[] {
  const others = corrections.filter((other) => !isAbout(other, correction))
  return correction.as === 'found' ? others : [...others, correction]
}

/** What holds of two clauses now. */
export function verdictOn(corrections: readonly Correction[], spoken: Spoken): Verdict {
  return corrections.find((other) => isAbout(other, spoken))?.as ?? 'found'
}

/** Those for a comparison of two sides, whichever way round it is looked at. */
export function correctionsOf<T extends Spoken>(corrections: readonly T[], sides: SidesCompared): T[] {
  return corrections.flatMap((correction) => {
    if (correction.old === sides.old && correction.new === sides.new) return correction
    if (correction.old === sides.new && correction.new === sides.old) return turned(correction)
    return []
  })
}

/** What `compare` is told of them. */
export function optionsFrom(corrections: readonly Pick<Correction, 'clauses' | 'as'>[]): Required<CompareOptions> {
  const clausesOf = (as: Verdict) => corrections.filter((one) => one.as === as).map(({ clauses }) => clauses)
  return { join: clausesOf('joined'), part: clausesOf('parted') }
}

function isAbout(one: Spoken, other: Spoken): boolean {
  return keyOf(one) === keyOf(other) || keyOf(turned(one)) === keyOf(other)
}

function keyOf({ old, new: now, clauses }: Spoken): string {
  return JSON.stringify([old, now, ...clauses])
}

function turned<T extends Spoken>(correction: T): T {
  const [before, after] = correction.clauses
  return { ...correction, old: correction.new, new: correction.old, clauses: [after, before] }
}
