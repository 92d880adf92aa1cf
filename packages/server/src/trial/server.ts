/** A real server on a folder of its own, for tests: members sign in, ask, and join rooms with the stock client. */

import type { api } from '@travaux/core'
import { pino } from 'pino'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../program/config.ts'
import { serve, type Running } from '../program/serve.ts'
import { defaultLimits, type Limits } from '../rooms/limits.ts'

export interface Trial {
  readonly running: Running
  readonly data: string
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** A bearer token for a member. */
  readonly token: (member: string) => string
  /** Asks as a member, with its token. */
  readonly ask: (member: string, path: string, body?: unknown) => Promise<Answer>
  /** Sends a command on the zero draft as a member. */
  readonly command: (member: string, command: api.TextCommand, id?: string) => Promise<Answer>
  readonly stop: () => Promise<void>
}

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Id of the sample text that tests write in. */
export const TEXT = 'zero-draft'

let counter = 0

/** An id as clients make them, different each time. */
export function newId(): string {
  return `trial-${String(++counter).padStart(6, '0')}`
}

export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'travaux-'))
}

/** Starts a server with the demonstration body. */
export async function startTrial(
  limits: Partial<Limits> = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<Trial> {
  const data = await temporaryFolder()
  const config = readConfig({ PORT: '0', TRAVAUX_DATA: data, HOST: '127.0.0.1', ...environment }, data)
  if (typeof config === 'string') throw new Error(config)
  const log = pino({ level: 'silent' })
  const running = await serve({ config: { ...config, limits: { ...defaultLimits, ...limits } }, log, now: Date.now })
  const url = `http://127.0.0.1:${running.port}`
  const tokens = new Map<string, string>()
  const token = (member: string): string => {
    const known = tokens.get(member) ?? running.tokenFor(member)
    tokens.set(member, known)
    return known
  }
  const ask = async (member: string, path: string, body?: unknown): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token(member)}`, 'content-type': 'application/json' }
    const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(url + path, init)
    return { status: response.status, body: await response.json() }
  }
  return {
    running,
    data,
    url,
    token,
    ask,
    command: (member, command, id = newId()) => ask(member, `/api/texts/${TEXT}/commands`, { id, command }),
    stop: async () => {
      await running.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}
