/** The program `travaux`: the server and its command line. */

import type { Outside } from './program/command/outside.ts'
import { run } from './program/command/run.ts'
import { readConfig } from './program/config.ts'

async function main(): Promise<number> {
  const { env, argv } = process
  const config = readConfig(env, process.cwd())
  if (typeof config === 'string') {
    console.error(config)
    return 2
  }
  const outside: Outside = {
    config,
    now: Date.now,
    // A package manager runs scripts in the package's folder and tells where it was called from.
    cwd: env['INIT_CWD'] ?? process.cwd(),
    say: (line) => console.log(line),
    note: (line) => console.error(line),
  }
  return run(outside, argv.slice(2))
}

process.exitCode = await main()
