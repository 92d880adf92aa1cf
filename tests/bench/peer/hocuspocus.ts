/** Hocuspocus as a load meets it: its own frames, each beginning with the room's name, and its own acknowledgement. */

import * as encoding from 'lib0/encoding'
import { fileURLToPath } from 'node:url'
import type { Heard, Peer, Seat, Served } from './peer.ts'
import { startProgram, type Program, type Running } from './process.ts'
import { behindName, bringText, hearPlain } from './speech.ts'

const program: Program = {
  run: [fileURLToPath(new URL('./hocuspocus-server.ts', import.meta.url))],
  env: ({ port, data }) => ({ PORT: String(port), DATA: data }),
  ready: /^Ready$/m,
}

export const hocuspocus: Peer = {
  name: 'Hocuspocus 4',
  acknowledges: true,
  keepsText: true,
  start: async () => served(await startProgram(program)),
}

function served(running: Running): Served {
  const { port, data, kill, restart, stop } = running
  const seat = (room: string): Seat => ({
    url: `ws://127.0.0.1:${port}/`,
    headers: {},
    greeting: [signInFrame(room)],
    wrap: (frame) => named(room, frame),
    hear,
  })
  return { data, pid: running.pid, seat, fill: (room, draft) => bringText(seat(room), draft), kill, restart, stop }
}

const AUTH = 2
const SYNC_REPLY = 4
const SYNC_STATUS = 8

/** Name, `2 0`, a token: without it nothing else is heard. */
function signInFrame(room: string): Uint8Array {
  const frame = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AUTH)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, 'token')
  })
  return named(room, frame)
}

function named(room: string, frame: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, room)
    encoding.writeUint8Array(encoder, frame)
  })
}

function hear(bytes: Uint8Array): Heard {
  const frame = behindName(bytes)
  if (frame[0] === SYNC_STATUS) return frame[1] === 1 ? { kind: 'savedOne' } : { kind: 'other' }
  if (frame[0] !== SYNC_REPLY) return hearPlain(frame)
  const plain = frame.slice()
  plain[0] = 0
  return hearPlain(plain)
}
