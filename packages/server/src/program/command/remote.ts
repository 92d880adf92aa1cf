/** A body behind a server, reached over HTTP with a token. */

import { api, type Draft } from '@travaux/core'
import { randomUUID } from 'node:crypto'
import type { ZodType } from 'zod'
import type { Desk } from './desk.ts'
import { Ended } from './exit.ts'

export interface Address {
  readonly server: string
  readonly token: string
}

export function remoteDesk({ server, token }: Address): Desk {
  const ask = async (path: string, body?: unknown): Promise<Response> => {
    const init: RequestInit = { headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } }
    const posted = body === undefined ? init : { ...init, method: 'POST', body: JSON.stringify(body) }
    return fetch(`${server.replace(/\/+$/, '')}${path}`, posted).catch(() => {
      throw new Ended(`The server at ${server} does not answer`, 1)
    })
  }
  const read = async <T>(path: string, schema: ZodType<T>): Promise<T> =>
    schema.parse(await (await answered(ask(path))).json())
  const draftAt = async (path: string): Promise<Draft | undefined> => {
    const response = await ask(path)
    if (response.status === 404) return undefined
    return api.draftAnswerSchema.parse(await (await answered(response)).json()).draft
  }
  return {
    members: () => read('/api/members', api.memberSchema.array()),
    texts: () => read('/api/texts', api.textListSchema),
    draft: async (id) => {
      const name = encodeURIComponent(id)
      return (await draftAt(`/api/texts/${name}/draft`)) ?? (await draftAt(`/api/versions/${name}/draft`))
    },
    moment: (id, { seq, at }) => read(`${path(id)}/at?${query({ seq, at })}`, api.momentSchema),
    blame: (id, clause) => read(`${path(id)}/blame?${query({ clause })}`, api.blameSchema),
    create: async (id, draft) => {
      await answered(ask('/api/texts', { id, draft }))
    },
    administer: async (command) => {
      await answered(ask('/api/members/commands', { id: randomUUID(), command }))
    },
    command: async (text, command) => {
      await answered(ask(`${path(text)}/commands`, { id: randomUUID(), command }))
    },
    close: async () => undefined,
  }
}

function path(text: string): string {
  return `/api/texts/${encodeURIComponent(text)}`
}

function query(parts: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return new URLSearchParams(given).toString()
}

/** The answer, if it is not a refusal. */
async function answered(asked: Response | Promise<Response>): Promise<Response> {
  const response = await asked
  if (response.ok) return response
  const problem = api.problemSchema.safeParse(await response.json().catch(() => undefined)).data
  throw new Ended(problem?.says ?? `The server answered ${response.status}`)
}
