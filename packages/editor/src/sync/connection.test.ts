/** When a connection tries again, and when it does not. */

import { closeReasons } from '@travaux/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SocketEvent } from '../host/host.ts'
import { Connection } from './connection.ts'

const NO_ANSWER = 1006
/** Longer than any pause. */
const LONG = 20_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A connection to a server that is played by the test, told to connect. */
function scene() {
  const calls: string[] = []
  const listeners: ((event: SocketEvent) => void)[] = []
  const connection = new Connection({
    openSocket: (listener) => {
      const nth = listeners.push(listener)
      return { send: () => calls.push(`sent ${nth}`), close: () => calls.push(`closed ${nth}`) }
    },
    opened: () => calls.push('opened'),
    heard: () => calls.push('heard'),
    lost: () => calls.push(`lost while ${connection.status.kind}`),
    changed: () => calls.push(connection.status.kind),
  })
  connection.connect()
  /** What happens to a socket, counted from 1. */
  const happen = (nth: number, event: SocketEvent): void => listeners[nth - 1]?.(event)
  return {
    connection,
    calls,
    sockets: () => listeners.length,
    open: (nth: number) => happen(nth, { kind: 'open' }),
    end: (nth: number, code: number = NO_ANSWER) => happen(nth, { kind: 'closed', code, reason: '' }),
    say: (nth: number) => happen(nth, { kind: 'frame', bytes: Uint8Array.of(1) }),
  }
}

test('a socket that ends is followed by another after a pause, and one alone', () => {
  const { connection, sockets, open, end } = scene()
  open(1)
  end(1)
  expect([connection.status.kind, sockets()]).toEqual(['waiting', 1])
  vi.advanceTimersByTime(LONG)
  connection.connect()
  expect([connection.status.kind, sockets()]).toEqual(['waiting', 2])
  open(2)
  expect(connection.status.kind).toBe('open')
})

test('the first socket may take a while before it is said that the server is not heard, and may open after that', () => {
  const { connection, calls, open } = scene()
  vi.advanceTimersByTime(2999)
  expect([connection.status.kind, calls]).toEqual(['connecting', []])
  vi.advanceTimersByTime(1)
  expect([connection.status.kind, calls]).toEqual(['waiting', ['waiting']])
  open(1)
  vi.advanceTimersByTime(LONG)
  expect([connection.status.kind, calls]).toEqual(['open', ['waiting', 'open', 'opened']])
})

test('a first socket that ends, opens or is closed in time is not waited for any longer', () => {
  for (const end of [
    (one: ReturnType<typeof scene>) => one.open(1),
    (one: ReturnType<typeof scene>) => one.end(1, closeReasons.signedOut.code),
    (one: ReturnType<typeof scene>) => one.connection.close(),
  ]) {
    const one = scene()
    end(one)
    const told = [...one.calls]
    vi.advanceTimersByTime(LONG)
    expect([one.calls, vi.getTimerCount()]).toEqual([told, 0])
  }
})

test('pauses grow with every socket that ends in vain, and begin anew behind one that opened', () => {
  const { sockets, open, end } = scene()
  for (let nth = 1; nth <= 5; nth++) {
    end(nth)
    vi.advanceTimersByTime(LONG)
  }
  end(6)
  // Doubled five times, less a half.
  vi.advanceTimersByTime(4799)
  expect(sockets()).toBe(6)
  vi.advanceTimersByTime(LONG)
  open(7)
  end(7)
  // The first, and a half more.
  vi.advanceTimersByTime(450)
  expect(sockets()).toBe(8)
})

test('a code that says to stop is the end of it', () => {
  const { connection, sockets, open, end } = scene()
  open(1)
  end(1, closeReasons.signedOut.code)
  vi.advanceTimersByTime(LONG)
  connection.connect()
  expect([connection.status, sockets()]).toEqual([{ kind: 'refused', reason: closeReasons.signedOut }, 1])
})

test('the status says so before what opened is told of, and only after what was lost is', () => {
  const { calls, open, end } = scene()
  open(1)
  end(1)
  expect(calls).toEqual(['open', 'opened', 'lost while open', 'waiting'])
})

test('of a socket that was hung up nothing is heard any more, and through one that is not open nothing is sent', () => {
  const { connection, calls, open, say } = scene()
  connection.send(Uint8Array.of(1))
  open(1)
  connection.hangUp()
  calls.length = 0
  connection.send(Uint8Array.of(1))
  connection.hangUp()
  say(1)
  expect(calls).toEqual([])
})

test('closed, it opens none again, and its status stays what it was', () => {
  const { connection, calls, sockets, end } = scene()
  end(1)
  connection.close()
  vi.advanceTimersByTime(LONG)
  connection.connect()
  expect([connection.status.kind, sockets(), calls]).toEqual(['waiting', 1, ['lost while connecting', 'waiting']])
})
