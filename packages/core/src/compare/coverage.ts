/** Splits and merges: a clause without a partner whose words stand in what another clause lost or gained. */

import { isDivision, type Entry } from './entry.ts'
import type { Matching } from './matching.ts'
import { Rest, type Fit } from './rest.ts'
import { Holders } from './holders.ts'
import type { Scale } from './likeness.ts'

/** A further part of a split (`new` joins the pair of `old`) or of a merge (`old` joins the pair of `new`). */
export interface Join {
  readonly kind: 'split' | 'merged'
  readonly old: number
  readonly new: number
  readonly score: number
}

/** Fewest words of a whole, and of a part that stands elsewhere than beside the whole's partner. */
const fewestWords = 5
const fewestBeside = 2
const mostTried = 8
/** The least fit of a part beside the whole's partner, and of one elsewhere. */
const leastBeside = 0.45
const leastApart = 0.6
/** A run of words that is no chance: the least where a part is to explain a rest that is but a little of it. */
const tellingRun = 7

/**
 * Finds joins, best first, each part at most once. A part is tried with at most eight wholes, those with most of its rare
 * words. What a whole's partner or an earlier part has explains its words: a copy beside its original is no split. Cost:
 * O(n) for clauses of bounded length.
 */
export function findJoins(matching: Matching, scale: Scale): Join[] {
  const splits = possibleJoins(matching.freeNew(), wholesOf(matching, 'split', scale), scale)
  const merges = possibleJoins(matching.freeOld(), wholesOf(matching, 'merged', scale), scale)
  return settle([...splits, ...merges])
}

/** A clause that may have been split or merged into, and the partner it has already. */
class Whole {
  readonly kind: Join['kind']
  readonly entry: Entry
  readonly partner: Entry
  readonly #scale: Scale
  #rest: Rest | undefined

  constructor({ kind, entry, partner }: Pick<Whole, 'kind' | 'entry' | 'partner'>, scale: Scale) {
    this.kind = kind
    this.entry = entry
    this.partner = partner
    this.#scale = scale
  }

  /** What the partner does not explain, found when first asked for: most wholes are never tried. */
  get rest(): Rest {
    if (this.#rest) return this.#rest
    this.#rest = new Rest(this.entry, this.#scale)
    this.#rest.explain(this.partner)
    return this.#rest
  }
}

function wholesOf(matching: Matching, kind: Join['kind'], scale: Scale): Whole[] {
  return matching.matches().flatMap((match) => {
    const ends = [matching.old[match.old], matching.new[match.new]] as const
    const [entry, partner] = kind === 'split' ? ends : [ends[1], ends[0]]
    if (!entry || !partner || isDivision(entry) || isDivision(partner)) return []
    if (entry.words.length < fewestWords || entry.isLike(partner)) return []
    return [new Whole({ kind, entry, partner }, scale)]
  })
}

interface Possible {
  readonly part: Entry
  readonly whole: Whole
  readonly score: number
}

function possibleJoins(parts: readonly Entry[], wholes: readonly Whole[], scale: Scale): Possible[] {
  const byPlace = new Map(wholes.map((whole) => [whole.entry.at, whole]))
  const byPartner = new Map(wholes.map((whole) => [whole.partner.at, whole]))
  const index = new Holders(inOrder(wholes), scale)
  const tried = parts.filter((part) => part.words.length >= fewestBeside && !isDivision(part))
  return tried.flatMap((part) => {
    const above = byPartner.get(part.parent)
    const likely = index.likeliest(part, mostTried).flatMap((at) => byPlace.get(at) ?? [])
    return [...new Set(above ? [...likely, above] : likely)].flatMap((whole) => {
      const score = scoreOf(part, whole)
      return score > 0 ? [{ part, whole, score }] : []
    })
  })
}

function inOrder(wholes: readonly Whole[]): Entry[] {
  return wholes.map(({ entry }) => entry).toSorted((a, b) => a.at - b.at)
}

/** The fit as one number, 0 where it is not enough. That a part explains all there is to explain counts beside it only. */
function scoreOf(part: Entry, whole: Whole): number {
  const beside = isBeside(part, whole.partner)
  if (part.words.length < fewestWords) return beside && whole.rest.holds(part) ? 1 : 0
  const { ofPart, ofRest, byWords, longest }: Fit = whole.rest.fit(part)
  if (!beside && longest < tellingRun) return 0
  const score = Math.max(ofPart, beside && longest >= tellingRun ? 0.9 * ofRest : 0, ofPart >= 0.3 ? 0.75 * byWords : 0)
  return ofPart >= 0.2 && score >= (beside ? leastBeside : leastApart) ? score : 0
}

function isBeside(part: Entry, partner: Entry): boolean {
  return part.parent === partner.parent || part.parent === partner.at || partner.parent === part.at
}

/** Takes joins best first and looks again at each: what an earlier part explained no longer speaks for a later one. */
function settle(possible: Possible[]): Join[] {
  const ordered = possible.sort((a, b) => b.score - a.score || distance(a) - distance(b) || place(a) - place(b))
  const taken = { split: new Set<number>(), merged: new Set<number>() }
  return ordered.flatMap(({ part, whole }) => {
    const score = taken[whole.kind].has(part.at) ? 0 : scoreOf(part, whole)
    if (score === 0) return []
    taken[whole.kind].add(part.at)
    whole.rest.explain(part)
    return [
      whole.kind === 'split' ? join(whole.kind, whole.entry, part, score) : join(whole.kind, part, whole.entry, score),
    ]
  })
}

function join(kind: Join['kind'], old: Entry, now: Entry, score: number): Join {
  return { kind, old: old.at, new: now.at, score }
}

function distance({ part, whole }: Possible): number {
  return Math.abs(part.at - whole.partner.at)
}

function place({ part, whole }: Possible): number {
  return part.at + whole.entry.at
}
