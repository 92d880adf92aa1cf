/** The address that somebody asked for who was not signed in: once they are, they come to it. */

import { readRoute, writeRoute, type Address, type Route } from './route.ts'

type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const KEPT_AS = 'travaux:wanted'
/** Milliseconds for which it is kept: a link to sign in by may have to be asked for first. */
const A_DAY = 24 * 60 * 60_000

/** Keeps an address, in place of one kept before; not that of the list of texts, where everybody begins. */
export function keepWanted(drawer: Drawer, address: Address, now: number): void {
  const route = readRoute(address)
  if (route.kind === 'texts' || route.kind === 'unknown') return
  drawer.setItem(KEPT_AS, `${now} ${writeRoute(route)}`)
}

/** Takes the kept address out; undefined where there is none, or it is a day old. Always a place of this application. */
export function takeWanted(drawer: Drawer, now: number): Route | undefined {
  const [at, path] = drawer.getItem(KEPT_AS)?.split(' ') ?? []
  drawer.removeItem(KEPT_AS)
  if (path === undefined || now - Number(at) > A_DAY) return undefined
  const here = 'https://here.invalid'
  const asked = URL.canParse(path, here) ? new URL(path, here) : undefined
  const route = asked?.origin === here ? readRoute(asked) : undefined
  return route?.kind === 'unknown' ? undefined : route
}
