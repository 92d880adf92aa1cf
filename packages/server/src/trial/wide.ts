/** A program for loads: the server as it always is, but open to more sockets and texts of one member than a person has use for. */

import { pino } from 'pino'
import { readConfig } from '../program/config.ts'
import { linkLines, serve } from '../program/serve.ts'

const config = readConfig(process.env, process.cwd())
if (typeof config === 'string') throw new Error(config)
const limits = { ...config.limits, socketsPerMember: 5000, roomsPerMember: 5000 }
const running = await serve({ config: { ...config, limits }, log: pino({ level: 'silent' }), now: Date.now })
for (const line of linkLines(running)) process.stdout.write(`${line}\n`)
process.stdout.write(`Ready on ${running.url}\n`)
