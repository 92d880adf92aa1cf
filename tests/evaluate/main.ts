/** `npm run evaluate -- FOLDER`: how well comparison finds what people found, and what a seeded generator did. */

import { isUtf8 } from 'node:buffer'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare, extensionOf, importExtensions, importFile, type Draft } from '@travaux/core'
import { describeBenchmark, describeHardCases, runBenchmark, runHardCases } from './benchmark.ts'
import { readExpectation, readExpected, sidesAmong, type Expectation } from './expected.ts'
import { count, judge, table, type Tally, type Verdict } from './judge.ts'
import { compareUnits, type Operation } from './unit.ts'

const [folder] = process.argv.slice(2)
if (folder !== undefined && !existsSync(folder)) {
  console.error(`There is no folder ${folder}`)
  process.exit(2)
}
const total: Pick<Verdict, 'tallies'> = { tallies: new Map<string, Tally>() }
if (folder !== undefined) {
  for (const pair of pairsIn(folder)) evaluatePair(pair)
  console.log(`\nIn total\n${table(total.tallies)}\n${allOperations()}`)
}
console.log(`\nGenerated texts\n${describeBenchmark(runBenchmark({ texts: 300, seed: 1 }))}`)
console.log(`\nHard cases\n${describeHardCases(runHardCases({ texts: 40, seed: 1 }))}`)

interface PairFiles {
  readonly name: string
  readonly folder: string
  /** The expectation's file, or the two sides of a pair that must differ in noise alone. */
  readonly expected: string | readonly [old: string, now: string]
  /** Other files of the folder that can be read. */
  readonly files: readonly string[]
}

/** A folder is a pair where it has an expectation, or else two sides, which then must differ in noise alone. */
function pairsIn(root: string): PairFiles[] {
  const entries = readdirSync(root, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
  const expectations = names.filter((name) => /^expected.*\.json$/iu.test(name))
  const files = names.filter((name) => importExtensions.includes(extensionOf(name)) && !expectations.includes(name))
  const sides = sidesAmong(files.filter((name) => !/^readme\b/iu.test(name)))
  const own = expectations.map((expected) => ({ name: root, folder: root, expected, files }))
  const noise =
    expectations.length === 0 && sides ? [{ name: `${root} (noise)`, folder: root, expected: sides, files }] : []
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  return [...own, ...noise, ...folders.flatMap(({ name }) => pairsIn(join(root, name)))]
}

/** A pair that cannot be read is told of, and the others are judged all the same. */
function evaluatePair(pair: PairFiles): void {
  try {
    judgePair(pair)
  } catch (error) {
    console.log(`\n${pair.name}\n  NOT JUDGED: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}

function judgePair({ name, folder, expected, files }: PairFiles): void {
  const expectation =
    typeof expected === 'string'
      ? readExpectation(decoded(join(folder, expected)), files)
      : { old: expected[0], new: expected[1], ops: [] }
  const comparison = compare(
    draftIn(folder, expectation.old, expectation),
    draftIn(folder, expectation.new, expectation),
  )
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

function draftIn(root: string, name: string, { language }: Pick<Expectation, 'language'>): Draft {
  const read = importFile(name, inUtf8(readFileSync(join(root, name))), language === undefined ? {} : { language })
  if (!read.ok) throw new Error(`${join(root, name)}: ${read.error}`)
  return read.draft
}

/** Older texts come in Windows-1252. Travaux asks people to save such files anew; here nobody can be asked. */
function inUtf8(bytes: Buffer): Uint8Array {
  const isMarked = (bytes[0] ?? 0) >= 0xfe
  return isMarked || isUtf8(bytes) ? bytes : Buffer.from(new TextDecoder('windows-1252').decode(bytes))
}

/** A file's text, without the mark that some editors put before it. */
function decoded(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\uFEFF/u, '')
}

function allOperations(): string {
  const tallies = [...total.tallies.values()]
  const expected = tallies.reduce((sum, tally) => sum + tally.expected, 0)
  const met = tallies.reduce((sum, tally) => sum + tally.met, 0)
  return `  all listed operations: ${met} of ${expected} found, recall ${expected === 0 ? '-' : (met / expected).toFixed(3)}`
}
