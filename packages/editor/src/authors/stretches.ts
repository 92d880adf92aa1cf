/** What is shown of who wrote a text: stretches of standing words by their author, and shares by delegation. Pure. */

import { EMBED, readableText, type api } from '@travaux/core'

/** The entries that a blame names, by their seq. */
export type Deeds = ReadonlyMap<number, api.Deed>

export function deedsOf({ deeds }: api.Blame): Deeds {
  return new Map(deeds.map((deed) => [deed.seq, deed]))
}

/** Characters of a clause, from one offset to another, that one deed wrote. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly deed: api.Deed
}

export interface Stretches {
  /** The characters that stand in the clause. */
  readonly words: string
  /** Words that came with the text when it was brought in are nobody's, and left out. */
  readonly stretches: readonly Stretch[]
}

export function stretchesOf({ runs }: api.ClauseBlame, deeds: Deeds): Stretches {
  const stretches: Stretch[] = []
  let words = ''
  for (const run of standing(runs)) {
    const deed = deeds.get(run.wrote)
    const from = words.length
    words += run.words
    if (deed && deed.delegation !== '') stretches.push({ from, to: words.length, deed })
  }
  return { words, stretches }
}

export interface PlacedRun {
  readonly run: api.BlameRun
  /** Where it begins, deleted words counted: what tells one from another. */
  readonly at: number
  /** Where it begins among the words that stand. */
  readonly from: number
}

export function placedRuns(runs: readonly api.BlameRun[]): readonly PlacedRun[] {
  let [at, from] = [0, 0]
  return runs.map((run) => {
    const placed = { run, at, from }
    at += run.words.length
    if (run.deleted === undefined) from += run.words.length
    return placed
  })
}

/**
 * The words of a run as they are read. `said` gives what stands at an offset of the clause now; what an embedded object
 * said that stands no longer, nobody knows.
 */
export function readableRun({ run, from }: PlacedRun, said: (offset: number) => string): string {
  if (run.deleted !== undefined) return readableText(run.words)
  return run.words.replaceAll(EMBED, (_sign, offset: number) => {
    const words = said(from + offset)
    return words.length > 1 || /[⁰-⁹¹²³]/u.test(words) ? words : '…'
  })
}

/** How many words of the text each delegation wrote, most first; '' stands for what was brought in. */
export function sharesOf(
  { clauses }: api.Blame,
  deeds: Deeds,
): readonly (readonly [delegation: string, words: number])[] {
  const shares = new Map<string, number>()
  for (const run of clauses.flatMap(({ gone, runs }) => (gone === undefined ? standing(runs) : []))) {
    const { delegation = '' } = deeds.get(run.wrote) ?? {}
    shares.set(delegation, (shares.get(delegation) ?? 0) + countWords(run.words))
  }
  return [...shares].filter(([, words]) => words > 0).toSorted(([, a], [, b]) => b - a)
}

function standing(runs: readonly api.BlameRun[]): readonly api.BlameRun[] {
  return runs.filter(({ deleted }) => deleted === undefined)
}

function countWords(words: string): number {
  return words.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
