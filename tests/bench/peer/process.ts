/** A server as a process of its own: started, measured by what the system says of it, killed and started again. */

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Program {
  /** Arguments for Node. */
  readonly run: readonly string[]
  readonly env: (place: Place) => Readonly<Record<string, string>>
  /** What it prints once it can be reached. */
  readonly ready: RegExp
}

export interface Place {
  readonly port: number
  /** Its folder, empty at first. */
  readonly data: string
}

export interface Running extends Place {
  readonly pid: () => number
  /** What it printed until it was ready for the first time. */
  readonly printed: string
  readonly kill: () => Promise<void>
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts a program in a folder and on a port of its own. */
export async function startProgram(program: Program): Promise<Running> {
  const place = { port: await freePort(), data: mkdtempSync(join(tmpdir(), 'travaux-load-')) }
  let launched = await launch(program, place)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const { child } = launched
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return {
    ...place,
    pid: () => launched.child.pid ?? 0,
    printed: launched.printed,
    kill: () => end('SIGKILL'),
    restart: async () => {
      launched = await launch(program, place)
    },
    stop: async () => {
      await end('SIGKILL')
      rmSync(place.data, { recursive: true, force: true })
    },
  }
}

async function launch(program: Program, place: Place): Promise<{ child: ChildProcess; printed: string }> {
  const env = { ...process.env, ...program.env(place) }
  const child = spawn(process.execPath, program.run, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [printed, complaints] = ['', '']
  child.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (bytes: Buffer) => {
      printed += bytes.toString()
      if (program.ready.test(printed)) resolve()
    })
    child.once('exit', (code) => reject(new Error(`A server ended with ${code} before it was ready:\n${complaints}`)))
  })
  return { child, printed }
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

/** Seconds of processor time a process has used; undefined where the system does not tell. */
export function cpuSeconds(pid: number): number | undefined {
  const fields = read(`/proc/${pid}/stat`)?.split(') ')[1]?.split(' ')
  return fields && (Number(fields[11]) + Number(fields[12])) / 100
}

/** Megabytes a process holds in memory; undefined where the system does not tell. */
export function memoryMegabytes(pid: number): number | undefined {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
}

/** Lets `peakMegabytes` count from now on, where the system can. */
export function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // Elsewhere the peak counts from the process's beginning, and there is no /proc to read it from either.
  }
}

/** The most megabytes a process has held in memory since its beginning or `forgetPeak`. */
export function peakMegabytes(pid: number): number | undefined {
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
