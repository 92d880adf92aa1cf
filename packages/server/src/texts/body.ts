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
  /** Those who were members: what they did stays under their names. */
  readonly former: ReadonlyMap<string, api.Member>
}

const createdSchema = z.object({ type: z.literal('body.created'), name: z.string(), sample: z.boolean() })
/** Entries that stand for a command carry its id, by which it is known when it comes again. */
const asked = { id: z.string().optional() }
const memberAddedSchema = z.object({ type: z.literal('member.added'), ...asked, member: api.memberSchema })
const memberRemovedSchema = z.object({ type: z.literal('member.removed'), ...asked, member: z.string() })
const bodyActSchema = z.discriminatedUnion('type', [createdSchema, memberAddedSchema, memberRemovedSchema])
export type BodyAct = z.infer<typeof bodyActSchema>

/** The body as its record tells it; undefined where there is none yet. */
export async function readBody(store: RecordStore): Promise<Body | undefined> {
  let body: Body | undefined
  for await (const entry of store.entries(BODY)) body = replayBody(body, entry)
  return body
}

/** The body after one more entry of its record. */
export function replayBody(body: Body | undefined, entry: Pick<Entry, 'body'>): Body | undefined {
  const act = readBodyAct(entry)
  switch (act?.type) {
    case 'body.created':
      return { name: act.name, sample: act.sample, members: new Map(), former: new Map() }
    case 'member.added':
      return body && { ...body, members: new Map(body.members).set(act.member.id, act.member) }
    case 'member.removed':
      return body && withoutMember(body, act.member)
    case undefined:
      return body
    default:
      return act satisfies never
  }
}

function withoutMember(body: Body, id: string): Body {
  const [members, former] = [new Map(body.members), new Map(body.former)]
  const member = members.get(id)
  if (member) former.set(id, member)
  members.delete(id)
  return { ...body, members, former }
}

/** The act in an entry of the body's record, or undefined where a newer version wrote it. */
export function readBodyAct(entry: Pick<Entry, 'body'>): BodyAct | undefined {
  return bodyActSchema.safeParse(bodyJson(entry)).data
}

const server = { member: 'server', delegation: '' }

/** An act on the body, by the server itself or by a member, as an entry. */
export function bodyEntry(act: BodyAct, at: number, by: { member: string; delegation: string } = server): NewEntry {
  const body = new TextEncoder().encode(JSON.stringify(act))
  return { at, actor: by.member, delegation: by.delegation, kind: act.type, room: BODY, body }
}

/** Members in the order of their roles, then as they were added. */
export function byRole(members: Iterable<api.Member>): api.Member[] {
  return [...members].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))
}
