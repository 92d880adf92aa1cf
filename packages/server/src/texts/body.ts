/** The body that negotiates: its name and its members, read from a record of its own. */

import { api, bodyJson, roles, type Entry, type NewEntry } from '@travaux/core'
import { z } from 'zod'
import type { RecordStore } from '../store/record.ts'

/** Id of the body's own record, which is no text's. */
export const BODY = 'body'

export interface Body {
  readonly name: string
  readonly sample: boolean
  readonly members: ReadonlyMap<string, api.Member>
}

const createdSchema = z.object({ type: z.literal('body.created'), name: z.string(), sample: z.boolean() })
const memberAddedSchema = z.object({ type: z.literal('member.added'), member: api.memberSchema })
const bodyActSchema = z.discriminatedUnion('type', [createdSchema, memberAddedSchema])
export type BodyAct = z.infer<typeof bodyActSchema>

/** The body as its record tells it; undefined where there is none yet. */
export async function readBody(store: RecordStore): Promise<Body | undefined> {
  let body: Body | undefined
  for await (const entry of store.entries(BODY)) body = replayBody(body, entry)
  return body
}

/** The body after one more entry of its record. */
export function replayBody(body: Body | undefined, entry: Pick<Entry, 'body'>): Body | undefined {
  const act = bodyActSchema.safeParse(bodyJson(entry)).data
  switch (act?.type) {
    case 'body.created':
      return { name: act.name, sample: act.sample, members: new Map() }
    case 'member.added':
      return body && { ...body, members: new Map(body.members).set(act.member.id, act.member) }
    case undefined:
      return body
    default:
      return act satisfies never
  }
}

/** An act of the server on the body, as an entry. */
export function bodyEntry(act: BodyAct, at: number): NewEntry {
  const body = new TextEncoder().encode(JSON.stringify(act))
  return { at, actor: 'server', delegation: '', kind: act.type, room: BODY, body }
}

/** Members in the order of their roles, then as they were added. */
export function byRole(members: Iterable<api.Member>): api.Member[] {
  return [...members].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))
}
