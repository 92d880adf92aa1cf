/** Writing clauses as blocks: the shape every text format shares before its own markup. */

import type { Clause, Draft } from '../clause/clause.ts'
import { isHeading, shownKind } from '../clause/kind.ts'
import { numberDraft, type ClauseNumber } from '../clause/number.ts'
import { readOptions } from '../clause/option.ts'
import { textOf, type Words } from '../clause/words.ts'
import { footnoteSign, type Footnote } from '../embed/notes.ts'
import { namedHeading } from './heading.ts'
import { markerOf } from './marker.ts'

/** A clause on its way to a file. */
export interface Written {
  readonly clause: Clause
  /** Number as it stands beside the clause, '' where it has none. */
  readonly label: string
  /** 1 to 6 where the clause is written as a heading, else 0. */
  readonly heading: number
  /** Levels beneath the innermost heading. */
  readonly nesting: number
  /** Whether the clause is an unnumbered item of a list that its parent's words introduce. */
  readonly bulleted: boolean
  /** Whether the clause is one of several wordings of a provision. */
  readonly optional: boolean
}

/** The clauses in reading order with everything a format needs to place them. One pass. */
export function writtenClauses(draft: Draft): Written[] {
  const { clauses } = draft
  const numbers = numberDraft(draft)
  const headings = headingIds(clauses, numbers)
  const options = readOptions(clauses)
  const written = new Map<string, Written>()
  for (const clause of clauses) {
    const above = written.get(clause.parent)
    const label = clause.kind === 'recital' && clause.label === undefined ? '' : (numbers.get(clause.id)?.label ?? '')
    const heading = headings.has(clause.id) ? Math.min(6, headingsAbove(above) + 1) : 0
    const bulleted = clause.kind === 'text' && above?.heading === 0 && ['text', 'recital'].includes(above.clause.kind)
    const nesting = !above || above.heading > 0 || heading > 0 ? 0 : above.nesting + 1
    written.set(clause.id, { clause, label, heading, nesting, bulleted, optional: options.has(clause.id) })
  }
  return [...written.values()]
}

function headingsAbove(above: Written | undefined): number {
  return above ? Math.max(1, above.heading) : 1
}

/** Clauses written as headings, and the provisions above them: what stands above a heading must be one. */
function headingIds(clauses: readonly Clause[], numbers: ReadonlyMap<string, ClauseNumber>): ReadonlySet<string> {
  const parents = new Set(clauses.map(({ parent }) => parent))
  const found = new Set<string>()
  for (const clause of clauses.toReversed()) {
    const label = numbers.get(clause.id)?.label ?? ''
    if (!found.has(clause.id) && !isWrittenAsHeading(clause, label, parents.has(clause.id))) continue
    found.add(clause.id)
    found.add(clause.parent)
  }
  return found
}

function isWrittenAsHeading({ kind, words }: Clause, label: string, hasChildren: boolean): boolean {
  if (isHeading(kind)) return true
  if (label !== '' && shownKind(kind) === 'paragraph')
    return markerOf(`${label} x`) === '' && namedHeading(label) !== undefined
  return kind === 'text' && hasChildren && words.length > 0 && words.every((run) => run.attributes?.['strong'] === true)
}

/** Label and words of a heading in one line. */
export function headingLine(label: string, words: string): string {
  if (label === '' || words === '') return label + words
  return /[.:)–—-]$/u.test(label) ? `${label} ${words}` : `${label}. ${words}`
}

/** A clause as a line of plain text. */
export function plainLine({ clause, label, heading, nesting, bulleted }: Written): string {
  const text = plainText(clause.words)
  if (heading > 0) return headingLine(label, text)
  return `${'    '.repeat(nesting)}${[bulleted ? '–' : label, text].filter(Boolean).join(' ')}`
}

/** A footnote as a line of plain text. */
export function plainNote({ number, words }: Pick<Footnote, 'number' | 'words'>): string {
  return `${footnoteSign(number)} ${textOf(words)}`
}

function plainText(words: Words): string {
  return textOf(words.map((run) => (isSign(run) ? { insert: footnoteSign(Number(run.insert)) } : run)))
}

/** Whether a run of a written-out draft is the sign of a footnote. */
export function isSign({ attributes }: Words[number]): boolean {
  return typeof attributes?.['footnote'] === 'number'
}
