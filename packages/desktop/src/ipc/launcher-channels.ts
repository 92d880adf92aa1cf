/** What the launcher's page may ask: a table of its own, answered to its origin only. */

import { z } from 'zod'
import { knownTextSchema, pathSchema } from './channels.ts'

const key = z.string().regex(/^s[0-9a-f]{16}$/)
const nothing = z.void()

const serverSchema = z.strictObject({
  key,
  /** Address as people know it; the folder of a body of this computer. */
  address: z.string(),
  local: z.boolean(),
  /** `out`: the server said so; `in`: it was signed in when last asked. */
  standing: z.enum(['in', 'out']),
  texts: z.array(knownTextSchema),
})

const bodySchema = z.strictObject({
  /** Where others on the same network reach it; absent where only this computer does. */
  lan: z.string().optional(),
  address: z.string(),
  members: z.array(z.strictObject({ id: z.string(), name: z.string(), delegation: z.string(), role: z.string() })),
})

const stateSchema = z.strictObject({
  servers: z.array(serverSchema),
  /** The body that is served from here now. */
  body: bodySchema.optional(),
  encrypted: z.boolean(),
  /** Whether anything is kept after the application has ended. */
  keeping: z.boolean(),
  version: z.string(),
})
export type LauncherState = z.infer<typeof stateSchema>

/** A sign-in link for a member of the local body, and its picture for cameras as rows of dark and light. */
const invitationSchema = z.strictObject({ link: z.string(), squares: z.array(z.array(z.boolean())) })
export type Invitation = z.infer<typeof invitationSchema>

export const launcherAsked = {
  'launcher.state': { takes: z.tuple([]), gives: stateSchema },
  /** Signs in by a pasted link; the answer is the server's key. */
  'launcher.signIn': { takes: z.tuple([z.string().max(2000)]), gives: key.nullable() },
  'launcher.open': { takes: z.tuple([key, pathSchema]), gives: nothing },
  /** Asks first; false where the person thought better of it. */
  'launcher.forget': { takes: z.tuple([key]), gives: z.boolean() },
  'launcher.startBody': { takes: z.tuple([z.strictObject({ lan: z.boolean() })]), gives: nothing },
  'launcher.stopBody': { takes: z.tuple([]), gives: nothing },
  'launcher.invite': { takes: z.tuple([z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)]), gives: invitationSchema },
} as const
export type LauncherAsked = typeof launcherAsked

export const launcherTold = {
  'launcher.here': { takes: z.tuple([]) },
} as const

/** What the launcher hears: its state has changed; or a link was followed to a server that is not known. */
export const launcherHeard = { changed: 'launcher.changed', unknown: 'launcher.unknown' } as const
