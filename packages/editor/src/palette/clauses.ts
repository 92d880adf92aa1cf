/** Finding a clause by what a lawyer types: `5(2)(a)`, `art 5`, `annex I 1.3`, `preamble 4`, or words of it. */

interface Named {
  /** As a lawyer writes it out: `Preamble, 4`. */
  readonly citation: string
  /** As it is shown, which may be shorter: `PP4`. */
  readonly label: string
  readonly description: string
}

/** What says no more than that a number follows, in the languages that texts are in; the others are named by it: `annex`. */
const unsaid = [
  'art(?:icle)?s?', 'para(?:graph)?s?', 'points?', 'paragraphes?', 'art[íi]culos?', 'p[áa]rrafos?', 'стать[яию]', 'ст', 'пункт[а-я]*',
  '(?:ال)?ماد[ةه]', '(?:ال)?فقر[ةه]', '(?:ال)?نقط[ةه]',
] // oxfmt-ignore

const unsaidWords = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${unsaid.join('|')})(?!\p{L})\.?|[第条]`, 'gu')

/** Digits of Arabic, and those of Persian and Urdu, as they are computed with. */
function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => `${(digit.codePointAt(0) ?? 0) & 15}`)
}

/**
 * Letters and digits alone, with a sign where a step ends, so that `5(2)(a)`, `5.2.a` and `5 2 a` are the same; `–1` and
 * `-1` are what stands before 1.
 */
function steps(text: string): string {
  return (
    latinDigits(text.toLowerCase())
      .replace(unsaidWords, ' ')
      .replace(/(?<=^|[\s(])-(?=[\p{N}\p{L}])/gu, '–')
      .match(/(?:(?<=^|[\s(])–)?(?:\p{N}+|\p{L}+)/gu)
      ?.join('.') ?? ''
  )
}

const known = new WeakMap<Named, readonly string[]>()

/** A clause's number in both ways; the clauses that are asked about are values. */
function numbersOf(clause: Named): readonly string[] {
  const before = known.get(clause)
  if (before) return before
  const made = [...new Set([steps(clause.citation), steps(clause.label)])]
  known.set(clause, made)
  return made
}

/** Whether a query names nothing yet, by a number or by words: `article` waits for its number. */
export function isUnsaid(query: string): boolean {
  return steps(query) === ''
}

/** Those a query may mean, the likeliest first: the exact number, then numbers beneath it, then words. */
export function clausesFor<T extends Named>(query: string, clauses: readonly T[]): T[] {
  const wanted = steps(query)
  const words = query.trim().toLowerCase()
  if (wanted === '') return clauses.filter(({ citation }) => /^(?:\p{L}+ [\p{N}IVXLC]+|\p{L}+)$/u.test(citation))
  const rank = (clause: T): number => {
    const numbers = numbersOf(clause)
    if (numbers.includes(wanted)) return 0
    if (numbers.some((number) => number.startsWith(`${wanted}.`))) return 1
    return clause.description.toLowerCase().includes(words) ? 2 : 3
  }
  return clauses
    .map((clause) => ({ clause, rank: rank(clause) }))
    .filter((one) => one.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ clause }) => clause)
}
