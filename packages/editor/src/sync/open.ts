/**
 * Opening a text: the document, its store on this computer, and the socket to the server. "Saved" is said only of what
 * the server has confirmed as durable; everything else is counted, across reloads too.
 */

import { clausesOf } from '@travaux/core'
import { IndexeddbPersistence } from 'y-indexeddb'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { openShelf, refusesForGood } from './kept.ts'
import { openLink, type Link } from './link.ts'
import type { SaveState, Session, SessionOptions } from './session.ts'

const PENDING = 'pending'

/** Opens a room for a member. The local store is named by server, member and room, and by nothing else. */
export function openSession({ server, room, member }: SessionOptions): Session {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const store = new IndexeddbPersistence(`travaux ${server} ${member} ${room}`, doc)
  const watchers = new Set<(state: SaveState) => void>()
  const hearers = new Set<() => void>()
  const opened = Promise.withResolvers<void>()
  let state: SaveState = { kind: 'opening' }
  let here = false
  let kept = false

  const tell = (): void => {
    state = stateOf(link, here, kept)
    for (const watcher of watchers) watcher(state)
    if (state.kind !== 'refused') void store.set(PENDING, link.pending())
    else if (!kept && state.pending > 0 && refusesForGood(state.reason)) void setAside(state.reason.code)
  }
  /** Only once the words are on the shelf does the store let go of them. */
  const setAside = async (code: number): Promise<void> => {
    kept = true
    await openShelf(server, member).keep({ room, at: Date.now(), code, state: Y.encodeStateAsUpdate(doc) })
    await store.clearData()
    tell()
  }
  const arrive = (): void => {
    here = true
    opened.resolve()
    tell()
  }
  const link = openLink({
    url: `${server}/${encodeURIComponent(room)}?ack=1`,
    doc,
    awareness,
    isOwn: (origin) => origin !== store,
    beforeReceive: () => hearers.forEach((hear) => hear()),
    synced: arrive,
    changed: tell,
  })

  const resume = async (): Promise<void> => {
    await store.whenSynced
    link.resume(Number(await store.get(PENDING)) || 0)
    if (clausesOf(doc).size > 0) arrive()
  }
  void resume()

  return {
    doc,
    awareness,
    ready: opened.promise,
    state: () => state,
    watch: (listener) => {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
    beforeReceive: (listener) => {
      hearers.add(listener)
      return () => hearers.delete(listener)
    },
    close: () => {
      link.close()
      awareness.destroy()
      void store.destroy().then(() => doc.destroy())
    },
  }
}

function stateOf(link: Link, here: boolean, kept: boolean): SaveState {
  const pending = link.pending()
  const status = link.status()
  switch (status.kind) {
    case 'refused':
      return { kind: 'refused', reason: status.reason, pending, kept }
    case 'waiting':
      return { kind: 'offline', pending }
    case 'connecting':
      return here ? { kind: 'offline', pending } : { kind: 'opening' }
    case 'open':
      if (!here) return { kind: 'opening' }
      return pending > 0 ? { kind: 'saving', pending } : { kind: 'saved' }
    default:
      return status satisfies never
  }
}
