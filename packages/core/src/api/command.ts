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

/** `joined`: they belong together. `parted`: they do not. `found`: let the comparison say, as before anybody spoke. */
export const verdicts = ['joined', 'parted', 'found'] as const
export type Verdict = (typeof verdicts)[number]

/** A side of a comparison: a version's id, `living`, or `at:` and an entry of the record. */
const sideSchema = z.string().min(1).max(64)
const clauseId = z.string().min(1).max(64)

const commentWords = z.string().trim().min(1).max(20_000)

const threadTurn = { thread: idSchema }
const commentTurn = { thread: idSchema, comment: idSchema, words: commentWords }

/** Each command by itself; the record keeps them in the same shapes. */
export const commandSchemas = {
  open: z.strictObject({
    type: z.literal('comment.open'),
    ...commentTurn,
    anchor: anchorSchema,
    audience: z.enum(audiences),
  }),
  reply: z.strictObject({ type: z.literal('comment.reply'), ...commentTurn }),
  edit: z.strictObject({ type: z.literal('comment.edit'), ...commentTurn }),
  resolve: z.strictObject({ type: z.literal('thread.resolve'), ...threadTurn }),
  reopen: z.strictObject({ type: z.literal('thread.reopen'), ...threadTurn }),
  issue: z.strictObject({
    type: z.literal('version.issue'),
    version: idSchema,
    label: z.string().trim().min(1).max(200),
    symbol: z.string().trim().max(100),
  }),
  pin: z.strictObject({
    type: z.literal('baseline.pin'),
    text: z.string().min(1).max(64),
    version: z.string().min(1).max(64),
  }),
  role: z.strictObject({
    type: z.literal('role.set'),
    member: z.string().min(1).max(64),
    role: z.enum(roles).nullable(),
  }),
  /** Says of two clauses, one of each side of a comparison, whether they belong together. */
  correct: z.strictObject({
    type: z.literal('comparison.correct'),
    old: sideSchema,
    new: sideSchema,
    clauses: z.tuple([clauseId, clauseId]),
    as: z.enum(verdicts),
  }),
}

export const textCommandSchema = z.discriminatedUnion('type', [
  commandSchemas.open,
  commandSchemas.reply,
  commandSchemas.edit,
  commandSchemas.resolve,
  commandSchemas.reopen,
  commandSchemas.issue,
  commandSchemas.pin,
  commandSchemas.role,
  commandSchemas.correct,
])
export type TextCommand = z.infer<typeof textCommandSchema>

/** `POST /api/texts/:text/commands`. The id is made by the client: sending it again changes nothing. */
export const commandRequestSchema = z.strictObject({ id: idSchema, command: textCommandSchema })
export type CommandRequest = z.infer<typeof commandRequestSchema>

/** What the server answers: the entry the command became. */
export const commandAnswerSchema = z.object({ seq: z.number().int(), at: z.number() })
export type CommandAnswer = z.infer<typeof commandAnswerSchema>

/** `POST /api/texts`: a new text from a draft; `id` becomes the text's. Only the secretariat of the body may. */
export const createTextSchema = z.strictObject({ id: idSchema, draft: z.unknown() })
