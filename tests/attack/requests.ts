/** The corpus of hostile requests: what is asked, and the refusal it must come to. */

import type { api } from '@travaux/core'
import { newId, TEXT } from '../../packages/server/src/trial/server.ts'

export interface Ask {
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON, unless it is a string. */
  readonly body?: unknown
}

/** What an attacker may have come by. */
export interface Loot {
  /** A delegate's token. */
  readonly token: string
  /** A drafter's session cookie, stolen by no one but sent along by a browser. */
  readonly cookie: string
  /** The secret of a sign-in link that has not been used. */
  readonly freshLink: string
  readonly usedLink: string
  readonly expiredLink: string
  /** A thread that the delegate may not see, and a comment in it. */
  readonly hidden: { readonly thread: string; readonly comment: string }
  /** Another member's comment in a thread that everybody sees. */
  readonly open: { readonly thread: string; readonly comment: string }
  /** Id of another member's session. */
  readonly foreignSession: string
}

export interface RequestAttack {
  readonly name: string
  readonly asks: (loot: Loot) => Ask
  /** The status, and the problem's code where the answer is one. */
  readonly ends: readonly [status: number, problem?: api.ProblemName]
}

const commands = `/api/texts/${TEXT}/commands`
const bearing = ({ token }: Loot): Record<string, string> => ({ authorization: `Bearer ${token}` })
const anchor: api.Anchor = { clause: 'art1', quote: 'words', before: '', after: '' }
const comment = (): api.TextCommand => ({
  type: 'comment.open',
  thread: newId(),
  comment: newId(),
  anchor,
  words: 'Why?',
  audience: 'all',
})

/** A command by the delegate whose token was taken. */
const asDelegate =
  (command: (loot: Loot) => unknown, request: object = {}) =>
  (loot: Loot): Ask => ({
    path: commands,
    headers: bearing(loot),
    body: { id: newId(), command: command(loot), ...request },
  })

/** A command holding lists in lists, deeper than `JSON.stringify` itself could go. */
const deepJson =
  (before: string, levels: number) =>
  (loot: Loot): Ask => ({
    path: commands,
    headers: { ...bearing(loot), 'content-type': 'application/json' },
    body: `{"id":"${newId()}","command":${before && `{${before}`}${'['.repeat(levels)}${']'.repeat(levels)}${before && '}'}}`,
  })

const signIn = (token: string, headers: Record<string, string> = {}): Ask => ({
  path: '/sign-in',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams({ token }).toString(),
})

const signInAttacks: readonly RequestAttack[] = [
  { name: 'no sign-in', asks: () => ({ path: '/api/texts' }), ends: [401, 'signedOut'] },
  {
    name: 'a cookie nobody has',
    asks: () => ({ path: '/api/me', headers: { cookie: 'travaux_session=x' } }),
    ends: [401, 'signedOut'],
  },
  {
    name: 'a token as a cookie',
    asks: ({ token }) => ({ path: '/api/me', headers: { cookie: `travaux_session=${token}` } }),
    ends: [401, 'signedOut'],
  },
  {
    name: 'a session as a token',
    asks: ({ cookie }) => ({ path: '/api/me', headers: { authorization: `Bearer ${cookie.split('=')[1]}` } }),
    ends: [401, 'signedOut'],
  },
  {
    name: 'a link as a token',
    asks: ({ freshLink }) => ({ path: '/api/me', headers: { authorization: `Bearer ${freshLink}` } }),
    ends: [401, 'signedOut'],
  },
  {
    name: 'a token in the address of a request',
    asks: ({ token }) => ({ path: `/api/me?token=${token}` }),
    ends: [401, 'signedOut'],
  },
  {
    name: 'a token of another scheme',
    asks: ({ token }) => ({ path: '/api/me', headers: { authorization: `Basic ${token}` } }),
    ends: [401, 'signedOut'],
  },
  { name: 'a link used a second time', asks: ({ usedLink }) => signIn(usedLink), ends: [410] },
  { name: 'a link after its time', asks: ({ expiredLink }) => signIn(expiredLink), ends: [410] },
  { name: 'a link nobody issued', asks: () => signIn('x'.repeat(43)), ends: [410] },
  { name: 'a token as a link', asks: ({ token }) => signIn(token), ends: [410] },
  {
    name: 'a link pressed by another site',
    asks: ({ freshLink }) => signIn(freshLink, { origin: 'https://elsewhere.example' }),
    ends: [403, 'crossSite'],
  },
  { name: 'a sign-in form of a megabyte', asks: () => signIn('x'.repeat(2 ** 20)), ends: [413, 'tooLarge'] },
  {
    name: "another member's session ended",
    asks: (loot) => ({ path: `/api/sessions/${loot.foreignSession}`, method: 'DELETE', headers: bearing(loot) }),
    ends: [404, 'notFound'],
  },
]

/** Requests that another site's page makes a browser send, cookie and all. */
const crossSite =
  (headers: Record<string, string>) =>
  ({ cookie }: Loot): Ask => ({
    path: commands,
    headers: { cookie, ...headers },
    body: { id: newId(), command: comment() },
  })

const crossSiteAttacks: readonly RequestAttack[] = [
  {
    name: 'a command from another origin',
    asks: crossSite({ origin: 'https://elsewhere.example' }),
    ends: [403, 'crossSite'],
  },
  { name: 'a command from a page without an origin', asks: crossSite({ origin: 'null' }), ends: [403, 'crossSite'] },
  {
    name: 'a command that the browser calls cross-site',
    asks: crossSite({ 'sec-fetch-site': 'cross-site' }),
    ends: [403, 'crossSite'],
  },
  {
    name: 'a command from a neighbour of the same site',
    asks: crossSite({ 'sec-fetch-site': 'same-site' }),
    ends: [403, 'crossSite'],
  },
  {
    name: 'a command from an origin that begins like ours',
    asks: crossSite({ origin: 'http://127.0.0.1.elsewhere.example' }),
    ends: [403, 'crossSite'],
  },
  {
    name: 'a command as a form of plain text',
    asks: ({ cookie }) => ({
      path: commands,
      headers: { cookie, 'content-type': 'text/plain' },
      body: JSON.stringify({ id: newId(), command: comment() }),
    }),
    ends: [400, 'badRequest'],
  },
]

const rightsAttacks: readonly RequestAttack[] = [
  {
    name: 'a role given to oneself',
    asks: asDelegate(() => ({ type: 'role.set', member: 'arcadia', role: 'secretariat' })),
    ends: [403, 'noRight'],
  },
  {
    name: 'a comment with a role in it',
    asks: asDelegate(() => ({ ...comment(), role: 'secretariat' })),
    ends: [400, 'badRequest'],
  },
  {
    name: "a comment under another's name",
    asks: asDelegate(() => ({ ...comment(), by: 'chair', delegation: 'Chair' })),
    ends: [400, 'badRequest'],
  },
  { name: 'a command that names its actor', asks: asDelegate(comment, { actor: 'chair' }), ends: [400, 'badRequest'] },
  {
    name: "another's comment rewritten",
    asks: asDelegate(({ open }) => ({ type: 'comment.edit', ...open, words: 'I agree.' })),
    ends: [403, 'notYours'],
  },
  {
    name: 'an answer in a thread that is hidden',
    asks: asDelegate(({ hidden }) => ({
      type: 'comment.reply',
      thread: hidden.thread,
      comment: newId(),
      words: 'I see.',
    })),
    ends: [404, 'noThread'],
  },
  {
    name: 'a comment in a hidden thread rewritten',
    asks: asDelegate(({ hidden }) => ({ type: 'comment.edit', ...hidden, words: 'I see.' })),
    ends: [404, 'noThread'],
  },
  {
    name: 'a thread opened under an id that is taken',
    asks: asDelegate(({ hidden }) => ({ ...comment(), thread: hidden.thread })),
    ends: [409, 'idTaken'],
  },
  {
    name: "another delegation's thread resolved",
    asks: asDelegate(({ open }) => ({ type: 'thread.resolve', thread: open.thread })),
    ends: [403, 'noRight'],
  },
  {
    name: 'a version issued by a delegate',
    asks: asDelegate(() => ({ type: 'version.issue', version: newId(), label: 'Final', symbol: '' })),
    ends: [403, 'noRight'],
  },
  {
    name: 'a text made by a delegate',
    asks: (loot) => ({
      path: '/api/texts',
      headers: bearing(loot),
      body: { id: newId(), draft: { title: 'T', language: 'en', symbol: '', clauses: [] } },
    }),
    ends: [403, 'noRight'],
  },
  {
    name: 'the record of the body, read as a text',
    asks: (loot) => ({ path: '/api/texts/body/draft', headers: bearing(loot) }),
    ends: [404, 'noText'],
  },
]

const shapeAttacks: readonly RequestAttack[] = [
  {
    name: 'a kind of command nobody knows',
    asks: asDelegate(() => ({ type: 'text.delete' })),
    ends: [400, 'badRequest'],
  },
  { name: 'a command without an id', asks: asDelegate(comment, { id: undefined }), ends: [400, 'badRequest'] },
  {
    name: 'a command with a path for an id',
    asks: asDelegate(comment, { id: '../../../etc/passwd' }),
    ends: [400, 'badRequest'],
  },
  {
    name: 'a key named __proto__',
    asks: (loot) => ({
      path: commands,
      headers: { ...bearing(loot), 'content-type': 'application/json' },
      body: `{"id":"${newId()}","__proto__":{"role":"secretariat"},"command":${JSON.stringify(comment())}}`,
    }),
    ends: [400, 'badRequest'],
  },
  {
    name: 'a comment of half a million characters',
    asks: asDelegate(() => ({ ...comment(), words: 'x'.repeat(500_000) })),
    ends: [413, 'tooLarge'],
  },
  {
    name: 'a comment past its bound',
    asks: asDelegate(() => ({ ...comment(), words: 'x'.repeat(20_001) })),
    ends: [400, 'badRequest'],
  },
  {
    name: 'a comment of nothing but spaces',
    asks: asDelegate(() => ({ ...comment(), words: ' \n ' })),
    ends: [400, 'badRequest'],
  },
  { name: 'a value nested ten thousand deep', asks: deepJson('', 10_000), ends: [400, 'badRequest'] },
  {
    name: 'an anchor with a value nested five thousand deep',
    asks: deepJson('"type":"comment.open","anchor":', 5000),
    ends: [400, 'badRequest'],
  },
  {
    name: 'JSON that ends too soon',
    asks: (loot) => ({
      path: commands,
      headers: { ...bearing(loot), 'content-type': 'application/json' },
      body: '{"id":"abc',
    }),
    ends: [400, 'badRequest'],
  },
  {
    name: 'JSON in a charset nobody reads',
    asks: (loot) => ({
      path: commands,
      headers: { ...bearing(loot), 'content-type': 'application/json; charset=utf-7' },
      body: '{}',
    }),
    ends: [400, 'badRequest'],
  },
  {
    name: 'a body said to be packed that is not',
    asks: (loot) => ({
      path: commands,
      headers: { ...bearing(loot), 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: '{}',
    }),
    ends: [400, 'badRequest'],
  },
  {
    name: 'a body packed in a way nobody unpacks',
    asks: (loot) => ({
      path: commands,
      headers: { ...bearing(loot), 'content-type': 'application/json', 'content-encoding': 'x-zip' },
      body: '{}',
    }),
    ends: [400, 'badRequest'],
  },
  {
    name: 'a list for a command',
    asks: (loot) => ({ path: commands, headers: bearing(loot), body: [] }),
    ends: [400, 'badRequest'],
  },
]

const addressAttacks: readonly RequestAttack[] = [
  {
    name: 'a text named by a path',
    asks: (loot) => ({ path: '/api/texts/..%2F..%2Fsecrets.db/draft', headers: bearing(loot) }),
    ends: [404, 'noText'],
  },
  {
    name: 'a text named by a statement',
    asks: (loot) => ({ path: `/api/texts/${encodeURIComponent("x' OR '1'='1")}/draft`, headers: bearing(loot) }),
    ends: [404, 'noText'],
  },
  {
    name: 'a text named __proto__',
    asks: (loot) => ({ path: '/api/texts/__proto__/draft', headers: bearing(loot) }),
    ends: [404, 'noText'],
  },
  {
    name: 'a text named with a broken escape',
    asks: (loot) => ({ path: '/api/texts/%E0%A4%A/draft', headers: bearing(loot) }),
    ends: [400, 'badRequest'],
  },
  {
    name: 'a version named by a path',
    asks: (loot) => ({ path: '/api/versions/..%2F..%2Fsecrets/draft', headers: bearing(loot) }),
    ends: [404, 'noVersion'],
  },
  {
    name: 'a file above the assets',
    asks: () => ({ path: '/assets/..%2f..%2fpackage.json' }),
    ends: [404, 'notFound'],
  },
  {
    name: 'a method that is not there',
    asks: (loot) => ({ path: '/api/texts', method: 'PUT', headers: bearing(loot), body: {} }),
    ends: [404, 'notFound'],
  },
  {
    name: 'a deletion in a header',
    asks: (loot) => ({ path: '/api/sign-out', headers: { ...bearing(loot), 'x-http-method-override': 'POST' } }),
    ends: [404, 'notFound'],
  },
]

export const requestAttacks: readonly RequestAttack[] = [
  ...signInAttacks,
  ...crossSiteAttacks,
  ...rightsAttacks,
  ...shapeAttacks,
  ...addressAttacks,
]
