/** The body that this application serves itself, if it does: one at a time, started and stopped on request. */

import { join } from 'node:path'
import { Plain } from '../ipc/answer.ts'
import type { LocalBody } from './body.ts'

export interface Local {
  readonly running: () => LocalBody | undefined
  readonly folder: string
  readonly start: (how: { readonly lan: boolean }) => Promise<LocalBody>
  readonly stop: () => Promise<void>
}

interface LocalOptions {
  /** The user's folder of the application. */
  readonly folder: string
  readonly editor: string
}

/** Where it listens if it can: links that people have noted go on working. */
const USUAL_PORT = 8747

export function openLocal({ folder, editor }: LocalOptions): Local {
  const data = join(folder, 'body')
  let body: LocalBody | undefined
  let turn: Promise<unknown> = Promise.resolve()
  /** One start or stop after the other. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }
  const stop = async (): Promise<void> => {
    const stopping = body
    body = undefined
    await stopping?.stop()
  }
  return {
    running: () => body,
    folder: data,
    start: ({ lan }) =>
      inTurn(async () => {
        if (body && (body.lan !== undefined) === lan) return body
        await stop()
        body = await started({ data, editor, lan })
        return body
      }),
    stop: () => inTurn(stop),
  }
}

async function started(how: { data: string; editor: string; lan: boolean }): Promise<LocalBody> {
  // Most people never start one: its code is read when somebody does.
  const { startBody } = await import('./body.ts')
  try {
    return await startBody({ ...how, port: USUAL_PORT })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') return startBody({ ...how, port: 0 })
    throw new Plain('The body could not be started. Another program may be at work on its folder.', { cause: error })
  }
}
