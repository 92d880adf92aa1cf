/** Administration of the body: its members, and the server that a client talks to. */

import { z } from 'zod'
import { idSchema } from './command.ts'
import { memberSchema } from './reading.ts'

/** A member as it is added: ids are 1 to 64 letters, digits, `-` or `_`. */
export const newMemberSchema = z.strictObject({
  ...memberSchema.shape,
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  name: z.string().trim().min(1).max(200),
  delegation: z.string().trim().min(1).max(200),
  code: z.string().trim().min(1).max(8),
  sample: z.boolean().default(false),
})
export type NewMember = z.infer<typeof newMemberSchema>

/** What the secretariat of the body may ask of it. Texts give a member a role of their own by `role.set`. */
export const bodyCommandSchema = z.discriminatedUnion('type', [
  /** Adds a member, who gets its role in every text; or changes what is known of one. */
  z.strictObject({ type: z.literal('member.add'), member: newMemberSchema }),
  /** Ends every sign-in of a member and lets it in nowhere any more; what it did stays under its name. */
  z.strictObject({ type: z.literal('member.remove'), member: z.string().min(1).max(64) }),
])
export type BodyCommand = z.infer<typeof bodyCommandSchema>

/** `POST /api/members/commands`. Sending the same again changes nothing. */
export const bodyRequestSchema = z.strictObject({ id: idSchema, command: bodyCommandSchema })
export type BodyRequest = z.infer<typeof bodyRequestSchema>
