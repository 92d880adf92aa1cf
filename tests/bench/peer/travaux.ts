/** Our own server as a load meets it: the record on disk, everybody signed in. */

import type { Draft } from '@travaux/core'
import { fileURLToPath } from 'node:url'
import type { Peer, Seat, Served } from './peer.ts'
import { startProgram, type Program, type Running } from './process.ts'
import { hearPlain } from './speech.ts'

const main = fileURLToPath(new URL('../../../packages/server/src/main.ts', import.meta.url))

const program: Program = {
  run: [main, 'serve'],
  env: ({ port, data }) => ({ PORT: String(port), TRAVAUX_DATA: data, HOST: '127.0.0.1', TRAVAUX_LOG: 'silent' }),
  ready: /^Ready on /m,
}

/** Members who may write; so many sockets are spread over them. */
const writers = /^(secretariat|chair|drafter) /

export const travaux: Peer = {
  name: 'Travaux',
  acknowledges: true,
  keepsText: true,
  start: async () => {
    const running = await startProgram(program)
    const cookies = await signInAll(running)
    return served(running, cookies)
  },
}

function served(running: Running, cookies: readonly string[]): Served {
  const { port, data, kill, restart, stop } = running
  const seat = (room: string, person: number): Seat => ({
    url: `ws://127.0.0.1:${port}/sync/text:${room}?ack=1`,
    headers: { cookie: cookies[person % cookies.length] ?? '' },
    greeting: [],
    wrap: (frame) => frame,
    hear: hearPlain,
  })
  const fill = (room: string, draft: Draft): Promise<void> => makeText(port, cookies[0] ?? '', room, draft)
  return { data, pid: running.pid, seat, fill, kill, restart, stop }
}

/** Signs every writer in by the link the server printed, the secretariat first. */
async function signInAll({ port, printed }: Running): Promise<string[]> {
  const lines = printed.split('\n').filter((line) => writers.test(line))
  const links = lines.map((line) => new URL(line.split(/\s+/).at(-1) ?? '').searchParams.get('token') ?? '')
  return Promise.all(links.map((token) => signIn(port, token)))
}

async function signIn(port: number, token: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ token }),
    redirect: 'manual',
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function makeText(port: number, cookie: string, id: string, draft: Draft): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/texts`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ id, draft }),
  })
  if (!answer.ok) throw new Error(`The text was not made: ${answer.status} ${await answer.text()}`)
}
