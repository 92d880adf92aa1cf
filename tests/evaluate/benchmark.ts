/** The generated benchmark: precision and recall per kind of operation over texts with known edits. */

import { compare, numberClauses, type Comparison, type Draft } from '@travaux/core'
import { generateSample, type Sample, type Truth } from './generate.ts'
import { hardCases, type HardCase } from './hard.ts'
import { english, french } from './language.ts'
import { count, table, type Tally } from './judge.ts'
import { randomFrom } from './random.ts'

export interface BenchmarkResult {
  readonly tallies: ReadonlyMap<string, Tally>
  /** The first misses and surplus operations, for reading. */
  readonly examples: readonly string[]
}

/** Generates and compares. The same seed gives the same texts. */
export function runBenchmark({ texts, seed }: { readonly texts: number; readonly seed: number }): BenchmarkResult {
  const result = { tallies: new Map<string, Tally>(), examples: [] as string[] }
  for (let text = 0; text < texts; text++)
    measure(result, generateSample(randomFrom(seed * 1_000_003 + text)), { name: `text ${text}`, says: () => true })
  return result
}

/** Each hard case with its own result, over as many texts, every second one in French. */
export function runHardCases({
  texts,
  seed,
}: {
  readonly texts: number
  readonly seed: number
}): Map<string, BenchmarkResult> {
  return new Map(hardCases.map((hardCase) => [hardCase.name, runHardCase(hardCase, texts, seed)]))
}

function runHardCase({ name, tellsMoves, make }: HardCase, texts: number, seed: number): BenchmarkResult {
  const result = { tallies: new Map<string, Tally>(), examples: [] as string[] }
  const says = (operation: string): boolean => tellsMoves || !operation.startsWith('moved')
  for (let text = 0; text < texts; text++) {
    const sample = make(randomFrom(seed * 1_000_003 + text), text % 2 === 0 ? english : french)
    measure(result, sample, { name: `${name}, text ${text}`, says })
  }
  return result
}

interface Measured {
  readonly name: string
  /** Whether the truth speaks of such operations at all. */
  readonly says: (operation: string) => boolean
}

function measure(
  { tallies, examples }: { readonly tallies: Map<string, Tally>; readonly examples: string[] },
  sample: Sample,
  { name, says }: Measured,
): void {
  const wanted = new Set([...wantedOperations(sample)].filter(says))
  const found = new Set([...foundOperations(compare(sample.old, sample.new))].filter(says))
  for (const operation of wanted) tally(tallies, operation, { expected: 1, met: found.has(operation) ? 1 : 0 })
  for (const operation of found) tally(tallies, operation, { found: 1, right: wanted.has(operation) ? 1 : 0 })
  examples.push(...difference(wanted, found, `${name} missed`), ...difference(found, wanted, `${name} surplus`))
}

/** The result as text. */
export function describeBenchmark({ tallies, examples }: BenchmarkResult): string {
  return [table(tallies), ...examples.slice(0, 12).map((line) => `  ${line}`)].join('\n')
}

/** One line for each hard case, over all kinds of operation, and what went wrong. */
export function describeHardCases(results: ReadonlyMap<string, BenchmarkResult>): string {
  const totals = [...results].map(([name, { tallies }]) => [name, totalOf(tallies)] as const)
  const examples = [...results.values()].flatMap((result) => result.examples.slice(0, 3))
  return [table(new Map(totals), 68), ...examples.map((line) => `  ${line}`)].join('\n')
}

/** What was expected and found of all kinds together. */
export function totalOf(tallies: ReadonlyMap<string, Tally>): Tally {
  const all = { tallies: new Map<string, Tally>() }
  for (const one of tallies.values()) count(all, 'all', one)
  return all.tallies.get('all') ?? { expected: 0, met: 0, found: 0, right: 0 }
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
