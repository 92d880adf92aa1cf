/** What native menus, links and files ask of this window, and which commands can be done in it now. */

import { goTo } from '../app/router.tsx'
import { readRoute } from '../app/route.ts'
import type { DesktopHost } from '../host/host.ts'
import { importText } from './import.ts'

/** A command of the editor's table, as the palette lists it. */
export interface Named {
  readonly id: string
  readonly onClick: () => void
}

/** The commands of the screen that stands, by which orders are carried out. */
export interface Orders {
  readonly offer: (commands: readonly Named[]) => void
  readonly close: () => void
}

/** Carries out what the shell orders from now on. A command that cannot be done now is not done later either. */
export function openOrders(shell: Pick<DesktopHost, 'onOrder' | 'offer'>): Orders {
  let offered: readonly Named[] = []
  const close = shell.onOrder((order) => {
    if (order.kind === 'go') goTo(readRoute(new URL(order.path, window.location.origin)))
    else if (order.kind === 'file') void importText(order)
    else offered.find(({ id }) => id === order.name)?.onClick()
  })
  return {
    offer: (commands) => {
      const before = namesIn(offered)
      offered = commands
      const names = namesIn(commands)
      if (names.join('\n') !== before.join('\n')) shell.offer(names).catch(() => undefined)
    },
    close,
  }
}

function namesIn(commands: readonly Named[]): string[] {
  return commands.map(({ id }) => id)
}
