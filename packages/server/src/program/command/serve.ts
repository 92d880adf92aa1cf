/** The command that serves. */

import { pino } from 'pino'
import { linkLines, serve } from '../serve.ts'
import type { Outside } from './outside.ts'

/** Serves until it is told to stop. The lines it prints are read by scripts; its log goes to standard error. */
export async function serveUntilStopped({ config, now, say, note }: Outside): Promise<void> {
  const log = pino({ level: config.logLevel }, pino.destination(2))
  const running = await serve({ config, log, now })
  if (running.isNew) for (const line of linkLines(running)) say(line)
  say(`Ready on ${running.url}`)
  if (!running.isNew) note('For a sign-in link: pnpm travaux link --member M (pnpm travaux members lists them)')
  await toldToStop()
  await running.close()
}

function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve())
    process.once('SIGINT', () => resolve())
  })
}
