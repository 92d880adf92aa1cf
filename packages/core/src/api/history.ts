/** Readings of a text's record: the text as it once stood, who wrote and deleted its words, and what was done when. */

import { z } from 'zod'
import { draftAnswerSchema } from './reading.ts'

/** A place in the record and its time, in milliseconds since 1970 UTC. */
const placeSchema = z.object({ seq: z.number().int(), at: z.number() })

/**
 * `GET /api/texts/:text/at?seq=N` or `?at=T`: the text after entry N, or after the last entry made up to the time T.
 * Both are brought within the record: what is asked for before its first words gives these.
 */
export const momentSchema = draftAnswerSchema.extend({
  at: z.number(),
  /** Where the text begins to be readable, and where the record ends now: the span of a time slider. */
  first: placeSchema,
  last: placeSchema,
})
export type Moment = z.infer<typeof momentSchema>

/** Who did something, when, and which entry of the record says so. */
export const deedSchema = placeSchema.extend({
  /** Member id, or 'server'. */
  actor: z.string(),
  name: z.string(),
  delegation: z.string(),
})
export type Deed = z.infer<typeof deedSchema>

/** Words that stand together and have one author, and one deleter if they are deleted. */
export const blameRunSchema = z.object({
  words: z.string(),
  /** The entry that wrote them, also where they were carried here from another clause by a split or a merge. */
  wrote: z.number().int(),
  /** The entry that deleted them; absent for words that stand. */
  deleted: z.number().int().exactOptional(),
})
export type BlameRun = z.infer<typeof blameRunSchema>

export const clauseBlameSchema = z.object({
  clause: z.string(),
  /** As a lawyer cites it; '' for a deleted clause. */
  number: z.string(),
  kind: z.string(),
  /** The entry that deleted the clause; absent for clauses that stand. */
  gone: z.number().int().exactOptional(),
  /** In reading order, deleted words where they stood. */
  runs: z.array(blameRunSchema),
})
export type ClauseBlame = z.infer<typeof clauseBlameSchema>

/** `GET /api/texts/:text/blame?clause=C&seq=N`: of one clause or all of them, now or as of entry N. */
export const blameSchema = z.object({
  seq: z.number().int(),
  /** Every entry that the runs name, once, in the record's order. */
  deeds: z.array(deedSchema),
  /** In reading order, then the deleted clauses. */
  clauses: z.array(clauseBlameSchema),
})
export type Blame = z.infer<typeof blameSchema>

/**
 * One line of the activity of a text: an act, or a row of changes to the words that one member made without a long
 * pause and nobody interrupted.
 */
export const activitySchema = z.object({
  /** Of the last entry of the row, with its time. */
  ...deedSchema.shape,
  kind: z.string(),
  /** The first entry of the row and its time; those of the line itself for an act. */
  from: placeSchema,
  /** How many entries the row has. */
  entries: z.number().int(),
  /** Ids of the clauses that were changed or are spoken of, deleted ones among them. */
  clauses: z.array(z.string()),
  /** What an act says; absent for changes to the words. */
  body: z.unknown().optional(),
})
export type Activity = z.infer<typeof activitySchema>

/**
 * `GET /api/texts/:text/activity`, newest first. Filters may be combined: `member`, `delegation`, `clause`, `kind`
 * (a kind of entry, such as `update` or `comment.open`). `before` goes on from an earlier page, `limit` is 1 to 200.
 */
export const activityPageSchema = z.object({
  lines: z.array(activitySchema),
  /** Ask for `before` this seq to go on, even where this page is empty: only so much is looked through at once. */
  before: z.number().int().nullable(),
})
export type ActivityPage = z.infer<typeof activityPageSchema>
