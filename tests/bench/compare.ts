/** `node tests/bench/compare.ts`: what comparing costs, ours beside the word diffs of others, as `npm run bench -- compare`. */

import { compare } from './measure/compare.ts'
import { lines } from './report.ts'

process.stdout.write(`${(await compare()).flatMap(lines).join('\n')}\n`)
