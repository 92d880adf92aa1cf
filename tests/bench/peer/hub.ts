/** The plain hub as a load meets it: it keeps nothing, checks nothing and passes every frame on to all others. */

import { fileURLToPath } from 'node:url'
import type { Peer } from './peer.ts'
import { startProgram, type Program } from './process.ts'
import { hearPlain } from './speech.ts'

const program: Program = {
  run: [fileURLToPath(new URL('./hub-server.ts', import.meta.url))],
  env: ({ port }) => ({ PORT: String(port) }),
  ready: /^Ready$/m,
}

export const hub: Peer = {
  name: 'plain hub',
  acknowledges: false,
  keepsText: false,
  start: async () => {
    const running = await startProgram(program)
    const { port, data, kill, restart, stop } = running
    return {
      data,
      pid: running.pid,
      seat: (room) => ({
        url: `ws://127.0.0.1:${port}/${room}`,
        headers: {},
        greeting: [],
        wrap: (frame) => frame,
        hear: hearPlain,
      }),
      fill: async () => undefined,
      kill,
      restart,
      stop,
    }
  },
}
