/** A real server as a process of its own: started, killed and started again on the same data. */

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { openFolderSecrets } from '../../packages/server/src/program/folder.ts'

const root = join(import.meta.dirname, '..', '..')
const main = join(root, 'packages/server/src/main.ts')
/** Every start of the program after the first finds its modules compiled. */
const compiled = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled') }

/** One line that the server prints for a sample member. */
export interface SignIn {
  readonly role: string
  readonly member: string
  readonly delegation: string
  readonly url: string
}

export interface RunningServer {
  readonly url: string
  readonly data: string
  readonly signIns: readonly SignIn[]
  /** A fresh sign-in URL for a member. */
  readonly link: (member: string) => Promise<string>
  /** A bearer token for a member: always the same one. */
  readonly token: (member: string) => Promise<string>
  /** SIGKILL, as a power cut would. */
  readonly kill: () => Promise<void>
  /** Starts again on the same data and port. */
  readonly restart: () => Promise<void>
  /** SIGTERM, and removes the data. */
  readonly stop: () => Promise<void>
}

/** What a run of the command line printed and how it ended. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `travaux` on a data folder. */
export async function travaux(data: string, ...args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, ...compiled, TRAVAUX_DATA: data } })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, out, err }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port was found')
  return address.port
}

/** Starts a server on an empty data folder and waits until it is ready. */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), 'travaux-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  let running = await launch(data, port, env)
  const signIns = readSignIns(running.printed)
  const tokens = new Map<string, string>()
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return
    const ended = once(running.child, 'close')
    running.child.kill(signal)
    await ended
  }
  return {
    url,
    data,
    signIns,
    link: async (id) => `${url}/sign-in?token=${issue(data, 'link', id)}`,
    token: async (id) => {
      const given = tokens.get(id) ?? issue(data, 'token', id)
      tokens.set(id, given)
      return given
    },
    kill: () => kill('SIGKILL'),
    restart: async () => {
      // On data that may be an older copy, which knows of no token that was given since.
      tokens.clear()
      running = await launch(data, port, env)
    },
    stop: async () => {
      await kill('SIGTERM')
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Does beside the server what `travaux link` and `travaux token` do, without the second that each takes to start. */
function issue(data: string, kind: 'link' | 'token', member: string): string {
  const secrets = openFolderSecrets(data, Date.now)
  try {
    return secrets.issue(kind, member, '')
  } finally {
    secrets.close()
  }
}

async function launch(
  data: string,
  port: number,
  env: Readonly<Record<string, string>>,
): Promise<{ child: ChildProcess; printed: string }> {
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { ...process.env, ...compiled, ...env, PORT: String(port), TRAVAUX_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [printed, complaints] = ['', '']
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  await new Promise<void>((ready, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (/^Ready on /m.test(printed)) ready()
    })
    child.once('close', (code) =>
      fail(new Error(`The server ended with ${code} before it was ready:\n${printed}\n${complaints}`)),
    )
  })
  return { child, printed }
}

function readSignIns(printed: string): SignIn[] {
  return printed.split('\n').flatMap((line) => {
    const [role = '', member = '', ...rest] = line.split(/\s{2,}|\t/)
    const url = rest.at(-1) ?? ''
    return /^https?:/.test(url) ? [{ role, member, delegation: rest.slice(0, -1).join(' '), url }] : []
  })
}
