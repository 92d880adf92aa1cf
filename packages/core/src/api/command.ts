/** Commands: what a member asks the server to do to a text. Each accepted one is an entry of the text's record. */

import { z } from 'zod'
import { roles } from '../rights/role.ts'

/** Ids made by clients: 8 to 64 letters, digits, `-` or `_`. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

/**
 * Where a comment points: a clause, the Yjs relative positions of its two ends within the clause's words
 * (JSON of `Y.relativePositionToJSON`), and the quoted words with up to 32 characters before and after.
 */
export const anchorSchema = z.strictObject({
  clause: z.string().min(1).max(64),
  start: z.record(z.string(), z.unknown()).optional(),
  end: z.record(z.string(), z.unknown()).optional(),
  quote: z.string().max(4000),
  before: z.string().max(64),
  after: z.string().max(64),
})
export type Anchor = z.infer<typeof anchorSchema>

export const audiences = ['all', 'delegation', 'secretariat'] as const
/** Who may see a thread: everybody in the text, the author's own delegation, or the secretariat and the author. */
export type Audience = (typeof audiences)[number]

const commentWords = z.string().trim().min(1).max(20_000)

export const textCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('comment.open'),
    thread: idSchema,
    comment: idSchema,
    anchor: anchorSchema,
    words: commentWords,
    audience: z.enum(audiences),
  }),
  z.strictObject({ type: z.literal('comment.reply'), thread: idSchema, comment: idSchema, words: commentWords }),
  z.strictObject({ type: z.literal('comment.edit'), thread: idSchema, comment: idSchema, words: commentWords }),
  z.strictObject({ type: z.literal('thread.resolve'), thread: idSchema }),
  z.strictObject({ type: z.literal('thread.reopen'), thread: idSchema }),
  z.strictObject({
    type: z.literal('version.issue'),
    version: idSchema,
    label: z.string().trim().min(1).max(200),
    symbol: z.string().trim().max(100),
  }),
  z.strictObject({
    type: z.literal('baseline.pin'),
    text: z.string().min(1).max(64),
    version: z.string().min(1).max(64),
  }),
  z.strictObject({ type: z.literal('role.set'), member: z.string().min(1).max(64), role: z.enum(roles).nullable() }),
])
export type TextCommand = z.infer<typeof textCommandSchema>

/** `POST /api/texts/:text/commands`. The id is made by the client: sending it again changes nothing. */
export const commandRequestSchema = z.strictObject({ id: idSchema, command: textCommandSchema })
export type CommandRequest = z.infer<typeof commandRequestSchema>

/** What the server answers: the entry the command became. */
export const commandAnswerSchema = z.object({ seq: z.number().int(), at: z.number() })
export type CommandAnswer = z.infer<typeof commandAnswerSchema>

/** `POST /api/texts`: a new text from a draft. Only the secretariat of the body may. */
export const createTextSchema = z.strictObject({ id: idSchema, draft: z.unknown() })
