/** Where two token lists surely stand at the same place: runs of tokens that stand once in each. */

import type { Token } from './token.ts'

/** Tokens from `from` to `to`, on the old side and on the new one. */
export interface Window {
  readonly old: readonly Token[]
  readonly new: readonly Token[]
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

/** The same tokens from `old` and from `new` on, as many as `size`. */
export interface Anchor {
  readonly old: number
  readonly new: number
  readonly size: number
}

/** Runs of sixteen tokens are tried first, since they are no chance; where none stands once, four, and then one. */
const sizes = [16, 4, 1]

/**
 * The longest runs that stand once on each side, as many as are in the same order on both (Bram Cohen's patience diff,
 * on runs in place of lines). They do not overlap. O(n log n).
 */
export function anchorsIn(window: Window): Anchor[] {
  const names = runNames(window)
  for (const size of sizes) {
    const [old = [], now = []] = names.get(size) ?? []
    const places = singles(now)
    const shared = [...singles(old)].flatMap(([name, at]) => {
      const there = places.get(name) ?? -1
      return at < 0 || there < 0 ? [] : [[at + window.from[0], there + window.from[1]] as const]
    })
    if (shared.length > 0) return apart(longestRising(shared), size)
  }
  return []
}

/** For each size the runs that begin at each token, by numbers: equal runs have equal numbers. Made by doubling. */
function runNames({ old, new: now, from, to }: Window): ReadonlyMap<number, readonly number[][]> {
  const words = new Namer<string>()
  let names = [old.slice(from[0], to[0]), now.slice(from[1], to[1])].map((tokens) =>
    tokens.map(({ fold }) => words.name(fold)),
  )
  const bySize = new Map([[1, names]])
  for (let size = 2; size <= (sizes[0] ?? 1); size *= 2) {
    names = doubled(names, size / 2)
    bySize.set(size, names)
  }
  return bySize
}

/** Numbers for runs of twice the length; two numbers below 2^26 make one that is exact. */
function doubled(names: readonly number[][], half: number): number[][] {
  const pairs = new Namer<number>()
  return names.map((side) =>
    side
      .slice(0, Math.max(0, side.length - half))
      .map((name, at) => pairs.name(name * 2 ** 26 + (side[at + half] ?? 0))),
  )
}

/** Numbers in the order in which things are first named. */
export class Namer<T> {
  readonly #names = new Map<T, number>()

  name(thing: T): number {
    const known = this.#names.get(thing)
    if (known !== undefined) return known
    const name = this.#names.size
    this.#names.set(thing, name)
    return name
  }
}

/** Position of each name, -1 where it stands more than once. */
function singles(names: readonly number[]): Map<number, number> {
  const places = new Map<number, number>()
  for (const [at, name] of names.entries()) places.set(name, places.has(name) ? -1 : at)
  return places
}

/** Runs that overlap become one where they say the same, and the later one goes where they do not. */
function apart(starts: readonly (readonly [number, number])[], size: number): Anchor[] {
  const anchors: Anchor[] = []
  for (const [old, now] of starts) {
    const last = anchors.at(-1)
    const isClear = !last || (old >= last.old + last.size && now >= last.new + last.size)
    if (isClear) anchors.push({ old, new: now, size })
    else if (old - last.old === now - last.new) anchors[anchors.length - 1] = { ...last, size: old - last.old + size }
  }
  return anchors
}

/** Longest subsequence with rising second numbers, of pairs with rising first ones: piles, as in patience sorting. */
function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tops: number[] = []
  const before: number[] = []
  for (const [at, [, value]] of pairs.entries()) {
    let low = 0
    for (let high = tops.length; low < high;) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before.push(tops[low - 1] ?? -1)
    tops[low] = at
  }
  const rising: (readonly [number, number])[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rising.push(pairs[at] ?? [0, 0])
  return rising.toReversed()
}
