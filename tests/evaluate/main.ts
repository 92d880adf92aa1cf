/** `npm run evaluate -- FOLDER`: how well comparison finds what people found, and what a seeded generator did. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare, importFile, type Draft } from '@travaux/core'
import { describeBenchmark, runBenchmark } from './benchmark.ts'
import { readExpectation, readExpected, type Expectation } from './expected.ts'
import { count, judge, table, type Tally, type Verdict } from './judge.ts'
import { compareUnits, type Operation } from './unit.ts'

const [folder] = process.argv.slice(2)
const total: Pick<Verdict, 'tallies'> = { tallies: new Map<string, Tally>() }
if (folder !== undefined) for (const pair of pairsIn(folder)) evaluatePair(pair)
if (folder !== undefined) console.log(`\nIn total\n${table(total.tallies)}\n${allOperations()}`)
console.log(`\nGenerated texts\n${describeBenchmark(runBenchmark({ texts: 300, seed: 1 }))}`)

interface PairFiles {
  readonly name: string
  readonly folder: string
  readonly expectation: Expectation
}

/** A folder is a pair where it has an expectation, or `before` and `after`, which then must differ in noise alone. */
function pairsIn(root: string): PairFiles[] {
  const names = readdirSync(root, { withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map(({ name }) => name)
  const expectations = files.filter((name) => /^expected.*\.json$/u.test(name))
  const own = expectations.map((name) => ({
    name: root,
    folder: root,
    expectation: readExpectation(readFileSync(join(root, name), 'utf8')),
  }))
  const noise = expectations.length === 0 ? noisePair(root, files) : []
  return [
    ...own,
    ...noise,
    ...names.filter((entry) => entry.isDirectory()).flatMap(({ name }) => pairsIn(join(root, name))),
  ]
}

function noisePair(root: string, files: readonly string[]): PairFiles[] {
  const before = files.find((name) => name.startsWith('before.'))
  const after = files.find((name) => name.startsWith('after.'))
  return before && after
    ? [{ name: `${root} (noise)`, folder: root, expectation: { old: before, new: after, ops: [] } }]
    : []
}

function evaluatePair({ name, folder, expectation }: PairFiles): void {
  const comparison = compare(draftIn(folder, expectation.old), draftIn(folder, expectation.new))
  const units = compareUnits(comparison)
  console.log(`\n${name}\n  ${JSON.stringify(comparison.summary)}`)
  if (expectation.ops.length === 0) return judgeNoise(units.operations)
  const verdict = judge(readExpected(expectation, units), units.operations, scopeOf(expectation))
  for (const [kind, tally] of verdict.tallies) count(total, kind, tally)
  console.log(table(verdict.tallies))
  for (const miss of verdict.misses) console.log(`  missed    ${miss}`)
  for (const surprise of verdict.surprises) console.log(`  surplus   ${surprise}`)
}

function judgeNoise(operations: readonly Operation[]): void {
  const invented = operations.filter(({ kind }) => kind !== 'kept' && kind !== 'modified')
  count(total, 'invented', { found: invented.length })
  console.log(`  structural changes invented: ${invented.length}`)
  for (const { kind, old, new: now } of invented)
    console.log(`  surplus   ${kind}: ${old.join(', ')} -> ${now.join(', ')}`)
}

/** An expectation that covers the articles alone says nothing of annexes and preamble. */
function scopeOf({ scope = '' }: Expectation): (operation: Operation) => boolean {
  if (!/articles only/iu.test(scope)) return () => true
  return ({ old, new: now }) => [...old, ...now].every((key) => /^[\divxlc]/u.test(key))
}

function draftIn(root: string, name: string): Draft {
  const read = importFile(name, readFileSync(join(root, name)))
  if (!read.ok) throw new Error(`${join(root, name)}: ${read.error}`)
  return read.draft
}

function allOperations(): string {
  const tallies = [...total.tallies.values()]
  const expected = tallies.reduce((sum, tally) => sum + tally.expected, 0)
  const met = tallies.reduce((sum, tally) => sum + tally.met, 0)
  return `  all listed operations: ${met} of ${expected} found, recall ${(met / expected).toFixed(3)}`
}
