/** The generated benchmark: precision and recall per kind of operation over texts with known edits. */

import { compare, numberClauses, type Comparison, type Draft } from '@travaux/core'
import { generateSample, type Sample, type Truth } from './generate.ts'
import { count, table, type Tally } from './judge.ts'
import { randomFrom } from './random.ts'

export interface BenchmarkResult {
  readonly tallies: ReadonlyMap<string, Tally>
  /** The first misses and surplus operations, for reading. */
  readonly examples: readonly string[]
}

/** Generates and compares. The same seed gives the same texts. */
export function runBenchmark({ texts, seed }: { readonly texts: number; readonly seed: number }): BenchmarkResult {
  const tallies = new Map<string, Tally>()
  const examples: string[] = []
  for (let text = 0; text < texts; text++) {
    const sample = generateSample(randomFrom(seed * 1_000_003 + text))
    const wanted = wantedOperations(sample)
    const found = foundOperations(compare(sample.old, sample.new))
    for (const operation of wanted) tally(tallies, operation, { expected: 1, met: found.has(operation) ? 1 : 0 })
    for (const operation of found) tally(tallies, operation, { found: 1, right: wanted.has(operation) ? 1 : 0 })
    examples.push(
      ...difference(wanted, found, `text ${text} missed`),
      ...difference(found, wanted, `text ${text} surplus`),
    )
  }
  return { tallies, examples }
}

/** The result as text. */
export function describeBenchmark({ tallies, examples }: BenchmarkResult): string {
  return [table(tallies), ...examples.slice(0, 12).map((line) => `  ${line}`)].join('\n')
}

function tally(tallies: Map<string, Tally>, operation: string, more: Partial<Tally>): void {
  count({ tallies }, operation.split(' ')[0] ?? '', more)
}

function difference(of: ReadonlySet<string>, without: ReadonlySet<string>, title: string): string[] {
  return [...of].filter((operation) => !without.has(operation)).map((operation) => `${title}: ${operation}`)
}

/** Operations as text, `kind old -> new` by positions. */
function wantedOperations({ old, new: now, truth }: Sample): Set<string> {
  const heirs = heirsOf(truth)
  const operations = new Set<string>()
  for (const at of old.clauses.keys()) if (!heirs.has(at)) operations.add(`deleted ${at} ->`)
  for (const [at, origins] of truth.origins.entries()) {
    if (origins.length === 0) operations.add(`added -> ${at}`)
    if (origins.length > 1) operations.add(`merged ${origins.join(',')} -> ${at}`)
    if (origins.length !== 1) continue
    const [origin = -1] = origins
    if ((heirs.get(origin)?.length ?? 0) > 1) operations.add(`split ${origin} -> ${heirs.get(origin)?.join(',')}`)
    else for (const kind of single(old, now, truth, at)) operations.add(`${kind} ${origin} -> ${at}`)
  }
  return operations
}

function heirsOf({ origins }: Truth): ReadonlyMap<number, number[]> {
  const heirs = new Map<number, number[]>()
  for (const [at, from] of origins.entries())
    for (const origin of from) heirs.set(origin, [...(heirs.get(origin) ?? []), at])
  return heirs
}

function single(old: Draft, now: Draft, truth: Truth, at: number): string[] {
  const [origin = -1] = truth.origins[at] ?? []
  const kinds = [truth.moved.has(at) ? 'moved' : '', truth.amended.has(at) ? 'amended' : '']
  const renumbered = citationAt(old, origin) === citationAt(now, at) ? '' : 'renumbered'
  return [...kinds, renumbered].filter(Boolean)
}

const citations = new WeakMap<Draft, readonly string[]>()

function citationAt(draft: Draft, at: number): string {
  const known =
    citations.get(draft) ?? [...numberClauses(draft.clauses, draft.language).values()].map(({ citation }) => citation)
  citations.set(draft, known)
  return known[at] ?? ''
}

function position(id: string): number {
  return Number(id.split('-')[1])
}

function foundOperations({ pairs }: Comparison): Set<string> {
  const operations = new Set<string>()
  for (const pair of pairs) {
    const old = pair.old.map(({ id }) => position(id))
    const now = pair.new.map(({ id }) => position(id))
    const whole = old.length > 1 || now.length > 1
    for (const kind of pair.changes) {
      const part = kind === 'split' || kind === 'merged'
      if (kind !== 'same' && whole === part)
        operations.add(
          `${kind} ${old.join(',')}${old.length > 0 ? ' ' : ''}->${now.length > 0 ? ' ' : ''}${now.join(',')}`,
        )
    }
  }
  return operations
}
