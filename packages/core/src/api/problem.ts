/** The closed table of refusals over HTTP: a code for programs, a status, and a sentence for people. */

export const problems = {
  badRequest: { status: 400, says: 'The request is not one this server understands.' },
  signedOut: { status: 401, says: 'You are signed out. Ask the secretariat for a sign-in link.' },
  linkSpent: { status: 410, says: 'This sign-in link was used already or has expired. Ask for a fresh one.' },
  crossSite: { status: 403, says: 'The request came from another site and was not followed.' },
  noRight: { status: 403, says: 'Your role in this text does not allow this.' },
  notYours: { status: 403, says: 'Only the person who wrote a comment may change it.' },
  notFound: { status: 404, says: 'There is nothing at this address.' },
  noText: { status: 404, says: 'There is no such text.' },
  noThread: { status: 404, says: 'There is no such comment thread.' },
  noComment: { status: 404, says: 'There is no such comment in this thread.' },
  noVersion: { status: 404, says: 'There is no such version.' },
  noMember: { status: 404, says: 'There is no such member.' },
  idTaken: { status: 409, says: 'Something else has this id already.' },
  noChange: { status: 409, says: 'It is so already.' },
  lastSecretariat: { status: 409, says: 'A text keeps at least one member of the secretariat.' },
  tooLarge: { status: 413, says: 'The request is larger than this server takes.' },
  tooMany: { status: 429, says: 'Too many requests at once. Try again in a minute.' },
  broken: { status: 500, says: 'The server failed at this. It has been noted in its log.' },
  damaged: { status: 500, says: 'The record of this text is damaged. It stays closed until it is restored.' },
  notSaved: { status: 503, says: 'The server could not save to its disk. Nothing was changed; try again.' },
  restarting: { status: 503, says: 'The server is restarting. Try again in a moment.' },
} as const satisfies Record<string, { status: number; says: string }>

export type ProblemName = keyof typeof problems
