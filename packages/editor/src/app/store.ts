/** A value that components watch in part: what changes many times a second must not redraw the whole screen. */

import { useSyncExternalStore } from 'react'

export interface Store<T extends object> {
  readonly get: () => T
  readonly set: (change: Partial<T>) => void
  readonly watch: (listener: () => void) => () => void
}

export function openStore<T extends object>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (change) => {
      const keys = Object.keys(change) as (keyof T)[]
      if (keys.every((key) => Object.is(value[key], change[key]))) return
      value = { ...value, ...change }
      for (const listener of listeners) listener()
    },
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The part of a store's value that `select` picks; the component redraws only when that part changes. */
export function useStore<T extends object, U>(store: Store<T>, select: (value: T) => U): U {
  return useSyncExternalStore(store.watch, () => select(store.get()))
}
