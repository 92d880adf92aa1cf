/** What can stand on either side of a comparison, and what the address names. */

import type { api } from '@travaux/core'

/** A choice: the living text, or a version of this text or of the one its baseline comes from. */
export type Choice =
  | { readonly kind: 'living'; readonly value: 'living' }
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
  const named = (value: string | undefined, otherwise: Choice | undefined): Choice | undefined =>
    choices.find((choice) => choice.value === value) ?? otherwise
  const first = choices.find((choice) => choice.kind === 'version')
  const left = named(old, first)
  const right = named(current, living)
  return left && right && [left, right]
}
