/** Orders to pages: those given before a page listens wait for it. */

import type { Order } from '@travaux/editor/host'

export interface Orders {
  readonly give: (contents: number, order: Order) => void
  /** The page listens from now on. */
  readonly here: (contents: number) => void
  /** The page is going: what comes now waits for the next one in its window. */
  readonly away: (contents: number) => void
  readonly gone: (contents: number) => void
}

export function openOrders(send: (contents: number, order: Order) => void): Orders {
  const listening = new Set<number>()
  const waiting = new Map<number, Order[]>()
  return {
    give: (contents, order) => {
      if (listening.has(contents)) send(contents, order)
      else waiting.set(contents, [...(waiting.get(contents) ?? []), order])
    },
    here: (contents) => {
      listening.add(contents)
      const orders = waiting.get(contents) ?? []
      waiting.delete(contents)
      for (const order of orders) send(contents, order)
    },
    away: (contents) => void listening.delete(contents),
    gone: (contents) => {
      listening.delete(contents)
      waiting.delete(contents)
    },
  }
}
