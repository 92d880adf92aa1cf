/** How many words a text may have, as the person at this computer wants to be told; 0 for no limit. */

import { useSyncExternalStore } from 'react'

const KEPT_AS = 'travaux:word-limit'
/** What documents of the United Nations may have. */
export const UN_LIMIT = 8500

/** The longest limit that can be set. */
export const MOST = 9_999_999

const listeners = new Set<() => void>()

/** Reads what was set here; what is not a number of words is the limit of the United Nations. */
function readLimit(): number {
  const kept = localStorage.getItem(KEPT_AS)
  return kept !== null && /^\d{1,7}$/.test(kept) ? Number(kept) : UN_LIMIT
}

/** The limit that somebody typed; nothing where it is no number of words that a text may have. */
export function limitFrom(typed: number | string): number | undefined {
  return typeof typed === 'number' && typed >= 1 && typed <= MOST ? typed : undefined
}

export function setLimit(words: number): void {
  localStorage.setItem(KEPT_AS, String(words))
  for (const listener of listeners) listener()
}

export function useLimit(): number {
  return useSyncExternalStore(watch, readLimit)
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
