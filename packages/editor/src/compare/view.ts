/** What a comparison shows: which pairs pass the filters, how many are passed over between them, where changes lie. */

import type { Change, Pair } from '@travaux/core'
import type { Line } from './columns.ts'

/** Kinds of change a person can filter by, in the order they are listed. */
export const filterable = [
  'amended',
  'added',
  'deleted',
  'moved',
  'split',
  'merged',
  'renumbered',
] as const satisfies readonly Change[]
export type Filterable = (typeof filterable)[number]

/** Renumbering follows from other changes and is left out until somebody asks for it. */
export const usualFilters: ReadonlySet<Filterable> = new Set(filterable.filter((change) => change !== 'renumbered'))

export interface View {
  readonly chosen: ReadonlySet<Filterable>
  /** Whether unchanged clauses stand between the changes. */
  readonly everything: boolean
}

export type Row =
  | (Line & {
      readonly kind: 'pair'
      /** Whether it is one of the changes that next and previous stop at. */
      readonly changed: boolean
    })
  /** So many pairs are passed over here. */
  | { readonly kind: 'gap'; readonly count: number; readonly index: number }

/** The rows to show. Cost: one pass. */
export function rowsOf(lines: readonly Line[], { chosen, everything }: View): readonly Row[] {
  const rows: Row[] = []
  let skipped: Line[] = []
  const passOver = (): void => {
    const [first] = skipped
    // A pair that stands in two places is one clause.
    const count = skipped.filter(({ part }) => part !== 'old').length
    if (first && count > 0) rows.push({ kind: 'gap', count, index: first.index })
    skipped = []
  }
  for (const line of lines) {
    const changed = passes(line.pair, chosen)
    if (!changed && !everything) {
      skipped.push(line)
      continue
    }
    passOver()
    rows.push({ kind: 'pair', ...line, changed })
  }
  passOver()
  return rows
}

/** The changes that next and previous stop at, in the order of the text: a pair that stands in two places is one. */
export function stopsOf(rows: readonly Row[]): readonly number[] {
  const stops = rows.flatMap((row) => (row.kind === 'pair' && row.changed && row.part !== 'old' ? [row.index] : []))
  return stops.sort((a, b) => a - b)
}

export function passes({ changes }: Pair, chosen: ReadonlySet<Filterable>): boolean {
  return changes.some((change) => change !== 'same' && chosen.has(change))
}

/** The stop after `from`, or before it, going round at the ends; undefined where there is none. */
export function nextStop(stops: readonly number[], from: number | null, step: 1 | -1): number | undefined {
  const ahead = step === 1 ? stops : stops.toReversed()
  const beyond = ahead.find((index) => from === null || (step === 1 ? index > from : index < from))
  return beyond ?? ahead[0]
}

/** Whether a clause moved and has the number it had, as numbers that are kept do: where it came from is not told by that. */
export function keepsNumber(change: Change, { old, new: now }: Pair): boolean {
  return change === 'moved' && old[0] !== undefined && old[0].number === now[0]?.number
}

/** The change that gives a pair its colour, among those chosen. */
export function leading({ changes }: Pair, chosen: ReadonlySet<Filterable> = all): Filterable | undefined {
  return order.find((change) => changes.includes(change) && chosen.has(change))
}

const all: ReadonlySet<Filterable> = new Set(filterable)

const order = [
  'added',
  'deleted',
  'amended',
  'split',
  'merged',
  'moved',
  'renumbered',
] as const satisfies readonly Filterable[]

/** A stroke of the change map: where it begins and how long it is, as shares of the whole. */
export interface Stroke {
  readonly index: number
  readonly change: Filterable
  readonly start: number
  readonly length: number
}

/** Characters that a clause counts as besides its words: its margins and its number. */
const CLAUSE_WEIGHT = 60

/** Where the changes lie in what is shown, at most `limit` strokes: neighbours closer than a share of it are joined. */
export function strokesOf(rows: readonly Row[], limit = 240): readonly Stroke[] {
  const weights = rows.map(weightOf)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const strokes: Stroke[] = []
  let before = 0
  for (const [at, row] of rows.entries()) {
    const weight = weights[at] ?? 0
    const change = row.kind === 'pair' && row.changed && row.part !== 'old' ? leading(row.pair) : undefined
    if (change)
      addStroke(strokes, { index: row.index, change, start: before / total, length: weight / total }, 1 / limit)
    before += weight
  }
  return strokes
}

function addStroke(strokes: Stroke[], stroke: Stroke, least: number): void {
  const last = strokes.at(-1)
  if (last && stroke.start - last.start < least && last.length < least) {
    strokes[strokes.length - 1] = { ...last, length: stroke.start + stroke.length - last.start }
  } else {
    strokes.push(stroke)
  }
}

function weightOf(row: Row): number {
  if (row.kind === 'gap') return CLAUSE_WEIGHT
  return CLAUSE_WEIGHT + row.pair.words.reduce((sum, [, words]) => sum + words.length, 0)
}
