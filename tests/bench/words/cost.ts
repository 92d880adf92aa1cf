/** What comparing a pair of texts costs with one tool, measured in a process of its own that is stopped after a while. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** One comparison. */
export interface Cost {
  /** Milliseconds of processor time, those of the compiler and the collector of garbage included. */
  readonly cpu: number
  /** Milliseconds on the clock. */
  readonly clock: number
  /** Megabytes held since before the first comparison, at most. */
  readonly memory: number
}

/** Comparisons in one process. */
export const runs = 9
/** Seconds on the clock after which a comparison is stopped. */
export const patience = 20

const program = join(import.meta.dirname, 'trial.ts')

/** The costs of the comparisons of texts in a file, first to last; none where the first took more than twenty seconds. */
export async function costsOf(tool: string, file: string): Promise<Cost[]> {
  const child = spawn(process.execPath, [program, tool, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const costs: Cost[] = []
  let waiting: NodeJS.Timeout | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== 'ready') costs.push(JSON.parse(line) as Cost)
    waiting ??= setTimeout(() => child.kill('SIGKILL'), patience * 1000)
  }
  clearTimeout(waiting)
  const [code, signal] = (await ended) as [number | null, NodeJS.Signals | null]
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`${tool} ended with ${code ?? signal}`)
  return costs
}

/** The median of the numbers, undefined where there are none. */
export function median(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
}
