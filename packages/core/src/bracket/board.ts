/** What is still open in a text, provision by provision: brackets, options, what is to be filled in. The progress everybody counts. */

import { readOptions } from '../clause/option.ts'
import type { Clause } from '../clause/clause.ts'
import { textOf } from '../clause/words.ts'
import { readBrackets, type Bracket, type Brackets } from './read.ts'

/** How much is open. */
export interface OpenCounts {
  /** Pairs of brackets of any depth, but those that only mark something to be filled in. */
  readonly pairs: number
  /** Pairs that mark something to be filled in: `[X]`, `[date]`. */
  readonly placeholders: number
  /** Provisions that stand in two or more options. */
  readonly options: number
  /** Brackets without a partner. */
  readonly unbalanced: number
}

/** Something open at one place. */
export type OpenPlace = { readonly clause: string } & (
  | { readonly kind: 'bracket' | 'placeholder'; readonly pair: Bracket; readonly words: string }
  | { readonly kind: 'alone'; readonly at: number; readonly words: string }
  | { readonly kind: 'option'; readonly nth: number; readonly words: string }
)

export interface OpenProvision extends OpenCounts {
  /** The preamble, article or annex that the places stand beneath; '' before the first of them. */
  readonly heading: string
  /** In reading order. */
  readonly places: readonly OpenPlace[]
}

export interface Board {
  readonly total: OpenCounts
  /** Only those with something open, in reading order. */
  readonly provisions: readonly OpenProvision[]
  /** How many pairs are attributed to each sponsor, most first. */
  readonly sponsors: readonly { readonly name: string; readonly pairs: number }[]
}

/** A clause's words with the brackets in them. */
export interface Bracketed {
  readonly text: string
  readonly brackets: Brackets
}

/** The brackets of words, or undefined where they have none. */
export function bracketed(text: string): Bracketed | undefined {
  return /[[\]]/u.test(text) ? { text, brackets: readBrackets(text) } : undefined
}

const headings: ReadonlySet<string> = new Set(['preamble', 'article', 'annex'])

/** The board of a draft's clauses. */
export function boardOf(clauses: readonly Clause[]): Board {
  const read = new Map(clauses.map(({ id, words }) => [id, textOf(words)]))
  return boardFrom(clauses, {
    bracketedIn: (id) => bracketed(read.get(id) ?? ''),
    textOf: (id) => read.get(id) ?? '',
  })
}

/** Where the words of clauses are looked up. */
export interface Reading {
  readonly bracketedIn: (id: string) => Bracketed | undefined
  readonly textOf: (id: string) => string
}

/** The board of clauses whose words are read elsewhere. One pass over the clauses; words only of what is open. */
export function boardFrom(clauses: readonly Clause[], reading: Reading): Board {
  const options = optionsAmong(clauses)
  const provisions = new Map<string, OpenPlace[]>()
  const openIn = (heading: string): OpenPlace[] => {
    const places = provisions.get(heading) ?? []
    provisions.set(heading, places)
    return places
  }
  let heading = ''
  for (const clause of clauses) {
    const { id, kind } = clause
    if (headings.has(kind)) heading = id
    const places = placesIn(id, reading, options.get(id))
    if (places.length > 0) openIn(heading).push(...places)
  }
  const open = [...provisions].map(([of, places]) => ({ heading: of, places, ...countPlaces(places) }))
  return { total: sum(open), provisions: open, sponsors: sponsorsOf(open.flatMap(({ places }) => places)) }
}

/** Options and the alternatives of imported texts, each with its number among its rivals. */
function optionsAmong(clauses: readonly Clause[]): ReadonlyMap<string, number> {
  const out = new Map([...readOptions(clauses)].map(([id, { nth }]) => [id, nth]))
  const alternatives = clauses.filter(({ id, kind }) => kind === 'alternative' && !out.has(id))
  for (const group of Map.groupBy(alternatives, ({ parent }) => parent).values())
    if (group.length > 1) for (const [index, { id }] of group.entries()) out.set(id, index + 1)
  return out
}

function placesIn(clause: string, { bracketedIn, textOf: read }: Reading, nth: number | undefined): OpenPlace[] {
  const option: OpenPlace[] = nth === undefined ? [] : [{ clause, kind: 'option', nth, words: read(clause) }]
  const found = bracketedIn(clause)
  if (!found) return option
  const { text, brackets } = found
  const pairs = brackets.pairs.map((pair): OpenPlace => {
    const words = text.slice(pair.inner, pair.to - 1)
    return { clause, kind: pair.placeholder ? 'placeholder' : 'bracket', pair, words }
  })
  const alone = brackets.unbalanced.map((at): OpenPlace => ({ clause, kind: 'alone', at, words: text.slice(at) }))
  return [...option, ...pairs, ...alone]
}

function countPlaces(places: readonly OpenPlace[]): OpenCounts {
  const count = (kind: OpenPlace['kind']): number => places.filter((place) => place.kind === kind).length
  return {
    pairs: count('bracket'),
    placeholders: count('placeholder'),
    options: places.filter((place) => place.kind === 'option' && place.nth === 1).length,
    unbalanced: count('alone'),
  }
}

function sum(counts: readonly OpenCounts[]): OpenCounts {
  const total = (of: keyof OpenCounts): number => counts.reduce((all, one) => all + one[of], 0)
  return {
    pairs: total('pairs'),
    placeholders: total('placeholders'),
    options: total('options'),
    unbalanced: total('unbalanced'),
  }
}

function sponsorsOf(places: readonly OpenPlace[]): Board['sponsors'] {
  const counts = new Map<string, number>()
  for (const place of places)
    for (const name of 'pair' in place ? place.pair.sponsors : []) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, pairs]) => ({ name, pairs }))
    .toSorted((a, b) => b.pairs - a.pairs || (a.name < b.name ? -1 : 1))
}
