/** The program `travaux`: the server and its command line. */

import { run } from './program/command.ts'

process.exitCode = await run(process.argv.slice(2))
