/** A draft as JSON: the canonical form, read back strictly. */

import { z } from 'zod'
import { draftSchema } from '../api/reading.ts'
import { canonicalForm } from '../clause/canonical.ts'
import type { Clause, Draft } from '../clause/clause.ts'

const storedClause = draftSchema.shape.clauses.element
  .omit({ depth: true })
  .extend({ depth: z.number().exactOptional() })
const storedDraft = draftSchema.extend({
  clauses: z.array(storedClause),
  format: z.literal('travaux-draft-1').exactOptional(),
})

export type JsonRead = { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly error: string }

/** Reads a draft from JSON. Depths are computed from parents; a parent must stand before its children. */
export function readJson(text: string): JsonRead {
  const value = parse(text)
  if (value === undefined) return { ok: false, error: 'The file is not JSON.' }
  const parsed = storedDraft.safeParse(value)
  if (!parsed.success)
    return { ok: false, error: `The file is not a draft: ${z.prettifyError(parsed.error).split('\n')[0]}.` }
  const { title, language, symbol, clauses } = parsed.data
  const placed = withDepths(clauses)
  if (typeof placed === 'string') return { ok: false, error: placed }
  return { ok: true, draft: { title, language, symbol, clauses: placed } }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function withDepths(clauses: readonly z.infer<typeof storedClause>[]): Clause[] | string {
  const depths = new Map([['', -1]])
  const out: Clause[] = []
  for (const clause of clauses) {
    const above = depths.get(clause.parent)
    if (above === undefined)
      return `The file is not a draft: clause ${clause.id} stands before its parent ${clause.parent}.`
    if (depths.has(clause.id)) return `The file is not a draft: the id ${clause.id} stands twice.`
    depths.set(clause.id, above + 1)
    out.push({ ...clause, depth: above + 1 })
  }
  return out
}

/** The canonical form as text that ends with a line feed. */
export function writeJson(draft: Draft): string {
  return `${canonicalForm(draft)}\n`
}
