/** Offering the commands of a screen to the menus of the desktop. */

import { useEffect } from 'react'
import { useOffline } from './offline.tsx'
import type { Named } from './orders.ts'

/** Tells the menus what can be done on the screen that stands, as long as it does. */
export function useCommands(commands: readonly Named[]): void {
  const orders = useOffline()?.orders
  useEffect(() => orders?.offer(commands), [orders, commands])
  useEffect(() => () => orders?.offer([]), [orders])
}
