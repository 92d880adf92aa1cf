/** The command that serves. */

import { pino } from 'pino'
import { isOffered } from '../backup.ts'
import type { Config } from '../config.ts'
import { linkLines, serve, type Running } from '../serve.ts'
import { Ended } from './exit.ts'
import type { Outside } from './outside.ts'

/** Serves until it is told to stop. The lines it prints are read by scripts; its log goes to standard error. */
export async function serveUntilStopped({ config, now, say, note }: Outside): Promise<void> {
  const log = pino({ level: config.log }, pino.destination(2))
  let running = await started(serve({ config, log, now }), config)
  if (running.isNew) for (const line of linkLines(running)) say(line)
  say(`Ready on ${running.url}`)
  if (!running.isNew) note('For a sign-in link: pnpm travaux link --member M (pnpm travaux members lists them)')
  const stopped = toldToStop()
  const again = { ...config, port: running.port }
  while ((await Promise.race([stopped, offered(config.data)])) === 'offered') {
    await running.close()
    running = await serve({ config: again, log, now })
    log.warn('The record was restored from a backup')
  }
  await running.close()
}

/** How often it is looked up whether a backup waits to be restored (milliseconds). */
const LOOK_EVERY = 500

/** Resolves once a backup waits to take the record's place. */
function offered(data: string): Promise<'offered'> {
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (!isOffered(data)) return
      clearInterval(look)
      resolve('offered')
    }, LOOK_EVERY).unref()
  })
}

function toldToStop(): Promise<'stopped'> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve('stopped'))
    process.once('SIGINT', () => resolve('stopped'))
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
