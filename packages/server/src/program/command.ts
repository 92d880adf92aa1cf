/** The command line. */

import { pino } from 'pino'
import { readConfig } from './config.ts'
import { linkLines, serve } from './serve.ts'

export async function run(_argv: readonly string[]): Promise<number> {
  const config = readConfig(process.env, process.cwd())
  const log = pino({ level: config.logLevel }, pino.destination(2))
  const running = await serve({ config, log, now: Date.now })
  if (running.isNew) for (const line of linkLines(running)) console.log(line)
  console.log(`Ready on ${running.url}`)
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  await running.close()
  return 0
}
