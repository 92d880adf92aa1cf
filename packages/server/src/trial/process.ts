/** The program as a process of its own, that a test can kill. */

import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

/** Each process would else strip and compile every module again, which is most of what starting it costs. */
const compiled = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../../../../node_modules/.cache/node', import.meta.url)) }

export interface Spawned {
  readonly port: number
  /** The lines it printed before it was ready. */
  readonly lines: readonly string[]
  /** Ends it at once, as a power cut would. */
  readonly kill: () => Promise<void>
  /** Asks it to stop; resolves to its exit code. */
  readonly stop: () => Promise<number | null>
}

/** Starts `travaux serve` on a folder and waits until it is ready. */
export async function spawnServer(data: string, port = 0): Promise<Spawned> {
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { ...process.env, ...compiled, TRAVAUX_DATA: data, PORT: String(port), TRAVAUX_LOG: 'silent' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const lines = await linesUntilReady(child)
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
  })
  return {
    port: Number(/:(\d+)$/.exec(lines.at(-1) ?? '')?.[1]),
    lines: lines.slice(0, -1),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

function linesUntilReady(child: ChildProcess): Promise<string[]> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.on('data', (bytes: Buffer) => {
      printed += bytes.toString()
      if (/^Ready on .*\n/m.test(printed)) resolve(printed.trimEnd().split('\n'))
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready`)))
  })
}

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly notes: string
}

/** Runs a command of the program to its end. */
export function runProgram(data: string, ...words: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...words], {
    env: { ...process.env, ...compiled, TRAVAUX_DATA: data, INIT_CWD: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, notes]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
  child.stderr.on('data', (bytes: Buffer) => notes.push(bytes))
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), notes: Buffer.concat(notes).toString() })
    })
  })
}
