/** Where an ordinal stands among those of its kind: the order that numbers have, whatever they are written in. */

import type { Kind } from './kind.ts'
import type { NumberWords } from './number-words.ts'
import { insertion, letter, romanValue } from './ordinal.ts'

/** Its number, then the insertions behind that: `4 bis` is 4, 1; what stands before the first is less than 1. */
export type Rank = readonly number[]

/** Reads ordinals of a kind; `points`: how many points stand above, itself included. What is no ordinal ranks last. */
export function ranker(kind: Kind, points: number, words: NumberWords): (ordinal: string) => Rank {
  const value = valueOf(kind, points, words)
  return (ordinal) => {
    const [base = '', ...suffixes] = ordinal.split(' ')
    const before = base.startsWith('–')
    const step = kind === 'entry' ? lastStep(base) : base
    const number = value(before ? step.replace('–', '') : step)
    const signed = number !== undefined && before ? -number : number
    return [signed, ...suffixes.map(insertion)].map((part) => (Number.isFinite(part) ? (part ?? 0) : Infinity))
  }
}

/** Less than 0 where `a` stands before `b`. */
export function compareRanks(a: Rank, b: Rank): number {
  const at = a.findIndex((part, index) => part !== b[index])
  if (at < 0) return a.length - b.length
  return at < b.length && (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1
}

/** `1.3` gives `3`. */
function lastStep(ordinal: string): string {
  return ordinal.slice(ordinal.lastIndexOf('.') + 1)
}

function valueOf(kind: Kind, points: number, words: NumberWords): (base: string) => number | undefined {
  const value = counterpart(kind, points, words)
  // What stands before the first is `0` in texts of an older version.
  return (base) => (base === '0' ? 0 : value(base))
}

function counterpart(kind: Kind, points: number, words: NumberWords): (base: string) => number | undefined {
  if (kind === 'part' || kind === 'annex') return romanValue
  if (kind !== 'point') return Number
  return points % 2 === 1 ? (base) => lettersOf(words).get(base) : romanValue
}

/** No list of points is longer. */
const MOST_LETTERS = 702

const letters = new WeakMap<NumberWords, ReadonlyMap<string, number>>()

function lettersOf(words: NumberWords): ReadonlyMap<string, number> {
  const known = letters.get(words)
  if (known) return known
  // An imported text may count in Latin letters whatever its language.
  const made = new Map(
    [letter, words.letter].flatMap((count) =>
      Array.from({ length: MOST_LETTERS }, (_, at) => [count(at + 1), at + 1] as const),
    ),
  )
  letters.set(words, made)
  return made
}
