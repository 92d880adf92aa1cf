import type { Order } from '@travaux/editor/host'
import { expect, test } from 'vitest'
import { openOrders } from './orders.ts'

const go = (path: string): Order => ({ kind: 'go', path })

function trial() {
  const sent: string[] = []
  const orders = openOrders((contents, order) => void sent.push(`${contents} ${order.kind === 'go' ? order.path : ''}`))
  return { sent, orders }
}

test('orders wait until the page listens, and keep their order', () => {
  const { sent, orders } = trial()
  orders.give(1, go('/a'))
  orders.give(1, go('/b'))
  orders.give(2, go('/c'))
  expect(sent).toEqual([])
  orders.here(1)
  orders.give(1, go('/d'))
  expect(sent).toEqual(['1 /a', '1 /b', '1 /d'])
})

test('what comes while a page is loaded anew waits for it', () => {
  const { sent, orders } = trial()
  orders.here(1)
  orders.away(1)
  orders.give(1, go('/a'))
  expect(sent).toEqual([])
  orders.here(1)
  expect(sent).toEqual(['1 /a'])
})

test('a window that is closed is owed nothing', () => {
  const { sent, orders } = trial()
  orders.give(1, go('/a'))
  orders.gone(1)
  orders.here(1)
  expect(sent).toEqual([])
})
