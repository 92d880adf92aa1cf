/** Bounds on what a socket may do. */

export interface Limits {
  /** Longest frame taken, in bytes. */
  readonly frameBytes: number
  /** Bytes that may wait to be sent before a reader counts as too slow. */
  readonly bufferedBytes: number
  /** Frames a second taken from a socket in the long run; what comes faster waits. */
  readonly framesPerSecond: number
  /** Frames a socket may send at once before it is slowed. */
  readonly burst: number
  /** Sockets one member may have open. */
  readonly socketsPerMember: number
}

export const defaultLimits: Limits = {
  frameBytes: 8 * 1024 * 1024,
  bufferedBytes: 32 * 1024 * 1024,
  framesPerSecond: 400,
  burst: 4000,
  socketsPerMember: 50,
}
