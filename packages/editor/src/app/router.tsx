/** Moving between places: the browser's own history, links that are real links, and one hook. */

import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react'
import { readRoute, writeRoute, type Route } from './route.ts'

const MOVED = 'travaux:moved'

let moved = false

/** Whether one came here from another place of the application, and not by loading the page. */
export function hasMoved(): boolean {
  return moved
}

function watchAddress(listener: () => void): () => void {
  const kinds = ['popstate', 'hashchange', MOVED]
  const heard = ({ type }: Event): void => {
    moved ||= type === 'popstate'
    listener()
  }
  for (const kind of kinds) window.addEventListener(kind, heard)
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, heard)
  }
}

/** Where the person is now. */
export function useRoute(): Route {
  useSyncExternalStore(watchAddress, () => window.location.href)
  return readRoute(window.location)
}

/** Goes to a place; `replace` leaves no step to go back to. */
export function goTo(route: Route, { replace = false } = {}): void {
  if (replace) window.history.replaceState(null, '', writeRoute(route))
  else window.history.pushState(null, '', writeRoute(route))
  moved ||= !replace
  window.dispatchEvent(new Event(MOVED))
}

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: Route
  readonly children: ReactNode
}

/** A link within the application; opened in a new tab or window it works all the same. */
export function Link({ to, children, onClick, ...rest }: LinkProps): ReactNode {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    goTo(to)
  }
  return (
    <a {...rest} href={writeRoute(to)} onClick={follow}>
      {children}
    </a>
  )
}
