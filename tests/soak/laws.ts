/**
 * The laws of the binding for as long as one likes: batches of random scripts by several people, each batch with a seed
 * of its own that is printed. What a batch that fails says is kept in a file, with how to play it again.
 */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const LAWS = 'packages/editor/src/binding/laws.test.ts'
/** Scripts a batch: a failure is found again by playing no more than these. */
const BATCH = 1000

export interface LawsAsked {
  /** How many scripts to play. */
  readonly scripts: number
  /** The first batch's seed; the others follow it one by one. */
  readonly seed: number
  /** Folder for what fails. */
  readonly failures: string
  readonly say: (line: string) => void
}

/** Plays the scripts; gives the seeds of the batches that broke a law. */
export async function soakLaws({ scripts, seed, failures, say }: LawsAsked): Promise<readonly number[]> {
  const broken: number[] = []
  for (let played = 0; played < scripts; played += BATCH) {
    const runs = Math.min(BATCH, scripts - played)
    const batch = seed + played / BATCH
    const { code, said } = await play(runs, batch)
    say(`  seed ${batch}: ${runs} scripts ${code === 0 ? 'hold' : 'BREAK A LAW'}`)
    if (code === 0) continue
    broken.push(batch)
    say(`  kept in ${await keep({ failures, batch, runs, said })}`)
  }
  return broken
}

async function play(runs: number, seed: number): Promise<{ code: number; said: string }> {
  const vitest = [`${root}node_modules/vitest/vitest.mjs`, 'run', '--project', 'unit', '--testTimeout=0', LAWS]
  const env = { ...process.env, TRAVAUX_RUNS: `${runs}`, TRAVAUX_SEED: `${seed}`, NO_COLOR: '1' }
  const child = spawn(process.execPath, vitest, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code: code ?? 1, said }
}

interface Broken {
  readonly failures: string
  readonly batch: number
  readonly runs: number
  readonly said: string
}

async function keep({ failures, batch, runs, said }: Broken): Promise<string> {
  await mkdir(failures, { recursive: true })
  const file = `${failures}/laws-${batch}.txt`
  await writeFile(file, `Again: TRAVAUX_SEED=${batch} TRAVAUX_RUNS=${runs} vitest run ${LAWS}\n\n${said}`)
  return file
}
