/** Our own server as a load meets it: the record on disk, everybody signed in. */

import type { Draft } from '@travaux/core'
import { fileURLToPath } from 'node:url'
import type { Peer, Seat, Served } from './peer.ts'
import { startProgram, type Program, type Running } from './process.ts'
import { hearPlain } from './speech.ts'

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

const programOf = (...run: readonly string[]): Program => ({
  run,
  env: ({ port, data }) => ({ PORT: String(port), TRAVAUX_DATA: data, HOST: '127.0.0.1', TRAVAUX_LOG: 'silent' }),
  ready: /^Ready on /m,
})

/** Members who may write; so many sockets are spread over them. */
const writers = /^(secretariat|chair|drafter) /

/** The program as it is started everywhere, by its command line. */
export const travaux = peerOf(programOf(pathOf('../../../packages/server/src/main.ts'), 'serve'))

/** The same for loads of more sockets than its eleven members would be let in with. */
export const travauxWide = peerOf(programOf(pathOf('../../../packages/server/src/trial/wide.ts')))

function peerOf(program: Program): Peer {
  const start = async (): Promise<Served> => {
    const running = await startProgram(program)
    return served(running, await signInAll(running))
  }
  return { name: 'Travaux', acknowledges: true, keepsText: true, start }
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
