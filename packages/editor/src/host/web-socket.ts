/** A socket to a room as a page in a browser opens it. */

import type { Socket, SocketEvent } from './host.ts'

/** Opens a WebSocket; what happens to it is told until it is closed from here. */
export function openWebSocket(url: string, listener: (event: SocketEvent) => void): Socket {
  const socket = new WebSocket(url)
  let told = listener
  socket.binaryType = 'arraybuffer'
  socket.addEventListener('open', () => told({ kind: 'open' }))
  socket.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) =>
    told({ kind: 'frame', bytes: new Uint8Array(data) }),
  )
  socket.addEventListener('close', ({ code, reason }) => told({ kind: 'closed', code, reason }))
  return {
    send: (bytes) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(Uint8Array.from(bytes))
    },
    close: () => {
      told = () => undefined
      socket.close(1000)
    },
  }
}
