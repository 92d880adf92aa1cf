/** Working without a network, for every component: which texts this computer holds, and whether the server is reached. */

import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { useOpened } from '../app/opened.ts'
import { usePorts, type Ports } from '../app/ports.ts'
import { useStore, type Store } from '../app/store.ts'
import { openKeeper, type Keeper } from '../host/keeper.ts'
import { openRegister, type Held, type Register } from '../host/register.ts'
import type { Desktop, Reach } from '../host/seam.ts'
import { meQuery } from '../wire/queries.ts'
import { openOrders, type Orders } from './orders.ts'

/** What a window of the desktop knows of its texts. */
export interface OfflineDesk {
  readonly desktop: Desktop
  readonly register: Register
  readonly keeper: Keeper
  readonly orders: Orders
}

const OfflineContext = createContext<OfflineDesk | null>(null)

/** Milliseconds between two attempts to reach a server that could not be reached. */
const TRY_AGAIN = 5000
/** Milliseconds between two looks at whether something that is kept has changed. */
const LOOK_AGAIN = 60_000

/** Opens what this computer holds for a member, for everything inside; a page in a browser has none of it. */
export function Offline({ member, children }: { readonly member: string; readonly children: ReactNode }): ReactNode {
  const ports = usePorts()
  const client = useQueryClient()
  const open = useCallback(
    (tell: (desk: OfflineDesk) => void) => {
      const { desktop } = ports.host
      if (!desktop) return () => undefined
      const opened = openDesk({ desktop, ports, client, member })
      tell(opened.desk)
      return opened.close
    },
    [ports, client, member],
  )
  const desk = useOpened<OfflineDesk | null>(open, null)
  return (
    <OfflineContext value={desk}>
      {desk && <Reaching reach={desk.desktop.reach} keeper={desk.keeper} />}
      {children}
    </OfflineContext>
  )
}

interface Parts {
  readonly desktop: Desktop
  readonly ports: Ports
  readonly client: QueryClient
  readonly member: string
}

function openDesk({ desktop, ports, client, member }: Parts): { desk: OfflineDesk; close: () => void } {
  const { vault } = desktop.shell
  const windows = new BroadcastChannel(`travaux register ${member}`)
  const register = openRegister(vault, member, () => tellWindows(windows))
  const load = (): void => void register.load().catch(() => undefined)
  windows.addEventListener('message', load)
  load()
  const keeper = openKeeper({
    member,
    client,
    register,
    vault,
    readings: desktop.readings,
    logOf: (room) => desktop.logOf(member, room),
    openSession: ports.openSession,
    now: Date.now,
  })
  const orders = openOrders(desktop.shell)
  const close = (): void => {
    orders.close()
    windows.close()
  }
  return { desk: { desktop, register, keeper, orders }, close }
}

function tellWindows(windows: BroadcastChannel): void {
  // A channel has no origin to name: it is of this one alone.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  windows.postMessage(null)
}

/** Tries the server until it is reached, and then brings everything up to date: in one window at a time. */
function Reaching({ reach, keeper }: { readonly reach: Store<Reach>; readonly keeper: Keeper }): null {
  const client = useQueryClient()
  const reachable = useStore(reach, (state) => state.reachable)
  useEffect(() => {
    if (reachable) return undefined
    const timer = setInterval(() => void client.refetchQueries(meQuery), TRY_AGAIN)
    return () => {
      clearInterval(timer)
      // What waits for a network to come back hears of it as in a browser.
      window.dispatchEvent(new Event('online'))
      void client.invalidateQueries()
    }
  }, [client, reachable])
  useEffect(() => {
    if (!reachable) return undefined
    const look = (): void => void refreshAlone(keeper)
    const timer = setInterval(look, LOOK_AGAIN)
    look()
    return () => clearInterval(timer)
  }, [keeper, reachable])
  return null
}

async function refreshAlone(keeper: Keeper): Promise<void> {
  await navigator.locks.request('keeper', { ifAvailable: true }, async (lock) => {
    if (!lock) return
    // A server that goes away meanwhile is tried again when it is back.
    await keeper.refresh().catch(() => undefined)
    await keeper.tidy().catch(() => undefined)
  })
}

/** Null in a browser. */
export function useOffline(): OfflineDesk | null {
  return useContext(OfflineContext)
}

const nothing = (): (() => void) => () => undefined
const none: readonly Held[] = []

/** The texts that this computer holds. */
export function useHeld(): readonly Held[] {
  const register = useOffline()?.register
  return useSyncExternalStore(register?.watch ?? nothing, register?.texts ?? (() => none))
}

/** Whether the server is reached, as far as is known; in a browser it is taken to be. */
export function useReachable(): boolean {
  const reach = usePorts().host.desktop?.reach
  return useSyncExternalStore(reach?.watch ?? nothing, () => reach?.get().reachable ?? true)
}
