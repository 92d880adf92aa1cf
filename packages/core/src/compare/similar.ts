/** Matching clauses that have words in common, where likeness and surroundings say enough. */

import { contextOf } from './context.ts'
import { isDivision, type Entry } from './entry.ts'
import { Holders } from './holders.ts'
import { strengthOf, type Scale } from './likeness.ts'
import { takeBest, type Candidate, type Matching } from './matching.ts'
import type { Noise } from './noise.ts'
import { termOf } from './term.ts'

/** What a match needs: a least strength and a least distance from noise, with nothing and with everything around it. */
export interface Demands {
  readonly alone: number
  readonly supported: number
  readonly aboveNoise: number
}

export interface Measures {
  readonly matching: Matching
  readonly scale: Scale
  readonly noise: Noise
}

/** Stronger likeness than this is no noise. */
const clear = 0.75
/** Clauses of fewer words prove little beneath another parent, and need prove little in their own place. */
const short = 8
const inPlaceContext = 0.75

const mostTried = 24

/**
 * Matches free clauses that are alike enough. Each old clause is tried with at most 24 new ones: those with most of its
 * forty rarest words, words in more than 48 free clauses aside, and those in its own place. Cost: O(n) for clauses of
 * bounded length.
 */
export function matchSimilar({ matching, scale, noise }: Measures, demands: Demands): number {
  const free = matching.freeNew().filter(({ words }) => words.length > 0)
  const index = new Holders(free, scale)
  const places = new Map(free.map((entry) => [entry.path, entry]))
  const candidates: Candidate[] = []
  for (const old of matching.freeOld()) {
    if (old.words.length === 0) continue
    for (const now of triedWith(matching, { old, index, places })) {
      const candidate = judge({ matching, scale, noise }, demands, old, now)
      if (candidate) candidates.push(candidate)
    }
  }
  return takeBest(matching, candidates)
}

interface Search {
  readonly old: Entry
  readonly index: Holders
  readonly places: ReadonlyMap<string, Entry>
}

function triedWith(matching: Matching, { old, index, places }: Search): Entry[] {
  const tried = new Set(index.likeliest(old, mostTried))
  for (const near of inPlace(matching, old, places)) tried.add(near.at)
  return [...tried].flatMap((at) => matching.new[at] ?? [])
}

/** The new clause of the same number, and the free ones beside the images of its neighbours. */
function inPlace(matching: Matching, old: Entry, places: ReadonlyMap<string, Entry>): Entry[] {
  const before = matching.image(old.at - 1)
  const after = old.at + 1 < matching.old.length ? matching.image(old.at + 1) : matching.new.length
  const beside = [before === undefined ? -1 : before + 1, after === undefined ? -1 : after - 1]
  const near = beside.flatMap((at) => (matching.ofNew(at) ? [] : (matching.new[at] ?? [])))
  const same = old.label === '' ? undefined : places.get(old.path)
  return same ? [...near, same] : near
}

function judge({ matching, scale, noise }: Measures, demands: Demands, old: Entry, now: Entry): Candidate | undefined {
  const likeness = scale.compare(old, now)
  const strength = strengthOf(likeness)
  if (strength < demands.supported) return undefined
  const context = contextOf(matching, old, now)
  const terms = termEvidence(old, now)
  const least = demands.alone + (demands.supported - demands.alone) * (terms === 'same' ? 1 : context)
  const isShort = Math.min(old.words.length, now.words.length) < short
  const stranger = isShort && matching.image(old.parent) !== now.parent ? 0.2 : 0
  if (strength < least + penalty(old, now) + stranger + (terms === 'other' ? 0.3 : 0)) return undefined
  const isKnown = strength >= clear || terms === 'same' || (isShort && context >= inPlaceContext)
  if (!isKnown && strength < noise.around(old, now) + demands.aboveNoise * (1 - context)) return undefined
  const score = 0.75 * strength + 0.25 * context + (terms === 'same' ? 0.2 : 0)
  const why = likeness.alike >= 0.85 * likeness.contained ? 'similar' : 'contained'
  return { old: old.at, new: now.at, score, why, sure: Math.min(0.99, score) }
}

/** Whether two clauses define the same term, or different ones. */
function termEvidence(old: Entry, now: Entry): 'none' | 'same' | 'other' {
  const [before, after] = [termOf(old.text), termOf(now.text)]
  if (before === '' || after === '') return 'none'
  return before === after ? 'same' : 'other'
}

/** A heading is seldom a provision, the words of a division's title prove little, and so do very few words. */
function penalty(old: Entry, now: Entry): number {
  const divisions = Number(isDivision(old)) + Number(isDivision(now))
  if (divisions === 1) return 0.3
  const few = Math.min(old.words.length, now.words.length) < 4 ? 0.15 : 0
  return divisions === 2 && old.children.length + now.children.length > 0 ? Math.max(few, 0.2) : few
}
