/** Finding a clause by what a lawyer types: `5(2)(a)`, `art 5`, `annex I 1.3`, `preamble 4`, or words of it. */

interface Named {
  readonly label: string
  readonly description: string
}

/**
 * Letters and digits alone, with a sign where a step ends, so that `5(2)(a)`, `5.2.a` and `5 2 a` are the same; `–1` and
 * `-1` are what stands before 1.
 */
function steps(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/\b(?:art(?:icle)?|para(?:graph)?|point)s?\b\.?/g, ' ')
      .replace(/(?<=^|[\s(])-(?=[\p{N}\p{L}])/gu, '–')
      .match(/(?:(?<=^|[\s(])–)?(?:\p{N}+|\p{L}+)/gu)
      ?.join('.') ?? ''
  )
}

const known = new WeakMap<Named, { readonly label: string; readonly steps: string }>()

function numberOf(clause: Named): string {
  const before = known.get(clause)
  if (before?.label === clause.label) return before.steps
  const made = { label: clause.label, steps: steps(clause.label) }
  known.set(clause, made)
  return made.steps
}

/** Those a query may mean, the likeliest first: the exact number, then numbers beneath it, then words. */
export function clausesFor<T extends Named>(query: string, clauses: readonly T[]): T[] {
  const wanted = steps(query)
  const words = query.trim().toLowerCase()
  if (wanted === '') return clauses.filter(({ label }) => /^(?:\p{L}+ [\p{N}IVXLC]+|\p{L}+)$/u.test(label))
  const rank = (clause: T): number => {
    const number = numberOf(clause)
    if (number === wanted) return 0
    if (number.startsWith(`${wanted}.`)) return 1
    return clause.description.toLowerCase().includes(words) ? 2 : 3
  }
  return clauses
    .map((clause) => ({ clause, rank: rank(clause) }))
    .filter((one) => one.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ clause }) => clause)
}
