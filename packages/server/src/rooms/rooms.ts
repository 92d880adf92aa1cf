/** All rooms with somebody in them. */

import type { CloseName } from '@travaux/core'
import type { LiveText } from '../texts/live.ts'
import { Room } from './room.ts'
import { Session, type SessionOptions } from './session.ts'

/** A reader that stays, such as a feed. */
export interface Guest {
  readonly member: string
  /** Id of the session or token it signed in by. */
  readonly credential: string
  readonly end: () => void
}

export class Rooms {
  readonly #rooms = new Map<LiveText, Room>()
  readonly #sessions = new Map<Session, string>()
  readonly #guests = new Set<Guest>()
  readonly #ended: (reason: CloseName) => void

  /** `ended` hears of every socket that the server ends, and why. */
  constructor(ended: (reason: CloseName) => void = () => undefined) {
    this.#ended = ended
  }

  /** Lets a socket in. `credential` is the id of what it signed in by. */
  enter(text: LiveText, credential: string, options: Omit<SessionOptions, 'room' | 'ended'>): Session {
    const session = new Session({ ...options, room: this.#roomOf(text), ended: this.#ended })
    this.#sessions.set(session, credential)
    return session
  }

  leave(session: Session): void {
    this.#sessions.delete(session)
    session.left()
  }

  /** The texts that a member's sockets are in, one for each socket. */
  textsOf(member: string): string[] {
    return [...this.#sessions.keys()].flatMap(({ member: { id }, text }) => (id === member ? [text.id] : []))
  }

  /** How many sockets are open, and in how many texts. */
  get counts(): { readonly sockets: number; readonly rooms: number } {
    return { sockets: this.#sessions.size, rooms: this.#rooms.size }
  }

  /** Somebody listens to a text without a socket. To be told when it leaves by itself. */
  attend(guest: Guest): () => void {
    this.#guests.add(guest)
    return () => void this.#guests.delete(guest)
  }

  /** Ends the sockets, and whatever else is open, of sign-ins that do not hold any more. */
  review(holds: (member: string, credential: string) => boolean): void {
    for (const [session, credential] of this.#sessions) {
      if (!holds(session.member.id, credential)) session.close('signedOut')
    }
    for (const guest of this.#guests) if (!holds(guest.member, guest.credential)) guest.end()
  }

  /** What is known of a member has changed: its sockets come again under what is known now. */
  renew(member: string): void {
    for (const session of this.#sessions.keys()) if (session.member.id === member) session.close('rightsChanged')
  }

  closeAll(name: CloseName): void {
    for (const session of this.#sessions.keys()) session.close(name)
  }

  #roomOf(text: LiveText): Room {
    const room = this.#rooms.get(text) ?? new Room(text, () => this.#rooms.delete(text))
    this.#rooms.set(text, room)
    return room
  }
}
