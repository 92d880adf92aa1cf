/** What can stand on either side of a comparison, and what the address names. */

import type { api } from '@travaux/core'

/** A choice: the living text, the text after an entry of its record, or a version of it or of its baseline's text. */
export type Choice =
  | { readonly kind: 'living'; readonly value: 'living' }
  | { readonly kind: 'moment'; readonly value: string; readonly seq: number }
  | { readonly kind: 'version'; readonly value: string; readonly version: api.Version; readonly baseline: boolean }

const living: Choice = { kind: 'living', value: 'living' }

/** Everything a text can be compared with: the baseline, its own versions newest first, the living text last. */
export function choicesOf({ versions, baseline }: api.TextSummary): readonly Choice[] {
  const own = versions.toSorted((a, b) => b.number - a.number)
  const others = own.filter(({ id }) => id !== baseline?.id).map((version) => choice(version, false))
  return [...(baseline ? [choice(baseline, true)] : []), ...others, living]
}

function choice(version: api.Version, baseline: boolean): Choice {
  return { kind: 'version', value: version.id, version, baseline }
}

/** The two sides: as the address says, or else the first choice (baseline, or latest version) and the living text. */
export function sidesOf(
  choices: readonly Choice[],
  old?: string,
  current?: string,
): readonly [Choice, Choice] | undefined {
  const first = choices.find((choice) => choice.kind === 'version')
  const left = choiceNamed(choices, old) ?? first
  const right = choiceNamed(choices, current) ?? living
  return left && right && [left, right]
}

/** The choice of this name: one of the list, or an entry of the record. */
export function choiceNamed(choices: readonly Choice[], value: string | undefined): Choice | undefined {
  return choices.find((choice) => choice.value === value) ?? momentNamed(value)
}

/** Names the text after an entry of its record, as a side of a comparison: `at:120`. */
export function momentName(seq: number): string {
  return `at:${seq}`
}

function momentNamed(value: string | undefined): Choice | undefined {
  const seq = /^at:([1-9]\d{0,14})$/.exec(value ?? '')?.[1]
  return value !== undefined && seq !== undefined ? { kind: 'moment', value, seq: Number(seq) } : undefined
}

/** The states a clause is followed through, oldest first: a baseline from elsewhere, the versions, the living text. */
export function statesOf({ versions, baseline }: api.TextSummary): readonly Choice[] {
  const own = versions.toSorted((a, b) => a.number - b.number)
  const foreign = baseline && !own.some(({ id }) => id === baseline.id) ? [choice(baseline, true)] : []
  return [...foreign, ...own.map((version) => choice(version, version.id === baseline?.id)), living]
}
