/** A server that lets everybody sign in, notes what it is asked, and otherwise answers as a test likes. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Strange {
  readonly url: string
  /** A sign-in link that works as often as one likes. */
  readonly link: string
  /** Every request but those to sign in. */
  readonly asked: readonly IncomingMessage[]
  readonly sockets: readonly WebSocket[]
  readonly stop: () => Promise<void>
}

/** The session that it gives to everybody. */
export const SESSION = 's'.repeat(43)

export async function startStrange(reply: (request: IncomingMessage) => Reply): Promise<Strange> {
  const asked: IncomingMessage[] = []
  const sockets: WebSocket[] = []
  const server = createServer((request, response) => {
    if (request.method === 'POST' && request.url === '/sign-in') return signIn(response)
    asked.push(request)
    const { status, headers = {}, body = '' } = reply(request)
    return response.writeHead(status, headers).end(body)
  })
  const rooms = new WebSocketServer({ server })
  rooms.on('connection', (socket, request) => {
    asked.push(request)
    sockets.push(socket)
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    link: `${url}/sign-in?token=${'t'.repeat(43)}`,
    asked,
    sockets,
    stop: () =>
      new Promise((stopped) => {
        for (const socket of sockets) socket.terminate()
        server.closeAllConnections()
        server.close(() => stopped())
      }),
  }
}

function signIn(response: ServerResponse): ServerResponse {
  const cookie = `travaux_session=${SESSION}; HttpOnly; Path=/`
  return response.writeHead(303, { location: '/', 'set-cookie': cookie }).end()
}
