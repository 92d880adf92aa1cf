/** How a command ends. */

/** Done; found something wrong; was asked wrongly. */
export type ExitCode = 0 | 1 | 2

/** Ends a command with a sentence: by default because it was asked for something that cannot be. */
export class Ended extends Error {
  readonly code: ExitCode

  constructor(says: string, code: ExitCode = 2) {
    super(says)
    this.code = code
  }
}
