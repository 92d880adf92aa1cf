/** People in a room, as light as they can be: sockets that join, and that hear what comes without keeping a text. */

import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { askFrame } from '../../../packages/server/src/rooms/frame.ts'
import type { Heard, Peer, Seat } from '../peer/peer.ts'
import { openSocket } from '../peer/speech.ts'

export interface Person {
  readonly seat: Seat
  readonly socket: WebSocket
  /** Code the server closed the socket with, once it has. */
  closed: number | undefined
  /** Hears every frame from the server, once joined. */
  hear: (heard: Heard) => void
}

const emptyVector = Y.encodeStateVector(new Y.Doc())

/** Lets a person in; resolves with what it was served. A hub serves nothing. */
export async function join(seat: Seat, { keepsText }: Peer): Promise<{ person: Person; state: Uint8Array }> {
  const socket = openSocket(seat)
  const person: Person = { seat, socket, closed: undefined, hear: () => undefined }
  const state = await new Promise<Uint8Array>((resolve, reject) => {
    socket.on('close', (code) => {
      person.closed = code
      reject(new Error(`A socket was closed with ${code} before it was served`))
    })
    socket.on('open', () => {
      for (const frame of seat.greeting) socket.send(frame)
      if (keepsText) socket.send(seat.wrap(askFrame(emptyVector)))
      else resolve(new Uint8Array())
    })
    socket.on('message', (data: Buffer) => {
      const heard = seat.hear(data)
      if (heard.kind === 'update' && heard.answer) resolve(heard.update)
      person.hear(heard)
    })
  })
  return { person, state }
}

/** Lets people in, some at a time. */
export async function gather(seats: readonly Seat[], peer: Peer): Promise<Person[]> {
  const people: Person[] = []
  for (let from = 0; from < seats.length; from += 25) {
    const joined = await Promise.all(seats.slice(from, from + 25).map((seat) => join(seat, peer)))
    people.push(...joined.map(({ person }) => person))
  }
  return people
}

export function disperse(people: readonly Person[]): void {
  for (const { socket } of people) socket.terminate()
}

export function pass(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
