/** The sockets of all windows: each belongs to the window that opened it, and ends with it. */

import type { SocketEvent } from '@travaux/editor/host'
import { openRelay, type Relay } from './relay.ts'

/** A page holds one socket for each text it shows. */
const MOST_PER_WINDOW = 8

export interface SocketTarget {
  readonly address: string
  readonly credential?: string | undefined
}

export interface Sockets {
  readonly open: (window: number, id: number, room: string) => void
  readonly send: (window: number, id: number, bytes: Uint8Array) => void
  readonly took: (window: number, id: number, bytes: number) => void
  readonly close: (window: number, id: number) => void
  /** Ends what a window has open: it was closed, or shows another page now. */
  readonly closeAll: (window: number) => void
}

interface SocketsOptions {
  readonly agent: string
  readonly target: (window: number) => SocketTarget | undefined
  readonly tell: (window: number, id: number, event: SocketEvent) => void
}

export function openSockets({ agent, target, tell }: SocketsOptions): Sockets {
  const windows = new Map<number, Map<number, Relay>>()
  const relayOf = (window: number, id: number): Relay | undefined => windows.get(window)?.get(id)
  return {
    open: (window, id, room) => {
      const relays = windows.get(window) ?? new Map<number, Relay>()
      windows.set(window, relays)
      const to = target(window)
      if (!to || relays.has(id)) return
      const { address, credential } = to
      if (relays.size >= MOST_PER_WINDOW) return tell(window, id, { kind: 'closed', code: 4529, reason: '' })
      const told = (event: SocketEvent): void => {
        if (windows.get(window) !== relays || !relays.has(id)) return
        if (event.kind === 'closed') relays.delete(id)
        tell(window, id, event)
      }
      relays.set(id, openRelay({ address, credential, room, agent, tell: told }))
    },
    send: (window, id, bytes) => relayOf(window, id)?.send(bytes),
    took: (window, id, bytes) => relayOf(window, id)?.took(bytes),
    close: (window, id) => {
      const relay = relayOf(window, id)
      windows.get(window)?.delete(id)
      relay?.close()
    },
    closeAll: (window) => {
      const relays = windows.get(window)
      windows.delete(window)
      for (const relay of relays?.values() ?? []) relay.close()
    },
  }
}
