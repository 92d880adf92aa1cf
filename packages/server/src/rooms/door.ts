/** The door to the rooms: `/sync/:room` is opened to whoever is signed in and may read, and told why to others. */

import { allows, closeReasons, type CloseName } from '@travaux/core'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer, type RawData } from 'ws'
import type { Body } from '../texts/body.ts'
import { Damaged } from '../texts/load.ts'
import { TooManyOpen, type Texts } from '../texts/texts.ts'
import { helloFrame } from './frame.ts'
import type { Limits } from './limits.ts'
import type { Rooms } from './rooms.ts'
import type { Session } from './session.ts'

/** Who stands at the door. */
export interface Visitor {
  readonly member: string
  /** Id of the session or token it signed in by. */
  readonly credential: string
}

export interface DoorOptions {
  readonly texts: Texts
  readonly rooms: Rooms
  readonly body: () => Body
  /** Changes when the body is restored from a backup. */
  readonly epoch: string
  readonly limits: Limits
  /** Who a request comes from; 'crossSite' where another site's page makes it under a member's cookie. */
  readonly identify: (request: IncomingMessage) => Visitor | 'crossSite' | undefined
  readonly failed: (error: unknown) => void
}

export interface Door {
  /** Lets nobody in any more, and ends the sockets that are open. */
  readonly close: () => Promise<void>
}

/** A dead connection is noticed within two of these, in milliseconds. */
const PING_EVERY = 30_000

/** Opens the door on an HTTP server. */
export function openDoor(server: Server, options: DoorOptions): Door {
  const { frameBytes } = options.limits
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: frameBytes * 2,
    perMessageDeflate: false,
    WebSocket: TableSocket,
  })
  server.on('upgrade', (request, stream, head) => upgrade(sockets, { request, stream, head }, options))
  const pings = keepAlive(sockets)
  return {
    close: () => {
      clearInterval(pings)
      options.rooms.closeAll('restarting')
      return new Promise((resolve) => {
        sockets.close(() => resolve())
      })
    },
  }
}

/** A socket that ends by our table where the library would say that a message was too big. */
class TableSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === 1009) super.close(closeReasons.tooLarge.code, closeReasons.tooLarge.says)
    else super.close(code, reason)
  }
}

interface Upgrade {
  readonly request: IncomingMessage
  readonly stream: Duplex
  readonly head: Buffer
}

function upgrade(sockets: WebSocketServer, { request, stream, head }: Upgrade, options: DoorOptions): void {
  stream.on('error', () => stream.destroy())
  const asked = askedRoom(request)
  const visitor = options.identify(request)
  if (asked === undefined || visitor === 'crossSite') {
    stream.end(`HTTP/1.1 ${asked ? '403 Forbidden' : '404 Not Found'}\r\nConnection: close\r\n\r\n`)
    return
  }
  sockets.handleUpgrade(request, stream, head, (socket) => {
    socket.on('error', () => undefined)
    socket.pause()
    admit(socket, asked, { visitor, isStill: () => holds(request, visitor, options) }, options).catch(
      (error: unknown) => {
        turnAway(socket, closeNameOf(error, options))
      },
    )
  })
}

/** Why a text cannot be opened; what was not foreseen is noted. */
function closeNameOf(error: unknown, { failed }: DoorOptions): CloseName {
  if (error instanceof TooManyOpen) return 'tooMany'
  failed(error)
  return error instanceof Damaged ? 'damaged' : 'notSaved'
}

interface AskedRoom {
  readonly text: string
  readonly acknowledge: boolean
}

/** The room a request names: `/sync/text:<id>`, whatever of it is percent-encoded. */
function askedRoom({ url = '' }: IncomingMessage): AskedRoom | undefined {
  if (!URL.canParse(url, 'http://host')) return undefined
  const { pathname, searchParams } = new URL(url, 'http://host')
  const text = /^\/sync\/text(?::|%3A)([A-Za-z0-9_-]{1,64})$/i.exec(pathname)?.[1]
  return text === undefined ? undefined : { text, acknowledge: searchParams.get('ack') === '1' }
}

interface Standing {
  readonly visitor: Visitor | undefined
  /** Whether the visitor is still signed in by what it came with, and still a member. */
  readonly isStill: () => boolean
}

function holds(request: IncomingMessage, visitor: Visitor | undefined, { identify, body }: DoorOptions): boolean {
  const now = identify(request)
  return typeof now === 'object' && now.credential === visitor?.credential && body().members.has(now.member)
}

async function admit(
  socket: WebSocket,
  asked: AskedRoom,
  { visitor, isStill }: Standing,
  options: DoorOptions,
): Promise<void> {
  const member = visitor && options.body().members.get(visitor.member)
  if (!visitor || !member) return turnAway(socket, 'signedOut')
  if (hasEnough(member.id, asked.text, options)) return turnAway(socket, 'tooMany')
  const text = await options.texts.open(asked.text)
  if (!isStill()) return turnAway(socket, 'signedOut')
  if (!text) return turnAway(socket, 'noRoom')
  if (!allows(text.roleOf(member.id), 'read')) return turnAway(socket, 'noRight')
  const { acknowledge } = asked
  if (acknowledge) socket.send(helloFrame(options.epoch, member.id))
  const session = options.rooms.enter(text, visitor.credential, { socket, member, acknowledge, limits: options.limits })
  connect(socket, session, options.rooms)
}

/** Whether a member has as many sockets, or as many texts, open as it may. */
function hasEnough(member: string, text: string, { rooms, limits }: DoorOptions): boolean {
  const open = rooms.textsOf(member)
  return open.length >= limits.socketsPerMember || new Set([...open, text]).size > limits.roomsPerMember
}

function connect(socket: WebSocket, session: Session, rooms: Rooms): void {
  socket.on('message', (data, isBinary) => {
    if (isBinary) session.receive(bytesOf(data))
    else session.close('malformed')
  })
  socket.on('close', () => rooms.leave(session))
  if (socket.readyState === WebSocket.CLOSED) rooms.leave(session)
  socket.resume()
}

function turnAway(socket: WebSocket, name: CloseName): void {
  const { code, says } = closeReasons[name]
  socket.resume()
  socket.close(code, says)
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

/** Pings every socket; whoever has not answered by the next time is gone. */
function keepAlive(sockets: WebSocketServer): NodeJS.Timeout {
  const silent = new WeakSet<WebSocket>()
  const ping = (socket: WebSocket): void => {
    if (silent.has(socket)) return socket.terminate()
    silent.add(socket)
    socket.once('pong', () => silent.delete(socket))
    socket.ping()
  }
  return setInterval(() => sockets.clients.forEach(ping), PING_EVERY).unref()
}
