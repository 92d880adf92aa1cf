/** What native menus, links and files ask of this window, and which of it can be done now. */

import type { SpotlightActionData } from '@mantine/spotlight'
import { useEffect, useEffectEvent } from 'react'
import { goTo } from '../app/router.tsx'
import { readRoute } from '../app/route.ts'
import type { Order } from '../host/host.ts'
import { useOffline } from './offline.tsx'

/** A command of the editor's table, as the palette lists it. */
export type Named = Pick<SpotlightActionData, 'id' | 'onClick'>

/** Does what the menus ask of the text on the table, and tells them what can be done. */
export function useCommands(commands: readonly Named[]): void {
  const shell = useOffline()?.desktop.shell
  const names = commands.map(({ id }) => id).join('\n')
  useEffect(() => {
    if (!shell) return undefined
    shell.offer(names.split('\n')).catch(() => undefined)
    return () => void shell.offer([]).catch(() => undefined)
  }, [shell, names])
  const obey = useEffectEvent((order: Order) => {
    if (order.kind !== 'command') return
    commands.find(({ id }) => id === order.name)?.onClick?.({} as never)
  })
  useEffect(() => shell?.onOrder(obey), [shell])
}

/** Goes where links and other windows ask, and hands files on. */
export function useOrders(onFile: (file: Extract<Order, { kind: 'file' }>) => void): void {
  const shell = useOffline()?.desktop.shell
  const obey = useEffectEvent((order: Order) => {
    if (order.kind === 'go') goTo(readRoute(new URL(order.path, window.location.origin)))
    else if (order.kind === 'file') onFile(order)
  })
  useEffect(() => shell?.onOrder(obey), [shell])
}
