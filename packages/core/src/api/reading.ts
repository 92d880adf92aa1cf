/** Readings: what the server tells about a body and its texts. One schema per answer, parsed by every client. */

import { z } from 'zod'
import { roles } from '../rights/role.ts'
import { anchorSchema, audiences, verdicts } from './command.ts'

export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Delegation the member speaks for, such as `Arcadia` or `Secretariat`. */
  delegation: z.string(),
  /** Short code shown on carets and marks, such as `ARC`. */
  code: z.string(),
  /** The member's role in the body: the one it has in a new text. */
  role: z.enum(roles),
  /** Whether the member stands for a fictional State, for demonstration. */
  sample: z.boolean(),
})
export type Member = z.infer<typeof memberSchema>

/** `GET /api/me` */
export const meSchema = z.object({
  member: memberSchema,
  body: z.object({
    name: z.string(),
    sample: z.boolean(),
    /** Changes when the body is restored from a backup: what a client kept from another epoch may not be on record. */
    epoch: z.string().default(''),
  }),
})
export type Me = z.infer<typeof meSchema>

export const versionSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** 1 for the first version of a text. */
  number: z.number().int(),
  label: z.string(),
  symbol: z.string(),
  at: z.number(),
  by: z.string(),
  /** The record's seq that the version stands at. */
  seq: z.number().int(),
  sha256: z.string(),
})
export type Version = z.infer<typeof versionSchema>

export const textSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  symbol: z.string(),
  language: z.string(),
  role: z.enum(roles),
  createdAt: z.number(),
  changedAt: z.number(),
  clauses: z.number().int(),
  words: z.number().int(),
  openThreads: z.number().int(),
  versions: z.array(versionSchema),
  /** The version that the text is compared with, possibly of another text. */
  baseline: versionSchema.nullable(),
})
export type TextSummary = z.infer<typeof textSummarySchema>

/** `GET /api/texts` and, for one, `GET /api/texts/:text` */
export const textListSchema = z.array(textSummarySchema)

export const commentSchema = z.object({
  id: z.string(),
  by: z.string(),
  name: z.string(),
  delegation: z.string(),
  at: z.number(),
  words: z.string(),
  /** Earlier wordings, oldest first. */
  edits: z.array(z.object({ at: z.number(), words: z.string() })),
})
export type Comment = z.infer<typeof commentSchema>

export const threadSchema = z.object({
  id: z.string(),
  anchor: anchorSchema,
  audience: z.enum(audiences),
  comments: z.array(commentSchema),
  /** Resolutions and reopenings, oldest first; the last one is in force. */
  turns: z.array(
    z.object({ at: z.number(), by: z.string(), name: z.string(), delegation: z.string(), resolved: z.boolean() }),
  ),
  resolved: z.boolean(),
})
export type Thread = z.infer<typeof threadSchema>

/** `GET /api/texts/:text/threads` */
export const threadListSchema = z.array(threadSchema)

/** `GET /api/texts/:text/corrections`: what people said of comparisons of this text, oldest first. */
const correctionSchema = z.object({
  old: z.string(),
  new: z.string(),
  clauses: z.tuple([z.string(), z.string()]),
  as: z.enum(verdicts),
  by: z.string(),
  name: z.string(),
  at: z.number(),
})
export const correctionListSchema = z.array(correctionSchema)
export type Correction = z.infer<typeof correctionSchema>

const markSchema = z.object({
  /** The last entry of the record that was seen. */
  seq: z.int().nonnegative(),
  /** When, in milliseconds since 1970 UTC. */
  at: z.int().nonnegative(),
})
export type Mark = z.infer<typeof markSchema>

/** A member's visit to a text: what goes in by `POST /api/texts/:text/visit`. */
export const visitSchema = z.object({
  /** Where the visit before this one ended; null on the first, or once a person has taken note. */
  since: markSchema.nullable(),
  last: markSchema,
})
export type Visit = z.infer<typeof visitSchema>

/** `GET` and `POST /api/texts/:text/visit`: the member's last visit from any browser, or null. */
export const visitAnswerSchema = z.object({ visit: visitSchema.nullable() })
export type VisitAnswer = z.infer<typeof visitAnswerSchema>

const runSchema = z.object({
  insert: z.union([z.string(), z.record(z.string(), z.unknown())]),
  attributes: z.record(z.string(), z.unknown()).exactOptional(),
})

export const clauseSchema = z.object({
  id: z.string().min(1).max(64),
  kind: z.string().min(1).max(32),
  parent: z.string().max(64),
  depth: z.number().int().min(0),
  words: z.array(runSchema),
  label: z.string().exactOptional(),
  code: z.string().exactOptional(),
  option: z.string().max(64).exactOptional(),
  other: z.record(z.string(), z.unknown()).exactOptional(),
})

export const draftSchema = z.object({
  title: z.string(),
  language: z.string(),
  symbol: z.string(),
  clauses: z.array(clauseSchema),
  frozen: z.record(z.string(), z.tuple([z.string(), z.string()])).exactOptional(),
  frozenKinds: z.record(z.string(), z.string()).exactOptional(),
  joined: z.record(z.string(), z.string()).exactOptional(),
})

/** `GET /api/texts/:text/draft` (the living text) and `GET /api/texts/:text/versions/:version/draft` */
export const draftAnswerSchema = z.object({ seq: z.number().int(), sha256: z.string(), draft: draftSchema })

/** One event of `GET /api/texts/:text/feed`; `id:` of the event is the seq. Bodies of updates are left out. */
export const feedEntrySchema = z.object({
  seq: z.number().int(),
  at: z.number(),
  actor: z.string(),
  name: z.string(),
  delegation: z.string(),
  kind: z.string(),
  body: z.unknown().optional(),
})
export type FeedEntry = z.infer<typeof feedEntrySchema>

/** `GET /api/sessions`: where the member is signed in. `DELETE /api/sessions/:id` ends one. */
export const sessionListSchema = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(['session', 'token']),
    /** What it was made for: a browser's name for itself, or what a script's owner wrote. */
    label: z.string(),
    createdAt: z.number(),
    seenAt: z.number(),
    expiresAt: z.number(),
    /** Whether it is the one that asks. */
    current: z.boolean(),
  }),
)
export type SessionList = z.infer<typeof sessionListSchema>

/** Every refusal: a code from a closed table (`problem.ts`) and a sentence for people. */
export const problemSchema = z.object({ error: z.string(), says: z.string() })
export type Problem = z.infer<typeof problemSchema>
