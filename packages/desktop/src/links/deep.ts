/** Links into the application, `travaux://<host>/texts/<id>#clause=<id>`, from anywhere: parsed strictly. Pure. */

export const LINK_SCHEME = 'travaux'

/** Where a link leads: a text on a server, by its host. It names no protocol; the server is known or it is not. */
export interface DeepLink {
  /** Host with its port if it has one, in lower case. */
  readonly host: string
  readonly path: string
}

const LONGEST = 500
const link =
  /^travaux:\/\/([a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::\d{1,5})?)\/texts\/([A-Za-z0-9_-]{1,64})(#clause=[A-Za-z0-9_-]{1,64})?$/i

/** Reads a link; undefined for everything that is not written exactly so. */
export function readDeepLink(written: string): DeepLink | undefined {
  if (written.length > LONGEST) return undefined
  const [, host, text, hash = ''] = link.exec(written) ?? []
  if (host === undefined || text === undefined || host.includes('..')) return undefined
  return { host: host.toLowerCase(), path: `/texts/${text}${hash}` }
}
