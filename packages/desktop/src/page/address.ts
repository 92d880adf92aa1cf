/**
 * Addresses of our own pages, `app://<key>/...`, taken apart strictly. Nothing of an address is ever joined to the name of
 * a file or of another host: it is looked up, or passed on whole beneath `/api/`.
 */

export const SCHEME = 'app'

/** The page that lists servers and texts. */
export const LAUNCHER = 'launcher'

/** The origin of the pages of a key. Keys are lower-case letters and digits that begin with a letter. */
export function originOf(key: string): string {
  return `${SCHEME}://${key}`
}

export type Asked =
  /** `/api/...` with its query, for the server. */
  | { readonly kind: 'api'; readonly path: string }
  /** A file, by its exact place. */
  | { readonly kind: 'file'; readonly place: string }
  /** The editor's page, whose script reads the rest of the address. */
  | { readonly kind: 'page' }

const LONGEST = 4096
/** What may stand in a path, percent-encoding apart; a backslash and what is not visible may not. */
const plainStep = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})+$/
const plainQuery = /^[\x21\x23-\x26\x28-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e|{}]*$/

/** What a page of `key` asks for, or undefined for every address that is not written as ours are. */
export function readAddress(address: string, key: string): Asked | undefined {
  const origin = originOf(key)
  if (address.length > LONGEST || !address.startsWith(`${origin}/`)) return undefined
  const [beforeHash = ''] = address.slice(origin.length).split('#')
  const [path = '', ...queries] = beforeHash.split('?')
  const query = queries.join('?')
  const steps = path.slice(1).split('/')
  if (!plainQuery.test(query) || !isPlain(steps)) return undefined
  if (steps[0] === 'api') return { kind: 'api', path: query === '' ? path : `${path}?${query}` }
  if (steps[0] === 'sync') return undefined
  if (!(steps.at(-1) ?? '').includes('.')) return { kind: 'page' }
  return beforeHash === path ? { kind: 'file', place: path } : undefined
}

/** Whether every step is a name: none empty but for the root alone, none that goes up, hides a slash or cannot be read. */
function isPlain(steps: readonly string[]): boolean {
  if (steps.length === 1 && steps[0] === '') return true
  return steps.every((step) => plainStep.test(step) && isName(step))
}

function isName(step: string): boolean {
  try {
    const name = decodeURIComponent(step)
    // eslint-disable-next-line no-control-regex
    return name !== '.' && name !== '..' && !/[/\\\u0000-\u001f\u007f%]/.test(name)
  } catch {
    return false
  }
}
