/**
 * Everything a window may say to the main process and hear from it: one table, from which the preload script takes its
 * types and the main process its checks. A channel that is not here does not exist.
 */

import { z } from 'zod'

const MIB = 1024 * 1024

/** Largest value that crosses at once, in bytes: the largest text, and room to spare. */
export const MOST_BYTES = 64 * MIB

const anyBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'no bytes')
const bytes = anyBytes.refine((value) => value.byteLength <= MOST_BYTES, 'too long')
const name = z.string().min(1).max(300)
const words = z.string().max(500)
const count = z.number().int().min(0).max(1_000_000)
const nothing = z.void()

/** An address inside the application, as the editor's `app/route.ts` writes it. */
export const pathSchema = z
  .string()
  .max(2000)
  .regex(/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/, 'no address inside the application')

/** Id of a text, as the server gives it. */
const textIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

const roomSchema = z.string().regex(/^text:[A-Za-z0-9_-]{1,64}$/)

export const knownTextSchema = z.strictObject({
  id: textIdSchema,
  title: words,
  symbol: words,
  kept: z.boolean(),
})

const aboutSchema = z.strictObject({
  server: z.string(),
  address: z.string(),
  platform: z.enum(['windows', 'mac', 'linux']),
  encrypted: z.boolean(),
  version: z.string(),
  presenting: z.boolean(),
})

/** Name of a file as a dialog offers it: no path. */
const fileName = z
  .string()
  .min(1)
  .max(200)
  // eslint-disable-next-line no-control-regex
  .regex(/^[^/\\:*?"<>|\u0000-\u001f]+$/, 'no name of a file')

/** A language by its tag, such as `en` or `fr-CH`. */
const languageSchema = z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/)

const socket = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

/** What the editor's page asks, with the arguments and the answer of each. */
export const asked = {
  about: { takes: z.tuple([]), gives: aboutSchema },
  'vault.read': { takes: z.tuple([name]), gives: bytes.optional() },
  'vault.write': { takes: z.tuple([name, bytes]), gives: nothing },
  'vault.remove': { takes: z.tuple([name]), gives: nothing },
  'vault.names': { takes: z.tuple([z.string().max(300)]), gives: z.array(z.string()) },
  'vault.append': { takes: z.tuple([name, bytes]), gives: nothing },
  'vault.pieces': { takes: z.tuple([name]), gives: z.array(anyBytes) },
  'vault.fold': { takes: z.tuple([name, count, bytes]), gives: nothing },
  'vault.drop': { takes: z.tuple([name]), gives: nothing },
  showing: { takes: z.tuple([knownTextSchema.nullable()]), gives: nothing },
  offer: { takes: z.tuple([z.array(z.string().max(64)).max(200)]), gives: nothing },
  notify: { takes: z.tuple([z.strictObject({ title: words, body: words, path: pathSchema })]), gives: nothing },
  badge: { takes: z.tuple([count]), gives: nothing },
  save: { takes: z.tuple([z.strictObject({ name: fileName, bytes })]), gives: z.boolean() },
  print: { takes: z.tuple([z.enum(['paper', 'pdf'])]), gives: z.boolean() },
  openWindow: { takes: z.tuple([z.strictObject({ path: pathSchema, present: z.boolean() })]), gives: nothing },
  spelling: { takes: z.tuple([languageSchema]), gives: nothing },
} as const

/** What the editor's page tells, without an answer and in order. */
export const told = {
  /** The page's preload script hears from now on. */
  here: { takes: z.tuple([]) },
  'socket.open': { takes: z.tuple([socket, roomSchema]) },
  'socket.send': { takes: z.tuple([socket, bytes]) },
  'socket.close': { takes: z.tuple([socket]) },
  /** The page has taken so many bytes of frames: more may come. */
  'socket.took': { takes: z.tuple([socket, z.number().int().min(0).max(MOST_BYTES)]) },
} as const

/** What a page hears. */
export const heard = { order: 'order', socket: 'socket' } as const

/** How many bytes of frames may be on their way to a page before the socket is told to wait. */
export const MOST_UNTAKEN = 8 * MIB

/** How every question is answered: errors cross as words for people and as nothing else. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly says: string }

interface Telling {
  readonly takes: z.ZodType<unknown[]>
}
interface Asking extends Telling {
  readonly gives: z.ZodType
}
/** A table of questions, by their channels. */
export type Table = Readonly<Record<string, Asking>>
/** A table of tellings. */
export type TellingTable = Readonly<Record<string, Telling>>

export type Asked = typeof asked
export type Told = typeof told
export type Takes<Entry extends Telling> = z.output<Entry['takes']>
export type Gives<Entry extends Asking> = z.output<Entry['gives']>
