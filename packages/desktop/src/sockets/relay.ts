/**
 * A sync socket on behalf of a page: opened and signed in here, its frames passed on both ways, with bounds both ways. A
 * page that does not take what it is sent is not sent more; a server that does not take what a page sends loses the page,
 * which comes back and says what is lacking.
 */

import type { SocketEvent } from '@travaux/editor/host'
import { WebSocket, type RawData } from 'ws'
import { MOST_BYTES, MOST_UNTAKEN } from '../ipc/channels.ts'
import { SESSION_COOKIE } from '../known/sign-in.ts'

export interface Relay {
  readonly send: (bytes: Uint8Array) => void
  /** The page has taken so many bytes. */
  readonly took: (bytes: number) => void
  readonly close: () => void
}

export interface RelayOptions {
  /** Origin of the server, http or https. */
  readonly address: string
  readonly room: string
  readonly credential: string | undefined
  readonly agent: string
  /** Told what happens; nothing after `closed`. */
  readonly tell: (event: SocketEvent) => void
}

/** How long a server may take to open a socket, in milliseconds. */
const PATIENCE = 15_000
/** As WebSockets say that a peer is gone without a word. */
const GONE = 1006

export function openRelay({ address, room, credential, agent, tell }: RelayOptions): Relay {
  const socket = new WebSocket(socketAddress(address, room), {
    headers: {
      'user-agent': agent,
      ...(credential === undefined ? {} : { cookie: `${SESSION_COOKIE}=${credential}` }),
    },
    followRedirects: false,
    perMessageDeflate: false,
    handshakeTimeout: PATIENCE,
    maxPayload: MOST_BYTES,
  })
  let untaken = 0
  socket.on('open', () => tell({ kind: 'open' }))
  socket.on('message', (data, isBinary) => {
    if (!isBinary) return socket.close(1003)
    const bytes = bytesOf(data)
    untaken += bytes.byteLength
    if (untaken > MOST_UNTAKEN) socket.pause()
    tell({ kind: 'frame', bytes })
  })
  // What went wrong is told by the close that follows.
  socket.on('error', () => undefined)
  socket.on('close', (code, reason) => tell({ kind: 'closed', code: code || GONE, reason: reason.toString() }))
  return {
    send: (bytes) => {
      if (socket.readyState !== WebSocket.OPEN) return
      if (socket.bufferedAmount + bytes.byteLength > MOST_BYTES) socket.terminate()
      else socket.send(bytes)
    },
    took: (bytes) => {
      untaken = Math.max(0, untaken - bytes)
      if (untaken <= MOST_UNTAKEN && socket.isPaused) socket.resume()
    },
    close: () => {
      if (socket.readyState === WebSocket.CONNECTING) socket.terminate()
      else socket.close(1000)
    },
  }
}

function socketAddress(address: string, room: string): string {
  const url = new URL(`/sync/${encodeURIComponent(room)}?ack=1`, address)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
