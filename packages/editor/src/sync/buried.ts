/**
 * Words that went out of sight before they were safe: written here, not yet confirmed by the server, and standing in a
 * clause that somebody else deleted meanwhile, wherever the caret is by then. They are kept, but nobody would know.
 */

import { clausesOf, isHidden, standings, textIn } from '@travaux/core'
import * as Y from 'yjs'
import type { Session } from './session.ts'

/** Where the clauses are listed that are to be told of; whoever has read of them takes them out. */
export interface Buried {
  readonly get: () => readonly string[]
  readonly set: (clauses: readonly string[]) => void
}

/** Milliseconds after an acknowledgement within which what had come in before it is shown: longer than that is gathered. */
const SHOWN_BY = 300

/**
 * Lists clauses with such words as they are deleted, and takes out those that are restored, until the returned function
 * is called. Words of an earlier session on this computer are not known for one's own.
 */
export function watchBuried(
  { doc, state, watch }: Pick<Session, 'doc' | 'state' | 'watch'>,
  buried: Buried,
): () => void {
  const clauses = clausesOf(doc)
  /** How much of what this session wrote the server has. */
  let safe = state().kind === 'saved' ? ownClock(doc) : 0
  const look = (deleted: readonly string[], from: number): void => {
    const before = buried.get()
    const found = deleted.filter((id) => !before.includes(id) && hasOwnWords(doc, id, from))
    const standing = before.filter((id) => isGone(doc, id))
    if (found.length > 0 || standing.length < before.length) buried.set([...standing, ...found])
  }
  const heard = (events: Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction): void => {
    const touched = events.filter(({ keys, path }) => path.length === 1 && keys.has('gone'))
    if (touched.length === 0) return
    const deleted = local ? [] : touched.map(({ path }) => String(path[0]))
    const from = safe
    // Once the binding has carried own words after those that went elsewhere.
    queueMicrotask(() => look(deleted, from))
  }
  const stop = watch(({ kind }) => {
    if (kind !== 'saved') return
    const clock = ownClock(doc)
    setTimeout(() => (safe = clock), SHOWN_BY)
  })
  clauses.observeDeep(heard)
  return () => {
    stop()
    clauses.unobserveDeep(heard)
  }
}

function ownClock(doc: Y.Doc): number {
  return Y.getState(doc.store, doc.clientID)
}

function isGone(doc: Y.Doc, id: string): boolean {
  const stored = clausesOf(doc).get(id)
  return stored !== undefined && isHidden(stored)
}

/** Whether words that this session wrote from some clock on stand in a clause that is not shown. */
function hasOwnWords(doc: Y.Doc, id: string, from: number): boolean {
  const stored = clausesOf(doc).get(id)
  const text = stored && isGone(doc, id) ? textIn(stored) : undefined
  if (!text) return false
  return [...standings(text)].some(
    ({ client, clock, length, deleted }) => !deleted && client === doc.clientID && clock + length > from,
  )
}
