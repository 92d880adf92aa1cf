/** Drafts from outside: read by their schema, and within what one text may hold. */

import { api, type Draft } from '@travaux/core'
import { deeperThan } from './depth.ts'

const MOST_CLAUSES = 20_000
const DEEPEST_VALUE = 32

/** The draft, or undefined where the value is none: its clauses have ids of their own, every parent before its children. */
export function readDraftFrom(value: unknown): Draft | undefined {
  if (deeperThan(DEEPEST_VALUE, value)) return undefined
  const draft = api.draftSchema.safeParse(value).data
  return draft && draft.clauses.length <= MOST_CLAUSES && isTree(draft) ? draft : undefined
}

function isTree({ clauses }: Draft): boolean {
  const seen = new Set([''])
  return clauses.every(({ id, parent }) => {
    const fits = !seen.has(id) && seen.has(parent)
    seen.add(id)
    return fits
  })
}
