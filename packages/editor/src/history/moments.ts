/** Lines of the activity that say one thing many times over: as one, which can be opened. Pure. */

import type { api } from '@travaux/core'

/** Milliseconds between two roles that one member gave at one moment: a new text gives all of them at once. */
const MOMENT = 60_000

/** One line, or several that say one thing together, newest first. */
export type Together = readonly [api.Activity, ...api.Activity[]]

/** Roles that one member gave at one moment stand together; every other line is by itself. Newest first, as they come. */
export function byMoment(lines: readonly api.Activity[]): readonly Together[] {
  const groups: [api.Activity, ...api.Activity[]][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && areOne(group.at(-1) ?? group[0], line)) group.push(line)
    else groups.push([line])
  }
  return groups
}

function areOne(newer: api.Activity, older: api.Activity): boolean {
  const both = newer.kind === 'role.set' && older.kind === 'role.set'
  return both && newer.actor === older.actor && newer.delegation === older.delegation && newer.at - older.at <= MOMENT
}
