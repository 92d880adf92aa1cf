/** The sockets in one text: what is committed goes to all of them, and rights that change take effect at once. */

import type { CloseName, Entry } from '@travaux/core'
import type { LiveText, Watcher } from '../texts/live.ts'
import { awarenessFrame, updateFrame } from './frame.ts'
import { Presence } from './presence.ts'
import { Served } from './served.ts'

/** A socket, as its room knows it. */
export interface Occupant {
  /** Whether it has been served the text, and so follows its updates. */
  readonly hasJoined: boolean
  readonly send: (frame: Uint8Array) => void
  readonly close: (name: CloseName) => void
  /** Roles have changed: it closes, or goes on under its new name. */
  readonly reviewRights: () => void
}

/** Awareness goes out this many milliseconds apart, merged. */
const AWARENESS_EVERY = 100

export class Room implements Watcher {
  readonly text: LiveText
  readonly presence = new Presence()
  readonly served: Served
  readonly sessions = new Set<Occupant>()
  #ticking: NodeJS.Timeout | undefined
  readonly #closed: (room: Room) => void

  constructor(text: LiveText, closed: (room: Room) => void) {
    this.text = text
    this.served = new Served(text.state.doc)
    this.#closed = closed
    text.watchers.add(this)
  }

  enter(session: Occupant): void {
    this.sessions.add(session)
  }

  leave(session: Occupant): void {
    if (!this.sessions.delete(session)) return
    this.presence.leave(session)
    if (this.sessions.size === 0) this.#close()
    else this.stir()
  }

  written(update: Uint8Array, sources: ReadonlySet<object>): void {
    const frame = updateFrame(update)
    for (const session of this.sessions) {
      const sentAll = sources.size === 1 && sources.has(session)
      if (session.hasJoined && !sentAll) session.send(frame)
    }
  }

  recorded(entries: readonly Entry[]): void {
    if (entries.every(({ kind }) => kind !== 'role.set')) return
    for (const session of this.sessions) session.reviewRights()
  }

  lost(): void {
    for (const session of this.sessions) session.close('notSaved')
  }

  /** Awareness has changed: everybody hears of it with the next tick. */
  stir(): void {
    this.#ticking ??= setTimeout(() => this.#tick(), AWARENESS_EVERY).unref()
  }

  #tick(): void {
    this.#ticking = undefined
    const news = this.presence.news()
    if (news) this.#sendAll(awarenessFrame(news))
  }

  #sendAll(frame: Uint8Array): void {
    for (const session of this.sessions) session.send(frame)
  }

  #close(): void {
    clearTimeout(this.#ticking)
    this.served.close()
    this.text.watchers.delete(this)
    this.#closed(this)
  }
}
