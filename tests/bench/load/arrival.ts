/**
 * A person who opens a text, as cheap as one can be: what the server sends is counted and let go. A load that put
 * hundreds of whole texts together in one process would measure itself.
 */

import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import type { Duplex } from 'node:stream'
import * as Y from 'yjs'
import { askFrame } from '../../../packages/server/src/rooms/frame.ts'
import type { Seat } from '../peer/peer.ts'

const emptyVector = Y.encodeStateVector(new Y.Doc())

/** Asks for the whole text and resolves once a message of at least so many bytes has arrived to its last byte. */
export async function arrive({ url, headers, greeting, wrap }: Seat, bytes: number): Promise<Duplex> {
  const { socket, head } = await upgraded(url, headers)
  for (const frame of [...greeting, wrap(askFrame(emptyVector))]) socket.write(clientMessage(frame))
  const hasArrived = messageCounter(bytes)
  await new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      if (hasArrived(chunk)) resolve()
    }
    socket.on('data', take)
    socket.on('close', () => reject(new Error('A socket was closed before it was served')))
    if (head.length > 0) take(head)
  })
  return socket
}

async function upgraded(url: string, headers: Seat['headers']): Promise<{ socket: Duplex; head: Buffer }> {
  const asking = request(url.replace(/^ws/, 'http'), {
    headers: {
      ...headers,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
    },
  })
  asking.on('response', ({ statusCode }) => asking.destroy(new Error(`A server let nobody in: ${statusCode}`)))
  asking.end()
  const [, socket, head] = (await once(asking, 'upgrade')) as [unknown, Duplex, Buffer]
  socket.on('error', () => undefined)
  return { socket, head }
}

/** A binary message of less than 64 KiB as a client sends it (RFC 6455, 5.2), masked with zeros. */
function clientMessage(payload: Uint8Array): Buffer {
  const size = payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 0xff]
  return Buffer.concat([Buffer.from([0x82, ...size, 0, 0, 0, 0]), payload])
}

/** Follows the messages in what a server sends; says whether one of at least so many bytes is complete. */
function messageCounter(bytes: number): (chunk: Buffer) => boolean {
  let rest = 0
  let isLong = false
  let cut: Buffer = Buffer.alloc(0)
  let arrived = false
  return (chunk) => {
    let at = 0
    while (at < chunk.length || cut.length > 0) {
      if (rest === 0) {
        const header = headerOf(Buffer.concat([cut, chunk.subarray(at, at + 10)]))
        if (!header) {
          cut = Buffer.concat([cut, chunk.subarray(at)])
          break
        }
        at += header.size - cut.length
        cut = Buffer.alloc(0)
        rest = header.payload
        isLong = rest >= bytes
      }
      const here = Math.min(rest, chunk.length - at)
      at += here
      rest -= here
      if (rest > 0) break
      arrived ||= isLong
    }
    return arrived
  }
}

/** Size of a message's header and of what follows it, or nothing where the header is not all there. */
function headerOf(bytes: Buffer): { size: number; payload: number } | undefined {
  if (bytes.length < 2) return undefined
  const short = bytes.readUInt8(1) & 0x7f
  const size = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < size) return undefined
  if (short < 126) return { size, payload: short }
  return { size, payload: short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2)) }
}
