/** What a command may use of the world around it. */

import { resolve } from 'node:path'
import { Ended } from './exit.ts'
import type { Desk } from './desk.ts'
import { localDesk } from './local.ts'
import { remoteDesk } from './remote.ts'
import type { Config } from '../config.ts'

export interface Outside {
  readonly config: Config
  readonly now: () => number
  /** Folder that file names are relative to. */
  readonly cwd: string
  /** Writes a line to standard output. */
  readonly say: (line: string) => void
  /** Writes a line to standard error. */
  readonly note: (line: string) => void
}

/** Options that every command on a body has. */
export interface Where {
  readonly server?: string
  readonly token?: string
}

/** Opens the body that the options name, and closes it behind the work. */
export async function atDesk<T>(outside: Outside, where: Where, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = openDesk(outside, where)
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}

function openDesk({ config, now }: Outside, { server, token }: Where): Desk {
  if (server === undefined) return localDesk(config.data, now)
  if (token === undefined) throw new Ended('With --server, say who you are with --token')
  return remoteDesk({ server, token })
}

/** The path of a file that was named on the command line. */
export function pathOf({ cwd }: Outside, name: string): string {
  return resolve(cwd, name)
}
