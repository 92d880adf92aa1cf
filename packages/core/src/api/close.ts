/** The closed table of codes with which the server ends a sync socket, and what a client does about each. */

/** `retry`: connect again after a pause. `stop`: say why, keep the words, do not connect again by itself. */
export type Advice = 'retry' | 'stop'

export interface CloseReason {
  readonly code: number
  readonly advice: Advice
  /** One sentence for logs and for clients that have no words of their own. */
  readonly says: string
}

/**
 * RFC 6455 gives 4000 to 4999 to applications. The stock y-websocket client takes 4400 to 4499 for final and tries
 * again after any other code, so `stop` codes stand in that range and `retry` codes outside it.
 */
export const closeReasons = {
  signedOut: {
    code: 4401,
    advice: 'stop',
    says: 'You are signed out. Sign in again to go on; your words are kept here.',
  },
  noRight: { code: 4403, advice: 'stop', says: 'You may not open this text.' },
  readOnly: { code: 4405, advice: 'stop', says: 'You may read this text but not change it; the change was not taken.' },
  noRoom: { code: 4404, advice: 'stop', says: 'There is no such text.' },
  malformed: { code: 4400, advice: 'stop', says: 'The server could not read what this client sent.' },
  forged: { code: 4409, advice: 'stop', says: 'The change claims an author that is not the sender; it was not taken.' },
  unfit: { code: 4422, advice: 'stop', says: 'The change holds something a text cannot hold; it was not taken.' },
  tooLarge: { code: 4413, advice: 'stop', says: 'The change is larger than this server takes at once.' },
  full: {
    code: 4414,
    advice: 'stop',
    says: 'The text is as large as this server lets it grow; the change was not taken.',
  },
  /** Said by a client to itself when it hears of another epoch: its copy must not bring back what restoring took away. */
  restored: {
    code: 4412,
    advice: 'stop',
    says: 'The text was restored from a backup; what this copy holds was not merged into it.',
  },
  tooMany: { code: 4529, advice: 'retry', says: 'Too many changes or connections at once.' },
  tooSlow: { code: 4508, advice: 'retry', says: 'The connection fell too far behind.' },
  notSaved: { code: 4500, advice: 'retry', says: 'The server could not save to its disk; the change is kept here.' },
  damaged: {
    code: 4450,
    advice: 'stop',
    says: 'The record of this text is damaged; it stays closed until it is restored. Your words are kept here.',
  },
  restarting: { code: 4503, advice: 'retry', says: 'The server is restarting.' },
  rightsChanged: { code: 4510, advice: 'retry', says: 'Your rights in this text have changed.' },
} as const satisfies Record<string, CloseReason>

export type CloseName = keyof typeof closeReasons

/** The reason behind a close code, or undefined for codes of the network itself (which mean: try again). */
export function closeReason(code: number): CloseReason | undefined {
  return Object.values(closeReasons).find((reason) => reason.code === code)
}
