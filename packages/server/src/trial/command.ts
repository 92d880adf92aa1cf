/** The command line within the test's own process. */

import { readConfig } from '../program/config.ts'
import { run } from '../program/command/run.ts'

export interface Said {
  readonly code: number
  readonly out: string[]
  readonly notes: string[]
}

/** Runs a command on a folder. */
export async function travaux(data: string, ...words: string[]): Promise<Said> {
  const [out, notes]: [string[], string[]] = [[], []]
  const config = readConfig({ TRAVAUX_DATA: data }, data)
  if (typeof config === 'string') throw new Error(config)
  const outside = {
    config,
    now: Date.now,
    cwd: data,
    say: (line: string) => void out.push(line),
    note: (line: string) => void notes.push(line),
  }
  return { code: await run(outside, words), out, notes }
}
