/** Comparing two drafts: alignment, what happened to each clause, and the words; checked before it is returned. */

import type { Draft } from '../clause/clause.ts'
import { spelledPair } from '../embed/spell.ts'
import { checkComparison } from './check.ts'
import { changes, type Change, type Comparison, type Pair } from './comparison.ts'
import { findJoins, type Join } from './coverage.ts'
import { matchBeneath, matchPlaces } from './division.ts'
import { entriesOf } from './entry.ts'
import { matchGiven, matchLineage, matchTwins, matchUnique } from './exact.ts'
import { groupClauses } from './group.ts'
import { Lexicon } from './lexicon.ts'
import { Scale } from './likeness.ts'
import { Matching } from './matching.ts'
import { Noise } from './noise.ts'
import { pairsOf } from './pair.ts'
import { matchSimilar, type Measures } from './similar.ts'

export interface CompareOptions {
  /** Pairs of ids, old and new, that a person says belong together. */
  readonly join?: readonly (readonly [old: string, now: string])[]
  /** Pairs of ids that a person says do not belong together. */
  readonly part?: readonly (readonly [old: string, now: string])[]
}

/**
 * Compares two drafts clause by clause. Pure and deterministic; the cost grows with the number of clauses and of changed
 * words, and every algorithm within has a bound, stated where it stands. References read alike on both sides where they
 * point at the same clause (`spelledPair`).
 * @throws if the self-check fails: a wrong comparison is never returned.
 */
export function compare(older: Draft, newer: Draft, options: CompareOptions = {}): Comparison {
  const [old, now] = spelledPair(older, newer)
  const lexicon = new Lexicon()
  const sides = { old: entriesOf(old, lexicon), new: entriesOf(now, lexicon) }
  const parted = new Set((options.part ?? []).map((ids) => ids.join('\n')))
  const matching = new Matching(sides.old, sides.new, parted)
  const scale = new Scale(lexicon)
  const joins = align({ matching, scale, noise: new Noise(sides.old, sides.new, scale) }, options)
  const pairs = pairsOf(sides, groupClauses(matching, joins))
  const comparison = { summary: summaryOf(pairs), pairs }
  checkComparison(comparison, old.clauses, now.clauses)
  return comparison
}

/** From the surest evidence to the weakest; each step sees what the ones before it found. */
function align(measures: Measures, { join = [] }: CompareOptions): Join[] {
  const { matching, scale } = measures
  matchGiven(matching, join)
  matchLineage(matching)
  matchUnique(matching)
  matchBeneath(matching, scale)
  matchTwins(matching)
  matchSimilar(measures, { alone: 0.62, supported: 0.45, aboveNoise: 0.15 })
  matchBeneath(matching, scale)
  const joins = findJoins(matching, scale)
  matchSimilar(measures, { alone: 0.5, supported: 0.25, aboveNoise: 0.2 })
  matchBeneath(matching, scale)
  matchPlaces(matching)
  return joins.filter((found) => isOpen(matching, found))
}

/** A part that found a better partner after all is no longer a part. */
function isOpen(matching: Matching, { kind, old, new: now }: Join): boolean {
  return kind === 'split' ? !matching.ofNew(now) : !matching.ofOld(old)
}

function summaryOf(pairs: readonly Pair[]): Record<Change, number> {
  const count = (change: Change): number => pairs.filter((pair) => pair.changes.includes(change)).length
  return Object.fromEntries(changes.map((change) => [change, count(change)])) as Record<Change, number>
}
