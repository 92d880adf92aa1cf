/** Comparing two drafts: alignment, what happened to each clause, and the words; checked before it is returned. */

import type { Draft } from '../clause/clause.ts'
import { checkComparison, joinedText } from './check.ts'
import { changes, type Change, type Comparison, type Pair, type Side, type WordOp } from './comparison.ts'
import { findJoins, type Join } from './coverage.ts'
import { matchBeneath, matchPlaces } from './division.ts'
import { entriesOf, type Entry } from './entry.ts'
import { Lexicon } from './lexicon.ts'
import { Scale } from './likeness.ts'
import { matchGiven, matchLineage, matchTwins, matchUnique } from './exact.ts'
import { groupClauses, type Group, type Grouping } from './group.ts'
import { Matching } from './matching.ts'
import { movedGroups } from './order.ts'
import { Noise } from './noise.ts'
import { matchSimilar, type Measures } from './similar.ts'
import { tokenize } from './token.ts'
import { compareWords } from './words.ts'

export interface CompareOptions {
  /** Pairs of ids, old and new, that a person says belong together. */
  readonly join?: readonly (readonly [old: string, now: string])[]
  /** Pairs of ids that a person says do not belong together. */
  readonly part?: readonly (readonly [old: string, now: string])[]
}

/**
 * Compares two drafts clause by clause. Pure and deterministic; the cost grows with the number of clauses and of changed
 * words, and every algorithm within has a bound, stated where it stands.
 * @throws if the self-check fails: a wrong comparison is never returned.
 */
export function compare(old: Draft, now: Draft, options: CompareOptions = {}): Comparison {
  const lexicon = new Lexicon()
  const sides = { old: entriesOf(old, lexicon), new: entriesOf(now, lexicon) }
  const parted = new Set((options.part ?? []).map((ids) => ids.join('\n')))
  const matching = new Matching(sides.old, sides.new, parted)
  const scale = new Scale(lexicon)
  const joins = align({ matching, scale, noise: new Noise(sides.old, sides.new, scale) }, options)
  const grouping = groupClauses(matching, joins)
  const pairs = inReadingOrder(sides, grouping)
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

interface Sides {
  readonly old: readonly Entry[]
  readonly new: readonly Entry[]
}

/** Pairs in the new text's order; what was deleted stands after the clause it stood after. */
function inReadingOrder(sides: Sides, grouping: Grouping): Pair[] {
  const moved = movedGroups(sides.old, sides.new, grouping)
  const gone = deletedAfter(grouping, moved)
  const shown = grouping.groups
    .filter(({ new: now }) => now.length > 0)
    .sort((a, b) => (a.new[0] ?? 0) - (b.new[0] ?? 0))
  const ordered = [...(gone.get(-1) ?? []), ...shown.flatMap((group) => [group, ...(gone.get(group.id) ?? [])])]
  return ordered.map((group) => pairOf(sides, group, moved.has(group.id)))
}

function deletedAfter({ groups, ofOld }: Grouping, moved: ReadonlySet<number>): ReadonlyMap<number, Group[]> {
  const gone = new Map<number, Group[]>()
  const deleted = new Map(groups.filter((group) => group.new.length === 0).map((group) => [group.old[0], group]))
  let anchor = -1
  for (let at = 0; at < ofOld.size + deleted.size; at++) {
    const group = deleted.get(at)
    const here = ofOld.get(at)
    if (group) gone.set(anchor, [...(gone.get(anchor) ?? []), group])
    else if (here !== undefined && !moved.has(here)) anchor = here
  }
  return gone
}

function pairOf(sides: Sides, group: Group, moved: boolean): Pair {
  const old = entriesAt(sides.old, group.old)
  const now = entriesAt(sides.new, group.new)
  const typographic = isTypographic(old, now)
  const happened = whatHappened({ old, new: now, moved, typographic })
  const { why, sure } = group
  return {
    changes: happened,
    old: old.map(sideOf),
    new: now.map(sideOf),
    words: wordsOf(old, now),
    why,
    sure,
    typographic,
  }
}

function entriesAt(entries: readonly Entry[], positions: readonly number[]): Entry[] {
  return positions.flatMap((at) => entries[at] ?? [])
}

function sideOf({ clause, citation, label, text }: Entry): Side {
  return { id: clause.id, number: citation, label, kind: clause.kind, depth: clause.depth, text }
}

interface Happening {
  readonly old: readonly Entry[]
  readonly new: readonly Entry[]
  readonly moved: boolean
  readonly typographic: boolean
}

function whatHappened({ old, new: now, moved, typographic }: Happening): Change[] {
  if (now.length === 0) return ['deleted']
  if (old.length === 0) return ['added']
  const happened: Record<Change, boolean> = {
    same: false,
    amended: !typographic && joinedText(old) !== joinedText(now),
    moved,
    renumbered: isRenumbered(old, now),
    split: now.length > 1,
    merged: old.length > 1,
    added: false,
    deleted: false,
  }
  const found = changes.filter((change) => happened[change])
  return found.length > 0 ? found : ['same']
}

/** Whether the first clauses of the sides are cited by different numbers. */
function isRenumbered([old]: readonly Entry[], [now]: readonly Entry[]): boolean {
  return old !== undefined && now !== undefined && (old.label !== '' || now.label !== '') && old.path !== now.path
}

function isTypographic(old: readonly Entry[], now: readonly Entry[]): boolean {
  const text = joinedText(now)
  return old.length > 0 && now.length > 0 && joinedText(old) !== text && keyOfAll(old) === keyOfAll(now)
}

function keyOfAll(entries: readonly Entry[]): string {
  return entries.map(({ key }) => key).join('')
}

function wordsOf(old: readonly Entry[], now: readonly Entry[]): WordOp[] {
  const before = joinedText(old)
  const after = joinedText(now)
  if (before === after) return before === '' ? [] : [['=', before]]
  if (old.length === 0) return after === '' ? [] : [['+', after]]
  if (now.length === 0) return before === '' ? [] : [['-', before]]
  return compareWords(tokensOf(old, before), tokensOf(now, after))
}

function tokensOf([first, ...rest]: readonly Entry[], text: string): Entry['tokens'] {
  return first && rest.length === 0 ? first.tokens : tokenize(text)
}

function summaryOf(pairs: readonly Pair[]): Record<Change, number> {
  const count = (change: Change): number => pairs.filter((pair) => pair.changes.includes(change)).length
  return Object.fromEntries(changes.map((change) => [change, count(change)])) as Record<Change, number>
}
