/**
 * A record as JSON Lines: a line that names the record and where it ends, then each entry with its body in base64 and
 * its hash. `docs/protocol.md` describes the format for whoever writes a verifier of their own.
 */

import type { Entry } from '@travaux/core'
import { z } from 'zod'
import type { Head } from './record.ts'

const FORMAT = 'travaux-record-1'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const seq = z.number().int().min(1)

const titleSchema = z.strictObject({ format: z.literal(FORMAT), text: z.string(), entries: seq, hash })
export type Title = z.infer<typeof titleSchema>

const entrySchema = z.strictObject({
  seq,
  at: z.number().int(),
  actor: z.string(),
  delegation: z.string(),
  kind: z.string(),
  room: z.string(),
  body: z.base64(),
  hash,
})

/** The first line. */
export function titleLine(text: string, { seq: entries, hash }: Head): string {
  return JSON.stringify({ format: FORMAT, text, entries, hash } satisfies Title)
}

export function entryLine({ seq, at, actor, delegation, kind, room, body, hash }: Entry): string {
  const encoded = Buffer.from(body).toString('base64')
  return JSON.stringify({ seq, at, actor, delegation, kind, room, body: encoded, hash })
}

/** The first line, or undefined where it is no record's. */
export function readTitle(line: string): Title | undefined {
  return titleSchema.safeParse(parsed(line)).data
}

/** @throws where the line is no entry. */
export function readEntryLine(line: string): Entry {
  const { success, data } = entrySchema.safeParse(parsed(line))
  if (!success) throw new Error(`a line is no entry: ${line.slice(0, 60)}`)
  return { ...data, body: Buffer.from(data.body, 'base64') }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}
