/** How alike a clause is to clauses it has nothing to do with: in texts full of formulas, likeness alone proves little. */

import type { Entry } from './entry.ts'
import { Holders } from './holders.ts'
import { strengthOf, type Scale } from './likeness.ts'

interface Rival {
  readonly at: number
  readonly strength: number
}

const mostRivals = 8

/** Measures the noise around possible matches; each clause's rivals are found once, when first asked for. */
export class Noise {
  readonly #old: Side
  readonly #new: Side
  readonly #scale: Scale

  constructor(old: readonly Entry[], now: readonly Entry[], scale: Scale) {
    this.#old = { entries: old, index: undefined, rivals: new Map() }
    this.#new = { entries: now, index: undefined, rivals: new Map() }
    this.#scale = scale
  }

  /**
   * The strength that two clauses reach with others: the second best of each side's rivals, since the best may be a twin.
   * Cost: at most sixteen comparisons, once for each clause.
   */
  around(old: Entry, now: Entry): number {
    const ofOld = this.#rivals(this.#new, old, (rival) => this.#scale.compare(old, rival))
    const ofNew = this.#rivals(this.#old, now, (rival) => this.#scale.compare(now, rival))
    return Math.max(secondBeside(ofOld, now.at), secondBeside(ofNew, old.at))
  }

  #rivals(side: Side, entry: Entry, compare: (rival: Entry) => Parameters<typeof strengthOf>[0]): readonly Rival[] {
    const known = side.rivals.get(entry.at)
    if (known) return known
    side.index ??= new Holders(side.entries, this.#scale)
    const likely = side.index.likeliest(entry, mostRivals).flatMap((at) => side.entries[at] ?? [])
    const rivals = likely.map((rival) => ({ at: rival.at, strength: strengthOf(compare(rival)) }))
    const sorted = rivals.sort((a, b) => b.strength - a.strength)
    side.rivals.set(entry.at, sorted)
    return sorted
  }
}

interface Side {
  readonly entries: readonly Entry[]
  index: Holders | undefined
  readonly rivals: Map<number, readonly Rival[]>
}

function secondBeside(rivals: readonly Rival[], partner: number): number {
  return rivals.filter(({ at }) => at !== partner)[1]?.strength ?? 0
}
