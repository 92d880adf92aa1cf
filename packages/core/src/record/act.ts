/** Acts as the record keeps them: a command with its id, or what only the server does, as canonical JSON. */

import { z } from 'zod'
import { commandSchemas, idSchema } from '../api/command.ts'
import { canonicalJson } from '../clause/canonical.ts'
import type { Entry } from './entry.ts'

/** Kind of the entries that carry a Yjs update; every other kind is an act. */
export const UPDATE = 'update'

const asked = { id: idSchema }

/** What the server adds to a version it issues: `seq` is the last entry the version holds, `draft` the whole text. */
const stamp = {
  number: z.number().int(),
  seq: z.number().int(),
  sha256: z.string(),
  draft: z.unknown(),
}

const createdSchema = z.object({
  type: z.literal('text.created'),
  title: z.string(),
  language: z.string(),
  symbol: z.string(),
  /** Of the draft that the next entry, the first update, writes. */
  sha256: z.string(),
})

const actSchema = z.discriminatedUnion('type', [
  createdSchema,
  commandSchemas.open.extend(asked),
  commandSchemas.reply.extend(asked),
  commandSchemas.edit.extend(asked),
  commandSchemas.resolve.extend(asked),
  commandSchemas.reopen.extend(asked),
  commandSchemas.issue.extend({ ...asked, ...stamp }),
  commandSchemas.pin.extend(asked),
  commandSchemas.role.extend(asked),
  commandSchemas.correct.extend(asked),
])
export type Act = z.infer<typeof actSchema>

/** An act as the kind and body of an entry. */
export function writeAct(act: Act): { kind: string; body: Uint8Array<ArrayBuffer> } {
  return { kind: act.type, body: new TextEncoder().encode(canonicalJson(act)) }
}

/** The act in an entry, or undefined for updates and for acts that a newer version wrote. */
export function readAct(entry: Pick<Entry, 'kind' | 'body'>): Act | undefined {
  if (entry.kind === UPDATE) return undefined
  return actSchema.safeParse(bodyJson(entry)).data
}

/** The JSON in an entry's body, or undefined where it holds none. */
export function bodyJson(entry: Pick<Entry, 'body'>): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(entry.body)) as unknown
  } catch {
    return undefined
  }
}
