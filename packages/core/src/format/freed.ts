/** Freed numbers in files: a line where a number is free, and such a line told from a clause when a file is read. */

import type { Draft } from '../clause/clause.ts'
import { freedNumbers, saidOfFreed } from '../clause/freed.ts'
import { isHeading } from '../clause/kind.ts'
import { allNumberWords } from '../clause/number-words.ts'
import { numberDraft } from '../clause/number.ts'
import { writtenClauses, type Written } from './write.ts'

export interface FreedLine {
  readonly label: string
  /** `[deleted]` or `[moved to ...]`. */
  readonly says: string
  /** Levels beneath the innermost heading. */
  readonly nesting: number
}

interface Writers {
  readonly clause: (written: Written) => string
  readonly freed: (line: FreedLine) => string
}

/** A draft written clause by clause, with the lines of its freed numbers where they stand. Recitals go out without numbers. */
export function writeWithFreed(draft: Draft, { clause, freed }: Writers): string[] {
  const numbers = numberDraft(draft)
  const free = freedNumbers(draft, numbers).filter(({ kind }) => kind !== 'recital')
  const written = writtenClauses(draft)
  if (free.length === 0) return written.map(clause)
  const byId = new Map(written.map((one) => [one.clause.id, one]))
  const nestingOf = (kind: string, parent: string): number => {
    const above = byId.get(parent)
    return !above || above.heading > 0 || isHeading(kind) ? 0 : above.nesting + 1
  }
  const after = Map.groupBy(free, (one) => one.after)
  const linesAfter = (id: string): string[] =>
    (after.get(id) ?? []).map((one) => {
      const says = saidOfFreed(one, numbers, draft.language)
      return freed({ label: one.label, says, nesting: nestingOf(one.kind, one.parent) })
    })
  return [...linesAfter(''), ...written.flatMap((one) => [clause(one), ...linesAfter(one.clause.id)])]
}

/** A freed number as a line of plain text. */
export function freedLine({ label, says, nesting }: FreedLine): string {
  return `${'    '.repeat(nesting)}${label} ${says}`
}

/** No number with a citation is longer. */
const LONGEST = 200

/** Whether a line says that a number is free, in any language that such lines are written in. */
export function isFreedLine(line: string): boolean {
  return line.length <= LONGEST && pattern.test(line.trim())
}

/** A source without such lines, where they stand by themselves. */
export function withoutFreedLines(source: string): string {
  return source
    .split('\n')
    .filter((line) => !isFreedLine(line))
    .join('\n')
}

const suffixes = String.raw`(?: (?:\p{Ll}{3,18}|\d+))*`
const ordinal = String.raw`–?(?:\d+(?:\.\d+)*|[IVXLCDM]+|[ivxlcdm]+|[\u0621-\u064A]{1,4}|\p{L}{1,2})${suffixes}`
const dotted = String.raw`–?\d+(?:\.\d+)+${suffixes}`

function withOrdinal(words: string, count: string): string {
  return words.replace(/[[\]().]/gu, String.raw`\$&`).replace('{n}', count)
}

function either(some: readonly string[]): string {
  return `(?:${[...new Set(some)].join('|')})`
}

const labels = allNumberWords.flatMap(({ article, part, chapter, annex, option, point }) =>
  [article, part, chapter, annex, option, point, '{n}.'].map((words) => withOrdinal(words, ordinal)),
)
const says = allNumberWords.flatMap(({ deleted, movedTo }) => [
  withOrdinal(deleted, ''),
  withOrdinal(movedTo, String.raw`[^[\]]+`),
])
const pattern = new RegExp(`^${either([...labels, dotted])} ${either(says)}$`, 'u')
