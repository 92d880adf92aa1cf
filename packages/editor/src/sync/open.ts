/**
 * Opening a text: the document, its copy on this computer, and the socket to the server. "Saved" is said only of what
 * the server has confirmed as durable, "kept here" only of what the copy has; everything else is counted, across reloads
 * too.
 */

import { clausesOf, closeReasons, type CloseReason } from '@travaux/core'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Host } from '../host/seam.ts'
import type { Hello } from './frame.ts'
import { refusesForGood, type Refused } from './kept.ts'
import { openLink } from './link.ts'
import type { SaveState, Session, SessionOptions } from './session.ts'

/** What a session needs from outside. */
export interface SessionPorts extends Pick<Host, 'openSocket' | 'openCopy' | 'openShelf'> {
  readonly now: () => number
  /** Calls back after some milliseconds. */
  readonly wait: (delay: number, then: () => void) => void
}

/** Milliseconds until words that could not be set aside are tried again. */
const TRY_AGAIN = 2000

/** Opens a room for a member. */
export function openSession(ports: SessionPorts, { room, member }: SessionOptions): Session {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const copy = ports.openCopy(member, room, doc)
  const watchers = new Set<(state: SaveState) => void>()
  const hearers = new Set<() => void>()
  const opened = Promise.withResolvers<void>()
  let state: SaveState = { kind: 'opening' }
  let here = false
  let noted = { pending: 0, epoch: '' }
  let aside: 'not' | 'beginning' | 'done' = 'not'
  let unreadable: string | null = null

  const stateNow = (): SaveState => {
    const pending = link.pending()
    const status = link.status()
    switch (status.kind) {
      case 'refused':
        return { kind: 'refused', reason: status.reason, pending, kept: aside === 'done' }
      case 'waiting':
        return offline(pending)
      case 'connecting':
        return here ? offline(pending) : { kind: 'opening' }
      case 'open':
        if (!here) return { kind: 'opening' }
        return pending > 0 ? { kind: 'saving', pending } : { kind: 'saved' }
      default:
        return status satisfies never
    }
  }
  const offline = (pending: number): SaveState => {
    const { unkept, failure } = copy.kept()
    return { kind: 'offline', pending, kept: Math.max(0, pending - unkept), failure: failure ?? unreadable }
  }
  const tell = (): void => {
    state = stateNow()
    for (const watcher of watchers) watcher(state)
    if (state.kind !== 'refused') notePending(link.pending())
    else if (aside === 'not' && refusesForGood(state.reason)) beginAside(state.reason)
  }
  const notePending = (pending: number): void => {
    if (pending === noted.pending) return
    noted = { ...noted, pending }
    copy.note({ pending })
  }
  const beginAside = ({ code }: CloseReason): void => {
    aside = 'beginning'
    void setAside({ room, at: ports.now(), code, state: Y.encodeStateAsUpdate(doc) })
  }
  /** Only once the words are on the shelf does the copy let go of them. */
  const setAside = async (words: Refused): Promise<void> => {
    try {
      await ports.openShelf(member).keep(words)
      await copy.clear()
    } catch {
      // Nothing was let go of: the words are still in the copy, where they were.
      return ports.wait(TRY_AGAIN, () => void setAside(words))
    }
    aside = 'done'
    tell()
  }
  const arrive = (): void => {
    here = true
    opened.resolve()
    tell()
  }
  /** A copy from before a backup was restored would bring back what the restoring took away. */
  const greeted = ({ epoch, member: as }: Hello): CloseReason | undefined => {
    if (as !== member) return closeReasons.signedOut
    if (noted.epoch !== '' && noted.epoch !== epoch) return closeReasons.restored
    if (noted.epoch === '' && epoch !== '') {
      noted = { ...noted, epoch }
      copy.note({ epoch })
    }
    return undefined
  }
  const link = openLink({
    openSocket: (listener) => ports.openSocket(room, listener),
    doc,
    awareness,
    isOwn: (origin) => !copy.isFrom(origin),
    greeted,
    beforeReceive: () => hearers.forEach((hear) => hear()),
    synced: arrive,
    changed: tell,
  })
  copy.watch(tell)

  const resume = async (): Promise<void> => {
    try {
      noted = await copy.load()
    } catch (error) {
      // The server may still have the text. What cannot be read is left as it is.
      unreadable = error instanceof Error ? error.message : String(error)
    }
    link.resume(noted.pending)
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
      return copy.close().then(() => doc.destroy())
    },
  }
}
