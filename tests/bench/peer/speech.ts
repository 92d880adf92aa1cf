/** The y-websocket protocol as servers speak it, and the person who is first in a room and brings its text. */

import { writeDraft, type Draft } from '@travaux/core'
import * as decoding from 'lib0/decoding'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { askFrame, readFrame, updateFrame } from '../../../packages/server/src/rooms/frame.ts'
import { savedCount } from '../../../packages/server/src/trial/client.ts'
import type { Heard, Seat } from './peer.ts'

/** What a frame of the plain protocol says. */
export function hearPlain(bytes: Uint8Array): Heard {
  const count = bytes[0] === 100 ? savedCount(bytes) : undefined
  if (count !== undefined) return { kind: 'savedTo', count }
  const frame = readFrame(bytes)
  switch (frame?.kind) {
    case 'ask':
    case 'update':
      return frame
    case 'awareness':
      return { kind: 'awareness' }
    default:
      return { kind: 'other' }
  }
}

/** Brings a text into an empty room as its first client, and waits until another joiner would be served it. */
export async function bringText(seat: Seat, draft: Draft): Promise<void> {
  const doc = new Y.Doc()
  writeDraft(doc, draft)
  const socket = openSocket(seat)
  await once(socket, 'open')
  for (const frame of seat.greeting) socket.send(frame)
  socket.send(seat.wrap(updateFrame(Y.encodeStateAsUpdate(doc))))
  const length = Y.encodeStateAsUpdate(doc).length
  await new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const heard = seat.hear(data)
      if (heard.kind === 'update' && heard.update.length >= length) resolve()
    })
    socket.send(seat.wrap(askFrame(Y.encodeStateVector(new Y.Doc()))))
  })
  socket.close()
  await once(socket, 'close')
}

export function openSocket({ url, headers }: Seat): WebSocket {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false, maxPayload: 256 * 1024 * 1024 })
  socket.on('error', () => undefined)
  return socket
}

/** What stands behind a room's name that a frame begins with. */
export function behindName(bytes: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(bytes)
  decoding.readVarString(decoder)
  return bytes.subarray(decoder.pos)
}
