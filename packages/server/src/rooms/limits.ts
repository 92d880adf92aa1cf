/** Bounds on what one socket, one member and one text may ask of the server. Each can be configured. */

import { z } from 'zod'

const count = z.coerce.number().int().min(1)
const MIB = 1024 * 1024

export const limitsSchema = z.strictObject({
  /** Longest frame taken from a socket, in bytes. */
  frameBytes: count.default(8 * MIB),
  /** Bytes that may wait to be sent before a reader counts as too slow. */
  bufferedBytes: count.default(32 * MIB),
  /** Frames a second taken from a socket in the long run; what comes faster waits. */
  framesPerSecond: count.default(400),
  /** Frames a socket may send at once before it is slowed. */
  burst: count.default(4000),
  /** Sockets one member may have open. */
  socketsPerMember: count.default(50),
  /** Texts one member may have open at once. */
  roomsPerMember: count.default(30),
  /** Texts open at once, for all members together; those that nobody uses are closed first. */
  openTexts: count.default(2000),
  /** How large a text may grow, in bytes of its encoded state; beyond it words can only be deleted. */
  textBytes: count.default(32 * MIB),
  /** How large the file of all records may grow, in bytes; beyond it nothing is saved, as on a full disk. */
  recordBytes: count.default(1024 * 1024 * MIB),
  /** Attempts to sign in that one address may make in a minute. */
  signInsPerMinute: count.default(120),
  /** Requests that one address may make to the API in a minute. */
  requestsPerMinute: count.default(6000),
})
export type Limits = Readonly<z.infer<typeof limitsSchema>>

export const defaultLimits: Limits = limitsSchema.parse({})
