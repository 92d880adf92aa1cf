/** `npm run bench`: the server, comparison and the editor beside their peers in the same run. Sections by name; `--json` for programs. */

import { parseArgs } from 'node:util'
import { acknowledge } from './measure/acknowledge.ts'
import { board } from './measure/board.ts'
import { compare } from './measure/compare.ts'
import { cost, deliver } from './measure/deliver.ts'
import { editor } from './measure/editor.ts'
import type { Figure, Section } from './measure/figure.ts'
import { joiners } from './measure/joiners.ts'
import { kills } from './measure/kills.ts'
import { million } from './measure/million.ts'
import { present } from './measure/present.ts'
import { rooms } from './measure/rooms.ts'
import { lines } from './report.ts'

const sections: Readonly<Record<string, Section>> = {
  acknowledge,
  cost,
  deliver,
  joiners,
  present,
  rooms,
  kills,
  compare,
  board,
  editor,
  million,
}

/** Made only when it is asked for: the record takes minutes to make. */
const aside = ['million']

const usual = Object.keys(sections).filter((name) => !aside.includes(name))

const usage = `npm run bench [-- SECTION...] [--json]
  sections: ${Object.keys(sections).join(' ')}; all of them but ${aside.join(' ')} where none is named
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
})

async function run(names: readonly string[]): Promise<void> {
  const figures: Figure[] = []
  for (const name of names) {
    const found = (await sections[name]?.()) ?? []
    figures.push(...found)
    if (!values.json) process.stdout.write(`${found.flatMap(lines).join('\n')}\n`)
  }
  if (values.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
}

const unknown = positionals.filter((name) => !(name in sections))
if (values.help) process.stdout.write(usage)
else if (unknown.length > 0) {
  process.stderr.write(`There is no section ${unknown.join(', ')}\n${usage}`)
  process.exitCode = 2
} else await run(positionals.length > 0 ? positionals : usual)
