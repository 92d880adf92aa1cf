/**
 * Opening a text: the document, its copy on this computer, and the socket to the server. "Saved" is said only of what
 * the server has confirmed as durable, "kept here" only of what the copy has; everything else is counted, across reloads
 * too.
 */

import { clausesOf, closeReasons, type CloseReason, newDocument } from '@travaux/core'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Host } from '../host/seam.ts'
import { Aside } from './aside.ts'
import type { Hello } from './frame.ts'
import { refusesForGood } from './kept.ts'
import { openLink } from './link.ts'
import { saveStateOf } from './save.ts'
import type { SaveState, Session, SessionOptions } from './session.ts'

/** What a session needs from outside. */
export interface SessionPorts extends Pick<Host, 'openSocket' | 'openCopy' | 'openShelf'> {
  readonly now: () => number
  /** Calls back after some milliseconds. */
  readonly wait: (delay: number, then: () => void) => void
}

/** Opens a room for a member. */
export function openSession(ports: SessionPorts, { room, member }: SessionOptions): Session {
  const doc = newDocument()
  const awareness = new Awareness(doc)
  const copy = ports.openCopy(member, room, doc)
  const watchers = new Set<(state: SaveState) => void>()
  const hearers = new Set<() => void>()
  const opened = Promise.withResolvers<void>()
  const headed = Promise.withResolvers<Y.Doc>()
  let state: SaveState = { kind: 'opening' }
  let here = false
  let noted = { pending: 0, epoch: '' }
  let unreadable: string | null = null

  const aside = new Aside({
    keep: (words) => ports.openShelf(member).keep(words),
    clear: () => copy.clear(),
    wait: ports.wait,
    done: () => tell(),
  })

  const stateNow = (): SaveState => {
    const { unkept, failure } = copy.kept()
    return saveStateOf({
      status: link.status(),
      pending: link.pending(),
      here,
      copy: { unkept, failure: failure ?? unreadable },
      aside: aside.isDone,
    })
  }
  const tell = (): void => {
    state = stateNow()
    for (const watcher of watchers) watcher(state)
    if (state.kind !== 'refused') notePending(link.pending())
    else if (refusesForGood(state.reason)) setAside(state.reason)
  }
  const notePending = (pending: number): void => {
    if (pending === noted.pending) return
    noted = { ...noted, pending }
    copy.note({ pending })
  }
  const setAside = ({ code }: CloseReason): void =>
    aside.begin(() => ({ room, at: ports.now(), code, state: Y.encodeStateAsUpdate(doc) }))
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
    headed: (update) => {
      const head = newDocument()
      Y.applyUpdate(head, update)
      headed.resolve(head)
    },
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
    head: headed.promise,
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
