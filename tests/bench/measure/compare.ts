/** What comparing costs: ours beside word diffs of the whole text, on drafts from 500 clauses to 10,000. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { costsOf, median, patience, runs, type Cost } from '../words/cost.ts'
import { textsOf, wholeText, workloads, type Workload } from '../words/texts.ts'
import { tools } from '../words/tools.ts'
import type { Figure } from './figure.ts'

/** The most that 2,000 clauses with 60 % changed may cost, as a multiple of the same with 10 %. */
const mostGrowth = 4

export async function compare(): Promise<Figure[]> {
  const medians: Figure[] = []
  const figures: Figure[] = []
  for (const workload of workloads) {
    const found = await measure(workload)
    figures.push(...found)
    medians.push(...found.slice(0, 1))
  }
  return [...figures, growth(medians)]
}

/** Every tool on one pair of texts, one after another. */
async function measure(workload: Workload): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'travaux-compare-'))
  const file = join(folder, 'texts.json')
  const texts = textsOf(workload)
  writeFileSync(file, JSON.stringify(texts))
  const costs: Record<string, Cost[]> = {}
  for (const name of Object.keys(tools)) costs[name] = await costsOf(name, file)
  rmSync(folder, { recursive: true })
  return figuresOf(workload, Math.round(wholeText(texts.old).length / 1000), costs)
}

function figuresOf({ name, goal }: Workload, kilobytes: number, costs: Readonly<Record<string, Cost[]>>): Figure[] {
  const about = `${name} (${kilobytes} KB)`
  const values = (pick: (found: readonly Cost[]) => number | undefined): Figure['values'] =>
    Object.fromEntries(Object.entries(costs).map(([tool, found]) => [tool, pick(found)]))
  const warm = (part: 'cpu' | 'clock') =>
    values((found) => median((found.length > 1 ? found.slice(1) : found).map((cost) => cost[part])))
  const stopped = Object.keys(costs).filter((tool) => (costs[tool]?.length ?? 0) < runs)
  const aim = goal === undefined ? [] : [`goal: under ${goal} ms`]
  const notes = [...aim, ...stopped.map((tool) => `${tool}: ${completed(costs[tool])}`)].join('; ')
  const figure = { better: 'less' as const, ...(notes === '' ? {} : { notes }) }
  return [
    { ...figure, name: `comparing ${about}, processor, median`, unit: 'ms', values: warm('cpu') },
    { ...figure, name: `comparing ${about}, processor, first`, unit: 'ms', values: values(([first]) => first?.cpu) },
    { ...figure, name: `comparing ${about}, clock, median`, unit: 'ms', values: warm('clock') },
    { ...figure, name: `comparing ${about}, memory, first`, unit: 'MB', values: values(([first]) => first?.memory) },
  ]
}

function completed(found: readonly Cost[] = []): string {
  return `stopped after ${patience} s, ${found.length === 0 ? 'in its first run' : `with ${found.length} of ${runs} runs done`}`
}

function growth(medians: readonly Figure[]): Figure {
  const at = (changed: number): Figure['values'] =>
    medians[workloads.findIndex((one) => one.clauses === 2000 && one.changed === changed)]?.values ?? {}
  const [little, much] = [at(0.1), at(0.6)]
  const times = (tool: string): number | undefined => {
    const [less, more] = [little[tool], much[tool]]
    return less === undefined || more === undefined ? undefined : more / less
  }
  return {
    name: 'comparing 2,000 clauses with 60 % changed, as a multiple of 10 %',
    unit: 'times',
    better: 'less',
    values: Object.fromEntries(Object.keys(tools).map((tool) => [tool, times(tool)])),
    notes: `goal: at most ${mostGrowth}`,
  }
}
