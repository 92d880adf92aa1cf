/** The page's side of the comparing worker: it mirrors the living text there and asks for comparisons. */

import type { CompareOptions, Draft } from '@travaux/core'
import * as Y from 'yjs'
import { LIVING, type Aligned, type FromWorker, type ToWorker } from './protocol.ts'

/** One side of a comparison: the living text, or a draft under a name that always means the same draft. */
export type Source =
  | { readonly kind: 'living' }
  | { readonly kind: 'draft'; readonly name: string; readonly draft: Draft }

export interface Wishes {
  /** Leave out pairs that are the same, and the order of the old clauses. */
  readonly changedOnly?: boolean
  readonly corrections?: CompareOptions
}

export interface Comparer {
  /** Compares two sides; rejects with a sentence where the comparison fails. */
  readonly compare: (old: Source, current: Source, wishes?: Wishes) => Promise<Aligned>
  readonly close: () => void
}

/** The part of a `Worker` that is used, so that a test can stand in for it. */
export type ComparingWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

interface Asked {
  readonly done: (comparison: Aligned) => void
  readonly failed: (error: Error) => void
}

/** Opens the worker's mirror of `doc`; nothing but updates crosses while a person types. */
export function openComparer(worker: ComparingWorker, doc: Y.Doc): Comparer {
  const asked = new Map<number, Asked>()
  const held = new Set<string>()
  let asks = 0
  const post = (message: ToWorker): void => worker.postMessage(message, { transfer: [] })
  const follow = (update: Uint8Array): void => post({ kind: 'follow', update })
  const failAll = (says: string): void => {
    for (const { failed } of asked.values()) failed(new Error(says))
    asked.clear()
  }
  const nameOf = (source: Source): string => {
    if (source.kind === 'living') return LIVING
    if (!held.has(source.name)) post({ kind: 'hold', name: source.name, draft: source.draft })
    held.add(source.name)
    return source.name
  }

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const waiting = asked.get(data.id)
    asked.delete(data.id)
    if (data.kind === 'done') waiting?.done(data.comparison)
    else waiting?.failed(new Error(data.says))
  })
  worker.addEventListener('error', (event) => failAll(event.message || 'The comparing worker stopped'))
  follow(Y.encodeStateAsUpdate(doc))
  doc.on('update', follow)

  return {
    compare: (old, current, { changedOnly = false, corrections = {} } = {}) =>
      new Promise((done, failed) => {
        const id = ++asks
        asked.set(id, { done, failed })
        post({ kind: 'compare', id, old: nameOf(old), new: nameOf(current), changedOnly, corrections })
      }),
    close: () => {
      doc.off('update', follow)
      worker.terminate()
      failAll('The comparison was put away')
    },
  }
}
