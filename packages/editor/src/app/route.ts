/** The addresses of the application, read and written. Pure: the browser's history is in `router.tsx`. */

export type Route =
  | { readonly kind: 'texts' }
  | { readonly kind: 'write'; readonly text: string; readonly clause?: string | undefined }
  | {
      readonly kind: 'compare'
      readonly text: string
      readonly old?: string | undefined
      readonly new?: string | undefined
      /** A state between the two sides, to look at the way in two steps. */
      readonly through?: string | undefined
      /** A clause to follow through all states, instead of comparing two. */
      readonly of?: string | undefined
      readonly clause?: string | undefined
    }
  | { readonly kind: 'brackets'; readonly text: string }
  | {
      readonly kind: 'history'
      readonly text: string
      /** A moment of the past, in milliseconds since 1970; without one, what happened is listed. */
      readonly at?: number | undefined
      /** Whether to show what changed since then rather than the text as it stood. */
      readonly since?: boolean
    }
  /** The text for a room to read together. */
  | { readonly kind: 'present'; readonly text: string }
  | { readonly kind: 'version'; readonly text: string; readonly version: string; readonly clause?: string | undefined }
  | { readonly kind: 'unknown'; readonly path: string }

/** The parts of an address that say where in the application one is, as in `URL` and `Location`. */
export interface Address {
  readonly pathname: string
  readonly search: string
  readonly hash: string
}

export function readRoute({ pathname, search, hash }: Address): Route {
  const steps = pathname.split('/').filter(Boolean).map(decoded)
  const [place, text, screen, version] = steps
  const clause = decoded(/^#clause=(.+)$/.exec(hash)?.[1] ?? '') || undefined
  if (place === undefined) return { kind: 'texts' }
  if (place !== 'texts' || text === undefined || steps.length > 4) return { kind: 'unknown', path: pathname }
  if (screen === undefined) return { kind: 'write', text, clause }
  if (screen === 'compare') return { kind: 'compare', text, ...readSides(new URLSearchParams(search)), clause }
  if (screen === 'brackets' && version === undefined) return { kind: 'brackets', text }
  if (screen === 'present') return { kind: 'present', text }
  if (screen === 'history') return readHistory(text, new URLSearchParams(search))
  if (screen === 'versions' && version !== undefined) return { kind: 'version', text, version, clause }
  return { kind: 'unknown', path: pathname }
}

export function writeRoute(route: Route): string {
  switch (route.kind) {
    case 'texts':
      return '/'
    case 'write':
      return `${pathOf(route.text)}${clauseHash(route.clause)}`
    case 'compare':
      return `${pathOf(route.text)}/compare${sides(route)}${clauseHash(route.clause)}`
    case 'brackets':
      return `${pathOf(route.text)}/brackets`
    case 'history':
      return `${pathOf(route.text)}/history${moment(route)}`
    case 'present':
      return `${pathOf(route.text)}/present`
    case 'version':
      return `${pathOf(route.text)}/versions/${encodeURIComponent(route.version)}${clauseHash(route.clause)}`
    case 'unknown':
      return route.path
    default:
      return route satisfies never
  }
}

function readHistory(text: string, query: URLSearchParams): Route {
  const at = /^\d{1,15}$/.exec(query.get('at') ?? '')?.[0]
  return { kind: 'history', text, at: at === undefined ? undefined : Number(at), since: query.has('since') }
}

function moment({ at, since = false }: Extract<Route, { kind: 'history' }>): string {
  return at === undefined ? '' : `?at=${at}${since ? '&since' : ''}`
}

function pathOf(text: string): string {
  return `/texts/${encodeURIComponent(text)}`
}

function clauseHash(clause: string | undefined): string {
  return clause === undefined ? '' : `#clause=${encodeURIComponent(clause)}`
}

const sideNames = ['old', 'through', 'new', 'of'] as const
type Sides = Partial<Record<(typeof sideNames)[number], string | undefined>>

function readSides(query: URLSearchParams): Sides {
  return Object.fromEntries(sideNames.map((name) => [name, query.get(name) ?? undefined]))
}

function sides(named: Sides): string {
  const query = new URLSearchParams()
  for (const name of sideNames) if (named[name] !== undefined) query.set(name, named[name])
  return query.size > 0 ? `?${query}` : ''
}

/** An address is typed by anyone: what cannot be decoded is taken as it is. */
function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}
