/** Precision and recall of a comparison, per kind of operation. */

import type { Expected } from './expected.ts'
import { answers } from './expected.ts'
import type { Kind, Operation } from './unit.ts'

export interface Tally {
  expected: number
  met: number
  found: number
  right: number
}

export interface Verdict {
  readonly tallies: Map<string, Tally>
  readonly misses: string[]
  readonly surprises: string[]
}

const structural: ReadonlySet<Kind> = new Set(['renumbered', 'moved', 'split', 'merged', 'inserted', 'deleted'])

/** Holds what was found against what was expected. Kinds that the expectation never names are not judged for precision. */
export function judge(
  expected: readonly Expected[],
  found: readonly Operation[],
  inScope: (operation: Operation) => boolean,
): Verdict {
  const verdict: Verdict = { tallies: new Map(), misses: [], surprises: [] }
  for (const wish of expected) {
    const met = answers(wish, found)
    count(verdict, wish.kind, { expected: 1, met: met ? 1 : 0 })
    if (!met) verdict.misses.push(`${wish.kind}: ${wish.old.join(', ')} -> ${wish.new.join(', ')}  (${wish.says})`)
  }
  const named = new Set(expected.map(({ kind }) => kind))
  for (const operation of found) {
    if (!structural.has(operation.kind) || !named.has(operation.kind) || isPart(operation) || !inScope(operation))
      continue
    const right = isExpected(operation, expected)
    count(verdict, operation.kind, { found: 1, right: right ? 1 : 0 })
    if (!right) verdict.surprises.push(`${operation.kind}: ${operation.old.join(', ')} -> ${operation.new.join(', ')}`)
  }
  return verdict
}

function isPart({ old, new: now }: Operation): boolean {
  return [...old, ...now].some((key) => key.endsWith('*'))
}

/** A split is right where a split, merge or move was expected of these units; a child of an expected unit goes with it. */
function isExpected(operation: Operation, expected: readonly Expected[]): boolean {
  return expected.some((wish) => {
    if (wish.kind === 'unbroken' || wish.kind === 'modified') return false
    const sameKind = wish.kind === operation.kind || (structuralPair(wish.kind) && structuralPair(operation.kind))
    return (
      sameKind &&
      operation.old.every((key) => isWithin(key, wish.old)) &&
      operation.new.every((key) => isWithin(key, wish.new))
    )
  })
}

/** Splits, merges, moves and renumberings all say where a provision went. */
function structuralPair(kind: string): boolean {
  return kind === 'split' || kind === 'merged' || kind === 'moved' || kind === 'renumbered'
}

function isWithin(key: string, keys: readonly string[]): boolean {
  return keys.some(
    (known) => key === known || key.startsWith(`${known.replace('*', '')}.`) || known.startsWith(`${key}.`),
  )
}

export function count({ tallies }: Pick<Verdict, 'tallies'>, kind: string, more: Partial<Tally>): void {
  const tally = tallies.get(kind) ?? { expected: 0, met: 0, found: 0, right: 0 }
  tallies.set(kind, {
    expected: tally.expected + (more.expected ?? 0),
    met: tally.met + (more.met ?? 0),
    found: tally.found + (more.found ?? 0),
    right: tally.right + (more.right ?? 0),
  })
}

/** A table of precision and recall, a line for each kind; `width` is that of the names. */
export function table(tallies: ReadonlyMap<string, Tally>, width = 12): string {
  const lines = [...tallies].map(([kind, { expected, met, found, right }]) => {
    const cells = [
      kind.padEnd(width),
      share(met, expected).padStart(8),
      `${met}/${expected}`.padStart(11),
      share(right, found).padStart(11),
      `${right}/${found}`.padStart(11),
    ]
    return `  ${cells.join('')}`
  })
  return [
    `  ${'kind'.padEnd(width)}${'recall'.padStart(8)}${''.padStart(11)}${'precision'.padStart(11)}`,
    ...lines,
  ].join('\n')
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3)
}
