/** A hub of websockets with nothing to it: what comes from one socket goes to all others of its room. */

import { WebSocketServer, type WebSocket } from 'ws'

const rooms = new Map<string, Set<WebSocket>>()

function enter(socket: WebSocket, name: string): void {
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room.add(socket))
  socket.on('error', () => undefined)
  socket.on('close', () => room.delete(socket))
  socket.on('message', (data: Buffer) => {
    for (const other of room) if (other !== socket) other.send(data)
  })
}

const server = new WebSocketServer({ port: Number(process.env['PORT']), host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket, { url = '' }) => enter(socket, url))
server.on('listening', () => process.stdout.write('Ready\n'))
