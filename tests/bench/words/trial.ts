/** A process that compares one pair of texts with one tool again and again, and prints what each time cost. */

import { readFileSync } from 'node:fs'
import { runs, type Cost } from './cost.ts'
import type { Texts } from './texts.ts'
import { tools } from './tools.ts'

const [name = '', file = ''] = process.argv.slice(2)
const compare = await tools[name]?.(JSON.parse(readFileSync(file, 'utf8')) as Texts)
if (!compare) throw new Error(`There is no tool ${name}`)
const before = memory()
process.stdout.write('ready\n')
for (let run = 0; run < runs; run++) process.stdout.write(`${JSON.stringify(timed(compare))}\n`)

/** The most megabytes this process has held. */
function memory(): number {
  return process.resourceUsage().maxRSS / 1024
}

function timed(work: () => unknown): Cost {
  const [cpu, clock] = [process.cpuUsage(), performance.now()]
  const result = work()
  const { user, system } = process.cpuUsage(cpu)
  if (result === undefined) throw new Error('It found nothing')
  return { cpu: (user + system) / 1000, clock: performance.now() - clock, memory: memory() - before }
}
