/** Rival wordings of one provision that stand side by side: which clauses are options of one another, and which is which. */

import type { Clause } from './clause.ts'

/** A clause's place among the options of its provision. */
export interface Option {
  /** Id of the first option in reading order, whose number all of them share. */
  readonly first: string
  /** 1 for the first. */
  readonly nth: number
}

const noOptions: ReadonlyMap<string, Option> = new Map()

/**
 * The options among clauses in reading order, by id: a clause and those beneath the same parent that were offered as
 * rivals to it. A wording that is alone is a plain clause, so that choosing one changes nothing but the others.
 */
export function readOptions(clauses: readonly Clause[]): ReadonlyMap<string, Option> {
  const rivalled = new Set<string>()
  for (const { option } of clauses) if (option !== undefined) rivalled.add(option)
  if (rivalled.size === 0) return noOptions
  const offered = clauses.filter(({ id, option }) => option !== undefined || rivalled.has(id))
  const groups = Map.groupBy(offered, ({ id, option = id, parent }) => `${option} ${parent}`)
  return new Map(
    [...groups.values()]
      .filter(({ length }) => length > 1)
      .flatMap((group) => group.map(({ id }, index) => [id, { first: group[0]?.id ?? id, nth: index + 1 }])),
  )
}
