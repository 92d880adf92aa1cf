/** The command that serves. */

import { pino } from 'pino'
import type { Config } from '../config.ts'
import { linkLines, serve, type Running } from '../serve.ts'
import { Ended } from './exit.ts'
import type { Outside } from './outside.ts'

/** Serves until it is told to stop. The lines it prints are read by scripts; its log goes to standard error. */
export async function serveUntilStopped({ config, now, say, note }: Outside): Promise<void> {
  const log = pino({ level: config.log }, pino.destination(2))
  const running = await started(serve({ config, log, now }), config)
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

/** Puts into words what most often keeps a server from starting. */
async function started(starting: Promise<Running>, { port }: Config): Promise<Running> {
  try {
    return await starting
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') throw new Ended(`Port ${port} is taken; name another one with PORT`)
    if (code === 'EACCES') throw new Ended(`Port ${port} or the data folder may not be used by this user`)
    throw error
  }
}
