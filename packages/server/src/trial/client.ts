/** The stock y-websocket client, as a member's page uses it; and a bare socket, for those who are not so polite. */

import { clausesOf, closeReason, textIn, type CloseName, closeReasons } from '@travaux/core'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { TEXT, type Trial } from './server.ts'

export interface Client {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Name of the close code of the table that the server ended it with, once it has. */
  readonly ended: Promise<CloseName | number>
  /** Types at the start of a clause. */
  readonly type: (words: string, clause?: string) => void
  /** Erases so many characters at the start of a clause. */
  readonly erase: (length: number, clause?: string) => void
  readonly words: (clause?: string) => string
  readonly leave: () => void
}

/** A clause of the zero draft. */
export const CLAUSE = 'rec-standards'

export interface Joining {
  readonly doc?: Y.Doc
  readonly text?: string
  readonly token?: string
}

/** Where a server is, and how its members sign in. */
type Reached = Pick<Trial, 'url' | 'token'>

/** Joins a room with the stock client, and waits until it has the text. */
export async function join(trial: Reached, member: string, joining: Joining = {}): Promise<Client> {
  const client = connect(trial, member, joining)
  await new Promise<void>((resolve) => {
    client.provider.on('sync', (synced) => synced && resolve())
    void client.ended.then(() => resolve())
  })
  return client
}

/** Begins to join a room. */
export function connect(trial: Reached, member: string, joining: Joining = {}): Client {
  const { doc = new Y.Doc(), text = TEXT, token = trial.token(member) } = joining
  const provider = new WebsocketProvider(`${trial.url.replace('http', 'ws')}/sync`, `text:${text}`, doc, {
    params: { token },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  const ended = new Promise<CloseName | number>((resolve) => {
    provider.on('connection-close', (event) => event && resolve(closeName(event.code)))
  })
  const wordsIn = (clause: string): Y.Text => {
    const stored = clausesOf(doc).get(clause)
    const found = stored && textIn(stored)
    if (!found) throw new Error(`There is no clause ${clause}`)
    return found
  }
  return {
    doc,
    provider,
    ended,
    type: (words, clause = CLAUSE) => wordsIn(clause).insert(0, words),
    erase: (length, clause = CLAUSE) => wordsIn(clause).delete(0, length),
    words: (clause = CLAUSE) => wordsIn(clause).toJSON(),
    leave: () => provider.destroy(),
  }
}

/** The name of a close code of our table, or the code itself. */
export function closeName(code: number): CloseName | number {
  const reason = closeReason(code)
  const found = Object.entries(closeReasons).find(([, one]) => one === reason)
  return found ? (found[0] as CloseName) : code
}

export interface Bare {
  readonly send: (bytes: Uint8Array | string) => void
  readonly ended: Promise<CloseName | number>
  /** Fulfilled by the next frame that the test accepts. */
  readonly frame: (accepts: (frame: Uint8Array) => boolean) => Promise<Uint8Array>
  readonly opened: Promise<void>
  readonly close: () => void
}

/** A socket that says only what it is told to. */
export function bare(
  trial: Pick<Trial, 'url'>,
  query: string,
  options: { headers?: Record<string, string>; room?: string } = {},
): Bare {
  const { headers = {}, room = `text:${TEXT}` } = options
  const socket = new WebSocket(`${trial.url.replace('http', 'ws')}/sync/${room}?${query}`, { headers })
  const frames: Uint8Array[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data: Buffer) => {
    frames.push(new Uint8Array(data))
    for (const look of waiting) look()
  })
  socket.on('error', () => undefined)
  return {
    send: (bytes) => socket.send(bytes),
    ended: new Promise((resolve) => {
      socket.on('close', (code) => resolve(closeName(code)))
    }),
    frame: (accepts) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = frames.find(accepts)
          if (found === undefined) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    opened: new Promise((resolve) => {
      socket.on('open', () => resolve())
    }),
    close: () => socket.close(),
  }
}

/** The count in an acknowledgement, or undefined for other frames. */
export function savedCount(frame: Uint8Array): number | undefined {
  const decoder = decoding.createDecoder(frame)
  return decoding.readVarUint(decoder) === 100 ? decoding.readVarUint(decoder) : undefined
}

/** Waits until something holds; the test's own time limit ends it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 5)
    })
  }
}
