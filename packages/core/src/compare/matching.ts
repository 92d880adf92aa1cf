/** The alignment while it is found: which old clauses stand with which new ones, why, and how sure that is. */

import type { Reason } from './comparison.ts'
import type { Entry } from './entry.ts'

export interface Match {
  readonly old: number
  readonly new: number
  readonly why: Reason
  readonly sure: number
}

/** One-to-one while clauses are matched; `join` then adds the other parts of splits and merges. */
export class Matching {
  readonly old: readonly Entry[]
  readonly new: readonly Entry[]
  readonly #ofOld: (Match | undefined)[]
  readonly #ofNew: (Match | undefined)[]
  readonly #parted: ReadonlySet<string>

  constructor(old: readonly Entry[], now: readonly Entry[], parted: ReadonlySet<string>) {
    this.old = old
    this.new = now
    this.#ofOld = Array.from({ length: old.length })
    this.#ofNew = Array.from({ length: now.length })
    this.#parted = parted
  }

  /** Matches two clauses unless one of them has a match, or a person parted them. */
  add(match: Match): boolean {
    if (this.#ofOld[match.old] || this.#ofNew[match.new] || this.isParted(match.old, match.new)) return false
    this.#ofOld[match.old] = match
    this.#ofNew[match.new] = match
    return true
  }

  isParted(old: number, now: number): boolean {
    return this.#parted.size > 0 && this.#parted.has(`${this.old[old]?.clause.id}\n${this.new[now]?.clause.id}`)
  }

  ofOld(old: number): Match | undefined {
    return this.#ofOld[old]
  }

  ofNew(now: number): Match | undefined {
    return this.#ofNew[now]
  }

  /** Position of the new clause that an old one became, -1 for the root's, undefined for none. */
  image(old: number): number | undefined {
    return old < 0 ? -1 : this.#ofOld[old]?.new
  }

  /** Position of the old clause that a new one was. */
  origin(now: number): number | undefined {
    return now < 0 ? -1 : this.#ofNew[now]?.old
  }

  freeOld(): Entry[] {
    return this.old.filter(({ at }) => !this.#ofOld[at])
  }

  freeNew(): Entry[] {
    return this.new.filter(({ at }) => !this.#ofNew[at])
  }

  matches(): Match[] {
    return this.#ofOld.filter((match) => match !== undefined)
  }
}

/** A possible match and how good it is. */
export interface Candidate {
  readonly old: number
  readonly new: number
  readonly score: number
  readonly why: Reason
  readonly sure: number
}

/**
 * Takes candidates best first. Equal scores go by place, measured so that exchanging the two texts changes nothing.
 * Cost: O(n log n).
 */
export function takeBest(matching: Matching, candidates: Candidate[]): number {
  candidates.sort((a, b) => b.score - a.score || distance(a) - distance(b) || a.old + a.new - (b.old + b.new))
  let taken = 0
  for (const candidate of candidates) if (matching.add(candidate)) taken++
  return taken
}

function distance(candidate: Candidate): number {
  return Math.abs(candidate.old - candidate.new)
}
