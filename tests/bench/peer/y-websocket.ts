/** The server of y-websocket as a load meets it: in memory, at its defaults, without acknowledgements. */

import { fileURLToPath } from 'node:url'
import type { Peer, Seat, Served } from './peer.ts'
import { startProgram, type Program, type Running } from './process.ts'
import { bringText, hearPlain } from './speech.ts'

const program: Program = {
  run: [fileURLToPath(new URL('./y-websocket-server.ts', import.meta.url))],
  env: ({ port }) => ({ PORT: String(port), HOST: '127.0.0.1' }),
  ready: /^running at/m,
}

export const yWebsocket: Peer = {
  name: 'y-websocket',
  acknowledges: false,
  keepsText: true,
  start: async () => served(await startProgram(program)),
}

function served(running: Running): Served {
  const { port, data, kill, restart, stop } = running
  const seat = (room: string): Seat => ({
    url: `ws://127.0.0.1:${port}/${room}`,
    headers: {},
    greeting: [],
    wrap: (frame) => frame,
    hear: hearPlain,
  })
  return { data, pid: running.pid, seat, fill: (room, draft) => bringText(seat(room), draft), kill, restart, stop }
}
